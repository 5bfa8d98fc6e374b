// Loads
// Every published revision that is still known, with the digest before and after it.
// @mode read
// @returns revision: Int!
// @returns kind: String!
// @returns at: String!
// @returns before: String!
// @returns digest: String!
MATCH (load:Load)
RETURN load.revision AS revision, load.kind AS kind, toString(load.at) AS at, load.before AS before, load.digest AS digest
ORDER BY revision
