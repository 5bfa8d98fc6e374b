// Sharings of some statements
// Every sharing that passed one of the statements on, or is said to have, in any state: sent without
// receipt, claimed, refused. On the record of an agency asked, with the statements it is open for.
// @mode read
// @param statements: [ID!]!
// @returns id: ID!
// @returns line: String!
// @returns statements: [ID!]!
UNWIND $statements AS id
MATCH (statement:Statement {id: id})-[p:PASSED_TO WHERE
  // @include held p
]->(:Agency)
WITH DISTINCT p.spell AS sharing, id
ORDER BY sharing, id
WITH sharing, collect(id) AS statements
MATCH (record:Record {id: sharing})
RETURN record.id AS id, record.line AS line, statements
ORDER BY id
