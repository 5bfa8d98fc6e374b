// Agencies that hold a record on some people
// For each person, the agencies asked that alone hold something of them by the day, and since when.
// What only several of them hold together is no record of any one of them.
// @mode read
// @param people: [ID!]!
// @returns person: ID!
// @returns agency: ID!
// @returns since: Date!
UNWIND $people AS id
MATCH (person:Person {id: id})-[r WHERE size(r.holders) = 1 AND
  // @include held r
]-()
WITH id, r.holders[0] AS agency, min(r.heldSince) AS since
RETURN id AS person, agency, since
ORDER BY person, agency
