// Contacts and decisions about some people
// Those held by the agencies asked, with everybody each was about or met who is open to the asker. A
// contact or decision is held by the agency that recorded it.
// @mode read
// @param people: [ID!]!
// @param most: Int!
// @returns id: ID!
// @returns line: String!
// @returns people: [{person: ID!, more: String}!]!
UNWIND $people AS id
MATCH (person:Person {id: id})<-[r:ABOUT WHERE
  // @include held r
]-(matter:Matter)
WITH DISTINCT matter
MATCH (act:Record {id: matter.id})
WHERE act.type IN ['contact', 'decision']
WITH matter, act
ORDER BY act.id
LIMIT $most
CALL (matter) {
  MATCH (matter)-[a:ABOUT WHERE
    // @include held a
  ]->(one:Person)
  WITH one, a ORDER BY one.id, a.tie, a.spell
  RETURN collect({person: one.id, more: a.more}) AS people
}
RETURN act.id AS id, act.line AS line, people
ORDER BY id
