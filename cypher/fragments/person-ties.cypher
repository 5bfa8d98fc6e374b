// Ties between two people
// Every kind that counts as a step; `$ties` chooses among them.
:PARENT_OF|PARTNER_OF|SIBLING_OF|RELATIVE_OF|ASSOCIATE_OF|CARES_FOR|HARMED|SHARES_HOME|VISITS_HOME_OF|MAY_HAVE_MET|MET|SHARES_GROUP
