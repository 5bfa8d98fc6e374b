// Who lives, stays, visits or is kept away in some homes
// Every visible version of the stays there; which of them are in force on the day is told from their dates.
// @mode read
// @param homes: [ID!]!
// @returns stay: Map!
UNWIND $homes AS id
MATCH (home:Household {id: id})<-[r:AT_HOME WHERE
  // @include in-force r
]-(person:Person)
RETURN {kind: 'AT_HOME', start: person.id, end: id, properties: properties(r)} AS stay
ORDER BY stay.properties.tie, stay.properties.spell, stay.properties.heldFrom
