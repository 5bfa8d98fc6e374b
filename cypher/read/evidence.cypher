// Statements behind ties, and what is said against them
// Of the statements named, and of all denials, retractions and disproofs on the same topics, those that
// an agency asked held by the day; with who held each, and since when.
// @mode read
// @param ids: [ID!]!
// @returns id: ID!
// @returns line: String!
// @returns topic: String!
// @returns held: [{agency: ID!, since: Date!}!]!
CALL () {
  UNWIND $ids AS id
  MATCH (statement:Statement {id: id})
  RETURN statement
  UNION
  UNWIND $ids AS id
  MATCH (named:Statement {id: id})
  WITH DISTINCT named.topic AS topic
  MATCH (statement:Statement {topic: topic})
  WHERE statement.stance IN ['denies', 'retracts', 'disproves']
  RETURN statement
}
MATCH (statement)-[h:HELD_BY WHERE
  // @include held h
]->(agency:Agency)
WITH statement, agency, min(h.heldFrom) AS since
ORDER BY since, agency.id
RETURN statement.id AS id, statement.line AS line, statement.topic AS topic, collect({agency: agency.id, since: since}) AS held
ORDER BY id
