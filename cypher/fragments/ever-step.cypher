// One step, held at some time up to the day
// As a step, but for what has been replaced since: for questions that follow holding from day to day.
// @alias r
// @param asAt: Date!
// @param since: Date!
// @param standings: [String!]!
// @param ties: [String!]!
r.from <= $asAt AND r.to >= $since AND r.standing IN $standings AND type(r) IN $ties AND
// @include ever-held r
