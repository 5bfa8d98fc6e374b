// Put versions
// Each row is one version of one tie (docs/model.md section 5): one relationship, with all that a
// question tests. Nobody sees it before its revision is published. The labels of the ends are literals,
// so that both are found by their unique ids.
// @mode write
// @once step
// @param step: String!
// @choice start: Person, Household, Agency, Matter, Statement
// @choice end: Person, Household, Organisation, Agency, Concern, Custody, Detail
// @param rows: [{kind: String!, start: ID!, end: ID!, version: {tie: ID!, spell: ID!, unit: ID!, from: Date!, sureFrom: Date!, sureTo: Date!, to: Date!, heldFrom: Date!, heldTo: Date!, heldSince: Date!, holders: [ID!]!, seals: [ID!]!, standing: String!, disputed: Boolean!, form: String, because: [ID!]!, via: ID, rests: [ID!]!, more: String, search: String, hash: String!, added: Int!, removed: Int!}!}!]!
// @param kinds: [String!]!
// @param units: [ID!]!
// @returns written: Int!
// @include under-lease
CREATE (:LoadStep {key: $step, kinds: $kinds, units: $units})
WITH ledger
UNWIND $rows AS row
MATCH (from:{start} {id: row.start})
WITH row, from
MATCH (to:{end} {id: row.end})
CREATE (from)-[r:$(row.kind)]->(to)
SET r = row.version
RETURN count(r) AS written
