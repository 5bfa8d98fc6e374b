// Agencies, and from when to when each has records here
// Every agency of the ledger, with the first and last day on which it came to hold a statement that the
// asker may see, and the day of the load that brought the newest; no days where nothing is loaded. Each is
// the first of an index that fits (hence the order by the agency too), so it takes no longer where one holds a million.
// @mode read
// @param revision: Int!
// @param opened: [ID!]!
// @returns id: ID!
// @returns name: String!
// @returns kind: String!
// @returns area: String
// @returns first: Date
// @returns last: Date
// @returns lastLoad: Date
MATCH (agency:Agency)
WHERE agency.added <= $revision
OPTIONAL CALL (agency) {
  MATCH ()-[h:HELD_BY]->()
  USING INDEX SEEK h:HELD_BY(spell, heldFrom)
  WHERE h.spell = agency.id AND h.heldFrom >= date('0001-01-01') AND h.added <= $revision AND h.removed > $revision AND all(seal IN h.seals WHERE seal IN $opened)
  WITH h
  ORDER BY h.spell, h.heldFrom
  LIMIT 1
  RETURN h.heldFrom AS first
}
OPTIONAL CALL (agency) {
  MATCH ()-[h:HELD_BY]->()
  USING INDEX SEEK h:HELD_BY(spell, heldFrom)
  WHERE h.spell = agency.id AND h.heldFrom >= date('0001-01-01') AND h.added <= $revision AND h.removed > $revision AND all(seal IN h.seals WHERE seal IN $opened)
  WITH h
  ORDER BY h.spell DESC, h.heldFrom DESC
  LIMIT 1
  RETURN h.heldFrom AS last
}
OPTIONAL CALL (agency) {
  MATCH ()-[h:HELD_BY]->()
  USING INDEX SEEK h:HELD_BY(spell, added)
  WHERE h.spell = agency.id AND h.added <= $revision AND h.removed > $revision AND all(seal IN h.seals WHERE seal IN $opened)
  WITH h
  ORDER BY h.spell DESC, h.added DESC
  LIMIT 1
  RETURN h.added AS added
}
OPTIONAL MATCH (load:Load {revision: added})
RETURN agency.id AS id, agency.name AS name, agency.kind AS kind, agency.area AS area, first, last, date(load.at) AS lastLoad
ORDER BY id
