// What versions of ties are tested by
// Of every live version of one kind, its ends and what a step is tested by, and nothing else: a county has millions.
// @mode read
// @choice kind: PARENT_OF, PARTNER_OF, SIBLING_OF, RELATIVE_OF, ASSOCIATE_OF, CARES_FOR, HARMED, SHARES_HOME, VISITS_HOME_OF, MAY_HAVE_MET, MET, SHARES_GROUP, OF_CONCERN
// @param never: Int!
// @returns start: ID!
// @returns end: ID!
// @returns from: String!
// @returns to: String!
// @returns heldFrom: String!
// @returns heldTo: String!
// @returns added: Int!
// @returns removed: Int!
// @returns holders: [ID!]!
// @returns seals: [ID!]!
// @returns standing: String!
MATCH (from)-[r:{kind}]->(to)
WHERE r.removed = $never
RETURN from.id AS start, to.id AS end, toString(r.from) AS from, toString(r.to) AS to, toString(r.heldFrom) AS heldFrom, toString(r.heldTo) AS heldTo, r.added AS added, r.removed AS removed, r.holders AS holders, r.seals AS seals, r.standing AS standing
