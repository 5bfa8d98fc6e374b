// The ties on routes between some people and others
// People whose steps from one side and from the other add up to no more than asked, and every visible
// tie between two of them. Each side is walked to all but the last step: whoever is known from one side
// only is on no route. People-sequences are made of this elsewhere.
// @mode read
// @bound within 1..4
// @bound shorter 1..3
// @param from: [ID!]!
// @param to: [ID!]!
// @returns tie: Map!
CALL () {
  UNWIND $from AS id
  MATCH p = (start:Person {id: id})-[r
    // @include person-ties
    WHERE
    // @include step r
  ]-{0,{shorter}}(near:Person)
  RETURN near AS person, min(length(p)) AS out, null AS back
  UNION ALL
  UNWIND $to AS id
  MATCH p = (goal:Person {id: id})-[r
    // @include person-ties
    WHERE
    // @include step r
  ]-{0,{shorter}}(near:Person)
  RETURN near AS person, null AS out, min(length(p)) AS back
}
WITH person, min(out) AS out, min(back) AS back
WHERE out = 0 OR back = 0 OR out + back <= {within}
WITH collect(person) AS people
UNWIND people AS one
MATCH (one)-[r
  // @include person-ties
  WHERE
  // @include step r
]->(other:Person)
WHERE other IN people
RETURN {kind: type(r), start: one.id, end: other.id, properties: properties(r)} AS tie
ORDER BY tie.properties.tie, tie.properties.spell, tie.properties.heldFrom, tie.properties.hash
