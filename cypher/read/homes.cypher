// What is held of some homes
// What to call each home, its kind, and where it is as each agency asked holds it. A home that is not
// there, or not open to the asker, has no row.
// @mode read
// @param homes: [ID!]!
// @returns id: ID!
// @returns label: String
// @returns kind: String
// @returns addresses: [{holders: [ID!]!, since: Date!, more: String}!]!
UNWIND $homes AS id
MATCH (home:Household {id: id})
WHERE home.added <= $revision AND all(seal IN home.seals WHERE seal IN $opened)
CALL (home) {
  OPTIONAL MATCH (home)-[a:HAS_ADDRESS WHERE a.standing IN ['confirmed', 'observed', 'alleged'] AND
    // @include held a
  ]->(:Detail)
  WITH a ORDER BY a.heldSince, a.spell
  RETURN collect(CASE WHEN a IS NULL THEN null ELSE {holders: a.holders, since: a.heldSince, more: a.more} END) AS addresses
}
RETURN id, home.label AS label, home.kind AS kind, addresses
ORDER BY id
