// Ties once more, with dates alone
// Every version that nothing replaced, from when to when it was, between the people made once more.
// @mode write
// @choice kind: PARENT_OF, PARTNER_OF, SIBLING_OF, RELATIVE_OF, ASSOCIATE_OF, CARES_FOR, HARMED, SHARES_HOME, VISITS_HOME_OF, MAY_HAVE_MET, MET, SHARES_GROUP
// @param last: Date!
MATCH (a:Person)-[r:{kind}]->(b:Person)
WHERE r.heldTo = $last
CALL (a, b, r) {
  MATCH (start:DatesOnly {id: a.id})
  MATCH (end:DatesOnly {id: b.id})
  CREATE (start)-[:{kind} {from: r.from, to: r.to}]->(end)
} IN TRANSACTIONS OF 20000 ROWS
