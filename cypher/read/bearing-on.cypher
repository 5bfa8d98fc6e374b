// What bears on statements
// For each statement what it repeats and withdraws, and what repeats and withdraws it, one step on.
// @mode read
// @param ids: [ID!]!
// @returns id: ID!
// @returns repeats: ID
// @returns withdraws: ID
// @returns repeatedBy: [ID!]!
// @returns withdrawnBy: [ID!]!
UNWIND $ids AS id
MATCH (s:Statement {id: id})
RETURN id, s.repeats AS repeats, s.withdraws AS withdraws, COLLECT { MATCH (o:Statement {repeats: id}) RETURN o.id } AS repeatedBy, COLLECT { MATCH (o:Statement {withdraws: id}) RETURN o.id } AS withdrawnBy
