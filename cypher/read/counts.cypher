// How many records and relationships there are
// Whether an import brought all: asked once, of a graph that is not in use yet.
// @mode read
// @returns what: String!
// @returns number: Int!
MATCH (record:Record)
RETURN 'records' AS what, count(record) AS number
UNION ALL
MATCH ()-[r]->()
RETURN 'relationships' AS what, count(r) AS number
