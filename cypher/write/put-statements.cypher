// Put statements
// A statement is its line, and beside it what it is found by: topic and ends, what it repeats and
// withdraws. It is not linked to people: the versions folded from it are.
// @mode write
// @once step
// @param step: String!
// @param rows: [{id: ID!, line: String!, hash: String!, agency: ID!, recordedFrom: Date!, recordedTo: Date!, claim: String!, stance: String!, topic: String!, end1: ID!, end2: ID, repeats: ID, withdraws: ID}!]!
// @param revision: Int!
// @returns written: Int!
// @include under-lease
CREATE (:LoadStep {key: $step, label: 'Record', ids: [row IN $rows | row.id]})
WITH ledger
UNWIND $rows AS row
CREATE (record:Record:Statement {id: row.id, type: 'statement', line: row.line, hash: row.hash, added: $revision})
SET record.agency = row.agency, record.recordedFrom = row.recordedFrom, record.recordedTo = row.recordedTo, record.claim = row.claim, record.stance = row.stance
SET record.topic = row.topic, record.end1 = row.end1, record.end2 = row.end2, record.repeats = row.repeats, record.withdraws = row.withdraws
RETURN count(record) AS written
