// Ties between two of some people
// Every visible version of a tie whose two ends are both among the people given, each once.
// @mode read
// @param people: [ID!]!
// @returns tie: Map!
UNWIND $people AS id
MATCH (one:Person {id: id})-[r
  // @include person-ties
  WHERE
  // @include step r
]->(other:Person)
WHERE other.id IN $people
RETURN {kind: type(r), start: one.id, end: other.id, properties: properties(r)} AS tie
ORDER BY tie.properties.tie, tie.properties.spell, tie.properties.heldFrom
