// Facts of concern of some people
// Every visible version of a recorded fact that makes one of these people a person of concern.
// @mode read
// @param people: [ID!]!
// @returns concern: Map!
UNWIND $people AS id
MATCH (person:Person {id: id})-[r:OF_CONCERN WHERE
  // @include in-force r
]->(concern:Concern)
RETURN {kind: 'OF_CONCERN', start: id, end: concern.id, properties: properties(r)} AS concern
ORDER BY id, concern.end, concern.properties.spell
