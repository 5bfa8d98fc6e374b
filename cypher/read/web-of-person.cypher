// Everybody around one person
// Who is within so many steps of one person, and the fewest steps to each. Ids only: ties, homes, roles
// and agencies of those found are other questions. Breadth first and pruning, as for people of concern.
// @mode read
// @bound within 1..4
// @param person: ID!
// @param most: Int!
// @returns person: ID!
// @returns steps: Int!
MATCH p = (subject:Person {id: $person})-[r
  // @include person-ties
  WHERE
  // @include step r
]-{1,{within}}(near:Person)
WHERE near <> subject
WITH near, min(length(p)) AS steps
RETURN near.id AS person, steps
ORDER BY steps, person
LIMIT $most
