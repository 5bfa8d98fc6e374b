// Facts of concern ever held of a person
// Every version of a recorded fact of concern of one person, held by agencies asked on any day up to the
// one given.
// @mode read
// @param person: ID!
// @param asAt: Date!
// @param since: Date!
// @param standings: [String!]!
// @returns concern: Map!
MATCH (person:Person {id: $person})-[r:OF_CONCERN WHERE r.from <= $asAt AND r.to >= $since AND r.standing IN $standings AND
  // @include ever-held r
]->(concern:Concern)
RETURN {kind: 'OF_CONCERN', start: person.id, end: concern.id, properties: properties(r)} AS concern
ORDER BY concern.end, concern.properties.spell, concern.properties.heldFrom
