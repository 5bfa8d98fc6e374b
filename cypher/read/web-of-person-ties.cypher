// Ties between two of some people
// Every visible version of a tie whose two ends are both among the people given, each once.
// @mode read
// @param people: [ID!]!
// @returns tie: Map!
MATCH (person:Person)
WHERE person.id IN $people
WITH collect(person) AS people
UNWIND people AS one
MATCH (one)-[r
  // @include person-ties
  WHERE
  // @include step r
]->(other:Person)
WHERE other IN people
RETURN {kind: type(r), start: one.id, end: other.id, properties: properties(r)} AS tie
ORDER BY tie.properties.tie, tie.properties.spell, tie.properties.heldFrom, tie.properties.hash
