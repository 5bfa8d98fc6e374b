// Where some people live, stay, visit or are kept away from
// Every visible version of their stays; which of them are in force on the day is told from their dates.
// @mode read
// @param people: [ID!]!
// @returns stay: Map!
UNWIND $people AS id
MATCH (person:Person {id: id})-[r:AT_HOME WHERE
  // @include in-force r
]->(home:Household)
RETURN {kind: 'AT_HOME', start: id, end: home.id, properties: properties(r)} AS stay
ORDER BY stay.properties.tie, stay.properties.spell, stay.properties.heldFrom
