// Parts some people have in groups, schools and other organisations
// Every visible version of their roles, with the organisation.
// @mode read
// @param people: [ID!]!
// @returns role: Map!
// @returns organisation: {id: ID!, name: String, kind: String, small: Boolean}!
UNWIND $people AS id
MATCH (person:Person {id: id})-[r:HAS_ROLE WHERE
  // @include in-force r
]->(group:Organisation)
RETURN {kind: 'HAS_ROLE', start: id, end: group.id, properties: properties(r)} AS role, {id: group.id, name: group.name, kind: group.kind, small: coalesce(group.small, false)} AS organisation
ORDER BY role.properties.tie, role.properties.spell, role.properties.heldFrom
