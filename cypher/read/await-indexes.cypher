// Once every index is there to be used
// Neo4j makes an index in the background; a question asked before it is done looks at everything.
// @mode read
// @param seconds: Int!
// @returns ready: Boolean!
CALL db.awaitIndexes($seconds)
RETURN true AS ready
