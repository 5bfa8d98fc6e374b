// Versions under no seal
// Neo4j's importer leaves a property out where its list is empty, and a seal that is not there to be tested
// would hide what is open to everybody. Only in a graph that was just imported and is not in use.
// @mode write
// @choice kind: PARENT_OF, PARTNER_OF, SIBLING_OF, RELATIVE_OF, ASSOCIATE_OF, CARES_FOR, HARMED, SHARES_HOME, VISITS_HOME_OF, MAY_HAVE_MET, MET, SHARES_GROUP, SAME_AS, AT_HOME, HAS_ROLE, INVOLVED_WITH, OF_CONCERN, IN_CUSTODY, ABOUT, HAS_DETAIL, HAS_ADDRESS, HELD_BY, PASSED_TO
MATCH ()-[r:{kind}]->()
WHERE r.seals IS NULL
CALL (r) {
  SET r.seals = []
} IN CONCURRENT TRANSACTIONS OF 10000 ROWS
