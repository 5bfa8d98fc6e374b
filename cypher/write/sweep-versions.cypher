// Sweep versions nobody published
// Deletes what a load that never ended added of one kind, and takes back its removals.
// @mode write
// @choice kind: PARENT_OF, PARTNER_OF, SIBLING_OF, RELATIVE_OF, ASSOCIATE_OF, CARES_FOR, HARMED, SHARES_HOME, VISITS_HOME_OF, MAY_HAVE_MET, MET, SHARES_GROUP, SAME_AS, AT_HOME, HAS_ROLE, INVOLVED_WITH, OF_CONCERN, IN_CUSTODY, ABOUT, HAS_DETAIL, HAS_ADDRESS, HELD_BY, PASSED_TO
// @param revision: Int!
// @param never: Int!
MATCH (step:LoadStep)
WHERE '{kind}' IN step.kinds
CALL (step) {
  UNWIND step.units AS unit
  MATCH ()-[r:{kind} {unit: unit}]->()
  WHERE r.added > $revision
  DELETE r
}
IN TRANSACTIONS OF 1 ROW
WITH step
CALL (step) {
  UNWIND step.units AS unit
  MATCH ()-[r:{kind} {unit: unit}]->()
  WHERE r.added <= $revision AND r.removed > $revision AND r.removed < $never
  SET r.removed = $never
} IN TRANSACTIONS OF 1 ROW
