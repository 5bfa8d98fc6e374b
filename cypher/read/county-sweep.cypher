// Who is near each person of concern
// From everybody held to be of concern, whoever is within so many steps, with what is held of their births:
// which of them may be children is read from those. Searched from the persons of concern, who are few,
// never from the children. Breadth first and pruning for each.
// @mode read
// @bound within 1..4
// @returns person: ID!
// @returns near: ID!
// @returns steps: Int!
// @returns details: [String!]!
MATCH (concern:OfConcern)
WHERE EXISTS {
  (concern)-[c:OF_CONCERN WHERE
    // @include in-force c
  ]->(:Concern)
}
CALL (concern) {
  MATCH p = (concern)-[r
    // @include person-ties
    WHERE
    // @include step r
  ]-{1,{within}}(near:Person)
  WHERE near <> concern
  RETURN near, min(length(p)) AS steps
}
CALL (near) {
  OPTIONAL MATCH (near)-[d:HAS_DETAIL WHERE d.standing IN ['confirmed', 'observed', 'alleged'] AND
    // @include held d
  ]->(:Detail)
  RETURN collect(d.more) AS details
}
RETURN concern.id AS person, near.id AS near, steps, details
