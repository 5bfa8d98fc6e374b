// Statements about some people
// Every statement that speaks of one of them, by whatever it became, that an agency asked held by the
// day; with who held it and since when. A denial of an order that was never made is one too: matters are
// found by whom they name, and are tested, like all, by who holds the statement.
// @mode read
// @param people: [ID!]!
// @param most: Int!
// @returns id: ID!
// @returns line: String!
// @returns topic: String!
// @returns held: [{agency: ID!, since: Date!}!]!
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
  MATCH (:Person {id: id})<-[:NAMES]-(statement:Statement)
  RETURN statement
}
MATCH (statement)-[h:HELD_BY WHERE
  // @include held h
]->(agency:Agency)
WITH statement, agency, min(h.heldFrom) AS since
ORDER BY since, agency.id
WITH statement, collect({agency: agency.id, since: since}) AS held
RETURN statement.id AS id, statement.line AS line, statement.topic AS topic, held
ORDER BY id
LIMIT $most
