// Put what versions end at
// Concerns, custodies, matters (orders, plans, assessments, events, contacts, decisions) and details have
// no record of their own: the versions make them. One that is there already stays as it is.
// @mode write
// @once step
// @param step: String!
// @choice label: Concern, Custody, Matter, Detail
// @param ids: [ID!]!
// @param revision: Int!
// @returns written: Int!
// @include under-lease
CREATE (:LoadStep {key: $step, label: '{label}', ids: $ids})
WITH ledger
UNWIND $ids AS id
MERGE (thing:{label} {id: id})
ON CREATE SET thing.added = $revision
RETURN count(thing) AS written
