// Records by id
// Those that are there.
// @mode read
// @param ids: [ID!]!
// @returns line: String!
// @returns hash: String!
UNWIND $ids AS id
MATCH (record:Record {id: id})
RETURN record.line AS line, record.hash AS hash
