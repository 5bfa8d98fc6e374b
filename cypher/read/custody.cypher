// Custody of some people
// Every visible version of a remand or sentence.
// @mode read
// @param people: [ID!]!
// @returns custody: Map!
UNWIND $people AS id
MATCH (person:Person {id: id})-[r:IN_CUSTODY WHERE
  // @include in-force r
]->(custody:Custody)
RETURN {kind: 'IN_CUSTODY', start: id, end: custody.id, properties: properties(r)} AS custody
ORDER BY custody.properties.tie, custody.properties.spell, custody.properties.heldFrom
