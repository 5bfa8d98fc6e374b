// Of concern near a child, by dates alone
// What the reach query of the main question would cost if a tie had nothing but dates and none was ever
// replaced: no day held, no holders, no seals, no standing.
// @mode read
// @bound within 1..4
// @param child: ID!
// @param asAt: Date!
// @param since: Date!
// @returns person: ID!
// @returns steps: Int!
MATCH p = (child:DatesOnly {id: $child})-[r
  :PARENT_OF|PARTNER_OF|SIBLING_OF|RELATIVE_OF|ASSOCIATE_OF|CARES_FOR|HARMED|SHARES_HOME|VISITS_HOME_OF|MAY_HAVE_MET|MET|SHARES_GROUP
  WHERE r.from <= $asAt AND r.to >= $since
]-{1,{within}}(near:DatesOnlyOfConcern)
WHERE near <> child
RETURN near.id AS person, min(length(p)) AS steps
ORDER BY steps, person
