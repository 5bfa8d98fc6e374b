// Decisions about some people
// What agencies decided about them, and why, the newest first, with everybody each decision is about who
// is open to the asker. A decision is held by the agency that recorded it.
// @mode read
// @param people: [ID!]!
// @param asAt: Date!
// @param since: Date!
// @param most: Int!
// @returns line: String!
// @returns people: [ID!]!
MATCH (matter:Matter)-[r:ABOUT WHERE r.from <= $asAt AND r.to >= $since AND
  // @include held r
]->(person:Person)
WHERE person.id IN $people
WITH matter, max(r.to) AS latest
MATCH (decision:Record {id: matter.id})
WHERE decision.type = 'decision'
WITH matter, decision, latest
ORDER BY latest DESC, decision.id DESC
LIMIT $most
CALL (matter) {
  MATCH (matter)-[a:ABOUT WHERE
    // @include held a
  ]->(one:Person)
  WITH DISTINCT one.id AS id
  ORDER BY id
  RETURN collect(id) AS people
}
RETURN decision.line AS line, people
ORDER BY latest DESC, decision.id DESC
