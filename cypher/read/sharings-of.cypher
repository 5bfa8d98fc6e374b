// Sharings of statements
// Every sharing that passed one of the statements on.
// @mode read
// @param ids: [ID!]!
// @returns line: String!
UNWIND $ids AS id
MATCH (statement:Statement {id: id})<-[:OF]-(sharing:Sharing)
WITH DISTINCT sharing
RETURN sharing.line AS line
