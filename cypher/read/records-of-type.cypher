// Records of one type
// All of them: seals, which bear on everything.
// @mode read
// @param type: String!
// @returns line: String!
MATCH (record:Record {type: $type})
RETURN record.line AS line
