// Put who is named
// Links contacts, decisions, orders, plans, assessments and events to the people they name, so that a
// load can find them when two records of one person are joined. A question follows these
// only to statements, and tests there who holds them.
// @mode write
// @once step
// @param step: String!
// @param rows: [{record: ID!, person: ID!}!]!
// @returns written: Int!
// @include under-lease
CREATE (:LoadStep {key: $step})
WITH ledger
UNWIND $rows AS row
MATCH (record:Record {id: row.record})
WITH row, record
MATCH (person:Person {id: row.person})
CREATE (record)-[:NAMES]->(person)
RETURN count(*) AS written
