// Statements of topics
// All that was ever said on each.
// @mode read
// @param topics: [String!]!
// @returns line: String!
UNWIND $topics AS topic
MATCH (s:Statement {topic: topic})
RETURN s.line AS line
