// Remove versions
// Marks what a load replaces. They stay for whoever asks at an older revision.
// @mode write
// @once step
// @param step: String!
// @choice kind: PARENT_OF, PARTNER_OF, SIBLING_OF, RELATIVE_OF, ASSOCIATE_OF, CARES_FOR, HARMED, SHARES_HOME, VISITS_HOME_OF, MAY_HAVE_MET, MET, SHARES_GROUP, SAME_AS, AT_HOME, HAS_ROLE, INVOLVED_WITH, OF_CONCERN, IN_CUSTODY, ABOUT, HAS_DETAIL, HAS_ADDRESS, HELD_BY, PASSED_TO
// @param units: [ID!]!
// @param hashes: [String!]!
// @param revision: Int!
// @param never: Int!
// @returns written: Int!
// @include under-lease
CREATE (:LoadStep {key: $step, kinds: ['{kind}'], units: $units})
WITH ledger
UNWIND $units AS unit
MATCH ()-[r:{kind} {unit: unit}]->()
WHERE r.removed = $never AND r.hash IN $hashes
SET r.removed = $revision
RETURN count(r) AS written
