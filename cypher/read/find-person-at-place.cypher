// People by where a home is held to be
// Everybody held to live, stay or visit in a home whose postcode or area, as the agencies asked hold it,
// matches, by this very record: a stay carried over from another record of one person does not count. Scores are not used.
// @mode read
// @param text: String!
// @param most: Int!
// @returns person: ID!
// @returns homes: [ID!]!
CALL db.index.fulltext.queryRelationships('words_held', $text) YIELD relationship AS a
WHERE type(a) = 'HAS_ADDRESS' AND a.standing IN ['confirmed', 'observed', 'alleged'] AND
// @include held a
WITH DISTINCT startNode(a) AS home
MATCH (home)<-[r:AT_HOME WHERE r.form <> 'excluded' AND none(x IN r.rests WHERE x STARTS WITH 'SAME_AS ') AND
  // @include in-force r
]-(person:Person)
WITH DISTINCT person, home ORDER BY home.id
RETURN person.id AS person, collect(home.id) AS homes
ORDER BY person
LIMIT $most
