// What was said of somebody's parents
// Every statement on who the parents of these people are, and whether it was withdrawn.
// @mode read
// @param ids: [ID!]!
// @returns line: String!
// @returns isWithdrawn: Boolean!
UNWIND $ids AS id
MATCH (s:Statement {end2: id})
WHERE s.claim = 'parent'
RETURN s.line AS line, EXISTS { MATCH (w:Statement {withdraws: s.id}) } AS isWithdrawn
