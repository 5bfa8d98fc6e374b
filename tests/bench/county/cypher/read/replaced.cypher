// How many versions of ties were replaced
// Of the versions of ties between people, how many still stand and how many a later one took the place of.
// @mode read
// @param last: Date!
// @returns standing: Int!
// @returns replaced: Int!
MATCH (:Person)-[r:PARENT_OF|PARTNER_OF|SIBLING_OF|RELATIVE_OF|ASSOCIATE_OF|CARES_FOR|HARMED|SHARES_HOME|VISITS_HOME_OF|MAY_HAVE_MET|MET|SHARES_GROUP]->(:Person)
RETURN count(CASE WHEN r.heldTo = $last THEN 1 END) AS standing, count(CASE WHEN r.heldTo < $last THEN 1 END) AS replaced
