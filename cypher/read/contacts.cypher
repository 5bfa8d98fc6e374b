// Contacts by id
// Those that an agency asked held by the day, with everybody each was about or met who is open to the
// asker. A contact is held by the agency that recorded it.
// @mode read
// @param ids: [ID!]!
// @returns id: ID!
// @returns line: String!
// @returns people: [{person: ID!, more: String}!]!
MATCH (matter:Matter)-[r:ABOUT WHERE
  // @include held r
]->(person:Person)
WHERE matter.id IN $ids
WITH matter, r, person ORDER BY person.id, r.tie, r.spell
WITH matter, collect({person: person.id, more: r.more}) AS people
MATCH (contact:Record {id: matter.id})
WHERE contact.type = 'contact'
RETURN contact.id AS id, contact.line AS line, people
ORDER BY id
