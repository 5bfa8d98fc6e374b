// Agencies, and from when to when each has records here
// Every agency of the ledger, with the first and last day on which it came to hold a statement that the
// asker may see, and the day of the load that brought the newest; no days where nothing is loaded.
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
OPTIONAL MATCH (agency)<-[h:HELD_BY]-(:Statement)
WHERE h.added <= $revision AND h.removed > $revision AND all(seal IN h.seals WHERE seal IN $opened)
WITH agency, min(h.heldFrom) AS first, max(h.heldFrom) AS last, max(h.added) AS added
OPTIONAL MATCH (load:Load {revision: added})
RETURN agency.id AS id, agency.name AS name, agency.kind AS kind, agency.area AS area, first, last, date(load.at) AS lastLoad
ORDER BY id
