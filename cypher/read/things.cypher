// Names of homes and groups
// What to call the homes and organisations that ties run through, as far as they are open to the asker.
// @mode read
// @param ids: [ID!]!
// @param opened: [ID!]!
// @param revision: Int!
// @returns id: ID!
// @returns kind: String!
// @returns name: String
UNWIND $ids AS id
OPTIONAL MATCH (home:Household {id: id})
OPTIONAL MATCH (group:Organisation {id: id})
WITH id, coalesce(home, group) AS thing, home IS NOT NULL AS isHome
WHERE thing.added <= $revision AND all(seal IN thing.seals WHERE seal IN $opened)
RETURN id, CASE WHEN isHome THEN 'household' ELSE 'organisation' END AS kind, CASE WHEN isHome THEN thing.label ELSE thing.name END AS name
ORDER BY id
