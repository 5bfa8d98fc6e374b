// Live versions of some units
// The hashes of what is live of one kind: what a load compares its fold with.
// @mode read
// @choice kind: PARENT_OF, PARTNER_OF, SIBLING_OF, RELATIVE_OF, ASSOCIATE_OF, CARES_FOR, HARMED, SHARES_HOME, VISITS_HOME_OF, MAY_HAVE_MET, MET, SHARES_GROUP, SAME_AS, AT_HOME, HAS_ROLE, INVOLVED_WITH, OF_CONCERN, IN_CUSTODY, ABOUT, HAS_DETAIL, HAS_ADDRESS, HELD_BY, PASSED_TO
// @param units: [ID!]!
// @param never: Int!
// @returns unit: ID!
// @returns hash: String!
UNWIND $units AS unit
MATCH ()-[r:{kind} {unit: unit}]->()
WHERE r.removed = $never
RETURN unit, r.hash AS hash
