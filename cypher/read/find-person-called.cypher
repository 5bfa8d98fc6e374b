// People by what they are called here
// Somebody of whom no name is held is called something in the file ("Adult X"); found only where the
// agencies asked hold something of them.
// @mode read
// @param text: String!
// @param most: Int!
// @returns person: ID!
CALL db.index.fulltext.queryNodes('called', $text) YIELD node AS person
WHERE person.added <= $revision AND all(seal IN person.seals WHERE seal IN $opened)
AND EXISTS {
  (person)-[r WHERE
    // @include held r
  ]-()
}
RETURN person.id AS person
ORDER BY person
LIMIT $most
