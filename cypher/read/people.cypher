// What is held of some people
// Names, births and deaths as the agencies asked hold them, and which other records stand for the same
// person while somebody's word that they do is standing, as well founded as was asked for. Who is not
// there, or not open to the asker, has no row.
// @mode read
// @param people: [ID!]!
// @param standings: [String!]!
// @returns id: ID!
// @returns label: String
// @returns placeholder: Boolean!
// @returns details: [{holders: [ID!]!, since: Date!, because: [ID!]!, more: String}!]!
// @returns same: [ID!]!
// @returns joins: [{other: ID!, holders: [ID!]!}!]!
UNWIND $people AS id
MATCH (person:Person {id: id})
WHERE person.added <= $revision AND all(seal IN person.seals WHERE seal IN $opened)
CALL (person) {
  OPTIONAL MATCH (person)-[d:HAS_DETAIL WHERE d.standing IN ['confirmed', 'observed', 'alleged'] AND
    // @include held d
  ]->(:Detail)
  WITH d ORDER BY d.heldSince, d.spell
  RETURN collect(CASE WHEN d IS NULL THEN null ELSE {holders: d.holders, since: d.heldSince, because: d.because, more: d.more} END) AS details
}
CALL (person) {
  OPTIONAL MATCH p = (person)-[s:SAME_AS WHERE s.standing IN ['confirmed', 'observed', 'alleged'] AND s.standing IN $standings AND
    // @include held s
  ]-{1,6}(other:Person)
  WITH other, min(length(p)) AS steps ORDER BY other.id
  RETURN collect(other.id) AS same
}
CALL (person) {
  OPTIONAL MATCH (person)-[j:SAME_AS WHERE j.standing IN ['confirmed', 'observed', 'alleged'] AND j.standing IN $standings AND
    // @include held j
  ]-(other:Person)
  WITH j, other ORDER BY other.id, j.spell
  RETURN collect(CASE WHEN j IS NULL THEN null ELSE {other: other.id, holders: j.holders} END) AS joins
}
RETURN person.id AS id, person.label AS label, coalesce(person.placeholder, false) AS placeholder, details, same, joins
ORDER BY id
