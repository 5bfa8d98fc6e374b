// Put sharings
// A sharing, linked to each statement it passed on. The statements are there already.
// @mode write
// @once step
// @param step: String!
// @param rows: [{id: ID!, line: String!, hash: String!, statements: [ID!]!}!]!
// @param revision: Int!
// @returns written: Int!
// @include under-lease
CREATE (:LoadStep {key: $step, label: 'Record', ids: [row IN $rows | row.id]})
WITH ledger
UNWIND $rows AS row
CREATE (record:Record:Sharing {id: row.id, type: 'sharing', line: row.line, hash: row.hash, added: $revision})
WITH record, row
CALL (record, row) {
  UNWIND row.statements AS id
  MATCH (statement:Statement {id: id})
  CREATE (record)-[:OF]->(statement)
}
RETURN count(record) AS written
