// What is stored of all live versions of one kind
// For checking the store: each version's content, from which its hash is worked out again.
// @mode read
// @choice kind: PARENT_OF, PARTNER_OF, SIBLING_OF, RELATIVE_OF, ASSOCIATE_OF, CARES_FOR, HARMED, SHARES_HOME, VISITS_HOME_OF, MAY_HAVE_MET, MET, SHARES_GROUP, SAME_AS, AT_HOME, HAS_ROLE, INVOLVED_WITH, OF_CONCERN, IN_CUSTODY, ABOUT, HAS_DETAIL, HAS_ADDRESS, HELD_BY, PASSED_TO
// @param never: Int!
// @returns start: ID!
// @returns end: ID!
// @returns version: Map!
MATCH (from)-[r:{kind}]->(to)
WHERE r.removed = $never
RETURN from.id AS start, to.id AS end, properties(r) AS version
