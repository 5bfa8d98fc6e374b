// Forget plans
// Plans made until now are dropped: each statement is planned anew for what the graph holds now.
// @mode read
// @returns value: String!
CALL db.clearQueryCaches() YIELD value
RETURN value
