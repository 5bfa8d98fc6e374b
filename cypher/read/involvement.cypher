// Agencies involved with some people
// Every visible version of an agency's involvement, whoever of the agencies asked holds it.
// @mode read
// @param people: [ID!]!
// @returns involvement: Map!
UNWIND $people AS id
MATCH (person:Person {id: id})<-[r:INVOLVED_WITH WHERE
  // @include in-force r
]-(agency:Agency)
RETURN {kind: 'INVOLVED_WITH', start: agency.id, end: id, properties: properties(r)} AS involvement
ORDER BY involvement.properties.tie, involvement.properties.spell, involvement.properties.heldFrom
