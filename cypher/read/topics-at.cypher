// Topics at some ends
// What has been said of people, homes or organisations, by topic: a topic is what is folded together.
// @mode read
// @param ids: [ID!]!
// @param claims: [String!]
// @returns topic: String!
// @returns claim: String!
// @returns end1: ID!
// @returns end2: ID
UNWIND $ids AS id
CALL (id) {
  MATCH (s:Statement {end1: id})
  RETURN s
  UNION
  MATCH (s:Statement {end2: id})
  RETURN s
}
WITH s
// @when claims
WHERE s.claim IN $claims
// @end
RETURN DISTINCT s.topic AS topic, s.claim AS claim, s.end1 AS end1, s.end2 AS end2
