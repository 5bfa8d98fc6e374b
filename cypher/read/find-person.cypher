// People by what is held of them
// Everybody of whom the agencies asked hold, by the day, words that match: names, how names sound, births,
// identifiers. The index finds, the pattern decides: what is sealed changes no row, order or count, since
// neither the index's scores nor its order are used.
// @mode read
// @param text: String!
// @param most: Int!
// @returns person: ID!
CALL db.index.fulltext.queryRelationships('words_held', $text) YIELD relationship AS r
WHERE type(r) = 'HAS_DETAIL' AND r.standing IN ['confirmed', 'observed', 'alleged'] AND
// @include held r
RETURN DISTINCT startNode(r).id AS person
ORDER BY person
LIMIT $most
