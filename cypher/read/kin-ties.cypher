// Family ties of some people
// Parent, couple and sibling ties, of any time, with one of these people at an end: one layer of a family
// that is walked to any distance. Siblings only as stated; the others follow from their parents.
// @mode read
// @param people: [ID!]!
// @returns tie: Map!
UNWIND $people AS id
MATCH (person:Person {id: id})-[r:PARENT_OF|PARTNER_OF|SIBLING_OF WHERE
  // @include in-force r
]-(other:Person)
WHERE r.via IS NULL
RETURN DISTINCT {kind: type(r), start: startNode(r).id, end: endNode(r).id, properties: properties(r)} AS tie
ORDER BY tie.properties.tie, tie.properties.spell, tie.properties.heldFrom, tie.properties.hash
