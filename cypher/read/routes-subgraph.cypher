// The ties on routes between some people and others
// People whose steps from one side and from the other add up to no more than asked, and every visible
// tie between two of them. One side is asked to all but the last step, so a person known from one side
// only cannot be on a route. People-sequences are made of this elsewhere.
// @mode read
// @bound within 1..4
// @param from: [ID!]!
// @param to: [ID!]!
// @returns tie: Map!
CALL () {
  UNWIND $from AS id
  MATCH (start:Person {id: id})
  RETURN start AS person, 0 AS out, null AS back
  UNION
  UNWIND $to AS id
  MATCH (goal:Person {id: id})
  RETURN goal AS person, null AS out, 0 AS back
  UNION
  UNWIND $from AS id
  MATCH p = (start:Person {id: id})-[r
    // @include person-ties
    WHERE
    // @include step r
  ]-{1,{within}}(near:Person)
  RETURN near AS person, min(length(p)) AS out, null AS back
  UNION
  UNWIND $to AS id
  MATCH p = (goal:Person {id: id})-[r
    // @include person-ties
    WHERE
    // @include step r
  ]-{1,{within}}(near:Person)
  RETURN near AS person, null AS out, min(length(p)) AS back
}
WITH person, min(out) AS out, min(back) AS back
WHERE out + back <= {within}
WITH collect(person) AS people
UNWIND people AS one
MATCH (one)-[r
  // @include person-ties
  WHERE
  // @include step r
]->(other:Person)
WHERE other IN people
RETURN {kind: type(r), start: one.id, end: other.id, properties: properties(r)} AS tie
ORDER BY tie.properties.tie, tie.properties.spell, tie.properties.heldFrom
