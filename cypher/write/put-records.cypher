// Put records
// Agencies, people, homes, organisations, contacts, decisions and seals, each as its line. Statements and
// sharings have files of their own.
// @mode write
// @once step
// @param step: String!
// @param rows: [{id: ID!, type: String!, line: String!, hash: String!}!]!
// @param revision: Int!
// @returns written: Int!
// @include under-lease
CREATE (:LoadStep {key: $step, label: 'Record', ids: [row IN $rows | row.id]})
WITH ledger
UNWIND $rows AS row
CREATE (record:Record {id: row.id, type: row.type, line: row.line, hash: row.hash, added: $revision})
RETURN count(record) AS written
