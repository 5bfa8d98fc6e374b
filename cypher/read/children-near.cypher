// Who is near a person, and what is held of their births
// Everybody within so many steps of one person, with the details held of each: who of them may be a
// child on the day is read from the births, which no index can know beforehand. Fewest steps only.
// @mode read
// @bound within 1..4
// @param person: ID!
// @param most: Int!
// @returns person: ID!
// @returns steps: Int!
// @returns details: [String!]!
MATCH p = (subject:Person {id: $person})-[r
  // @include person-ties
  WHERE
  // @include step r
]-{1,{within}}(near:Person)
WHERE near <> subject
WITH near, min(length(p)) AS steps
OPTIONAL MATCH (near)-[d:HAS_DETAIL WHERE d.standing IN ['confirmed', 'observed', 'alleged'] AND
  // @include held d
]->(:Detail)
RETURN near.id AS person, steps, collect(d.more) AS details
ORDER BY steps, person
LIMIT $most
