// All live versions of one kind
// For a rebuild and for checking the store.
// @mode read
// @choice kind: PARENT_OF, PARTNER_OF, SIBLING_OF, RELATIVE_OF, ASSOCIATE_OF, CARES_FOR, HARMED, SHARES_HOME, VISITS_HOME_OF, MAY_HAVE_MET, MET, SHARES_GROUP, SAME_AS, AT_HOME, HAS_ROLE, INVOLVED_WITH, OF_CONCERN, IN_CUSTODY, ABOUT, HAS_DETAIL, HAS_ADDRESS, HELD_BY, PASSED_TO
// @param never: Int!
// @returns unit: ID!
// @returns hash: String!
MATCH ()-[r:{kind}]->()
WHERE r.removed = $never
RETURN r.unit AS unit, r.hash AS hash
