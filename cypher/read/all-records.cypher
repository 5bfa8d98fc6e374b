// All records
// The whole ledger, by id. A record is never changed, so this is also what is exported.
// @mode read
// @param revision: Int!
// @returns id: ID!
// @returns type: String!
// @returns line: String!
// @returns hash: String!
MATCH (record:Record)
WHERE record.added <= $revision
RETURN record.id AS id, record.type AS type, record.line AS line, record.hash AS hash
ORDER BY id
