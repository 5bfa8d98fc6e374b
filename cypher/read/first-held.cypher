// The ties ever held on routes between a child and a person
// Every version of a tie, held by agencies asked on any day up to the one given, between people whose
// steps from the child and from the person add up to no more than asked. Each side is walked to all but
// the last step. Who held a whole route on which day is worked out from these elsewhere.
// @mode read
// @bound within 1..4
// @bound shorter 1..3
// @param child: ID!
// @param person: ID!
// @returns tie: Map!
CALL () {
  MATCH p = (start:Person {id: $child})-[r
    // @include person-ties
    WHERE
    // @include ever-step r
  ]-{0,{shorter}}(near:Person)
  RETURN near AS one, min(length(p)) AS out, null AS back
  UNION ALL
  MATCH p = (goal:Person {id: $person})-[r
    // @include person-ties
    WHERE
    // @include ever-step r
  ]-{0,{shorter}}(near:Person)
  RETURN near AS one, null AS out, min(length(p)) AS back
}
WITH one, min(out) AS out, min(back) AS back
WHERE out = 0 OR back = 0 OR out + back <= {within}
WITH collect(one) AS people
UNWIND people AS one
MATCH (one)-[r
  // @include person-ties
  WHERE
  // @include ever-step r
]->(other:Person)
WHERE other IN people
RETURN {kind: type(r), start: one.id, end: other.id, properties: properties(r)} AS tie
ORDER BY tie.properties.tie, tie.properties.spell, tie.properties.heldFrom
