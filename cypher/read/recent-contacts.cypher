// Contacts about or with some people
// Referrals, visits, calls and other contacts held by the agencies asked, newest first, with everybody
// each was about or met who is open to the asker. A contact is held by the agency that recorded it.
// @mode read
// @param people: [ID!]!
// @param asAt: Date!
// @param since: Date!
// @param most: Int!
// @returns id: ID!
// @returns line: String!
// @returns people: [{person: ID!, more: String, tie: ID!}!]!
MATCH (matter:Matter)-[r:ABOUT WHERE r.from <= $asAt AND r.to >= $since AND
  // @include held r
]->(person:Person)
WHERE person.id IN $people
WITH matter, max(r.to) AS latest
MATCH (contact:Record {id: matter.id})
WHERE contact.type = 'contact'
WITH matter, contact, latest
ORDER BY latest DESC, contact.id
LIMIT $most
CALL (matter) {
  MATCH (matter)-[a:ABOUT WHERE
    // @include held a
  ]->(one:Person)
  WITH one, a ORDER BY one.id, a.tie, a.spell
  RETURN collect({person: one.id, more: a.more, tie: a.tie}) AS people
}
RETURN contact.id AS id, contact.line AS line, people
ORDER BY latest DESC, id
