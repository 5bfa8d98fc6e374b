// People of concern near a child
// Who, within so many steps of one person, is held to be of concern. Gives ids and fewest steps only:
// the routes to those found are another question. The plan must be breadth first and pruning, so one
// relationship is one step, every test stands on the relationship, and the concern is tested after.
// @mode read
// @bound within 1..4
// @param child: ID!
// @param most: Int!
// @returns person: ID!
// @returns steps: Int!
MATCH p = (child:Person {id: $child})-[r
  // @include person-ties
  WHERE
  // @include step r
]-{1,{within}}(near:OfConcern)
WHERE near <> child
WITH near, min(length(p)) AS steps
WHERE EXISTS {
  (near)-[c:OF_CONCERN WHERE
    // @include in-force c
  ]->(:Concern)
}
RETURN near.id AS person, steps
ORDER BY steps, person
LIMIT $most
