// In force, held, and of a standing asked for
// The one predicate of the model (section 5) but for the kind of tie.
// @alias r
// @param asAt: Date!
// @param since: Date!
// @param standings: [String!]!
r.from <= $asAt AND r.to >= $since AND r.standing IN $standings AND
// @include held r
