// Days on which something round some people changes
// Each first day of another state: a tie, stay, part, fact of concern, custody or involvement begins, is
// certain, is certain no longer, or is over. Of ties to others only those that lead on: of whoever is
// near enough to have others found by them.
// @mode read
// @param all: [ID!]!
// @param inner: [ID!]!
// @param standings: [String!]!
// @param ties: [String!]!
// @param last: Date!
// @returns day: Date!
CALL () {
  UNWIND $all AS id
  MATCH (one:Person {id: id})-[r
    // @include person-ties
    WHERE r.standing IN $standings AND type(r) IN $ties AND
    // @include held r
  ]-(other)
  WHERE id IN $inner OR other.id IN $all
  RETURN r
  UNION
  UNWIND $all AS id
  MATCH (one:Person {id: id})-[r:AT_HOME|HAS_ROLE|OF_CONCERN|IN_CUSTODY|INVOLVED_WITH WHERE r.standing IN $standings AND
    // @include held r
  ]-()
  RETURN r
}
UNWIND [r.from, r.sureFrom] + [over IN [r.sureTo, r.to] WHERE over < $last | over + duration({days: 1})] AS day
RETURN DISTINCT day
ORDER BY day
