// Finding versions again
// Loading replaces versions unit by unit (docs/model.md section 4): one index for each kind.
// @mode schema
// @choice kind: PARENT_OF, PARTNER_OF, SIBLING_OF, RELATIVE_OF, ASSOCIATE_OF, CARES_FOR, HARMED, SHARES_HOME, VISITS_HOME_OF, MAY_HAVE_MET, MET, SHARES_GROUP, SAME_AS, AT_HOME, HAS_ROLE, INVOLVED_WITH, OF_CONCERN, IN_CUSTODY, ABOUT, HAS_DETAIL, HAS_ADDRESS, HELD_BY
CREATE INDEX unit_of_{kind} IF NOT EXISTS FOR ()-[r:{kind}]-() ON (r.unit);
