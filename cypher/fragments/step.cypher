// One step: the predicate of the model, section 5
// In force, held, open to the asker, of a standing and a kind asked for.
// @alias r
// @param ties: [String!]!
// @include in-force r
AND type(r) IN $ties
