// What each agency holds on a person
// For each of the agencies asked, how many statements of each kind it held by the day, and since when.
// Counted over statements and not over ties, so a denial that makes no tie counts as a record too. A
// statement is under the seals of those it speaks of, so none that names somebody sealed is counted.
// @mode read
// @param people: [ID!]!
// @returns agency: ID!
// @returns claim: String!
// @returns statements: Int!
// @returns since: Date!
CALL () {
  UNWIND $people AS id
  MATCH (statement:Statement {end1: id})
  RETURN statement
  UNION
  UNWIND $people AS id
  MATCH (statement:Statement {end2: id})
  RETURN statement
  UNION
  UNWIND $people AS id
  MATCH (person:Person {id: id})<-[r:ABOUT WHERE
    // @include held r
  ]-(:Matter)
  WITH DISTINCT r.unit AS topic
  MATCH (statement:Statement {topic: topic})
  RETURN statement
}
MATCH (statement)-[h:HELD_BY WHERE
  // @include held h
]->(agency:Agency)
RETURN agency.id AS agency, statement.claim AS claim, count(DISTINCT statement) AS statements, min(h.heldFrom) AS since
ORDER BY agency, claim
