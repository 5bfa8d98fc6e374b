// Put what records speak of
// People, homes, organisations and agencies, each with what its record says of it. Seals are put on them
// when the load is published.
// @mode write
// @once step
// @param step: String!
// @choice label: Person, Household, Organisation, Agency
// @param rows: [{id: ID!, properties: Map!}!]!
// @param revision: Int!
// @returns written: Int!
// @include under-lease
CREATE (:LoadStep {key: $step, label: '{label}', ids: [row IN $rows | row.id]})
WITH ledger
UNWIND $rows AS row
CREATE (thing:{label} {id: row.id})
SET thing += row.properties
SET thing.added = $revision
RETURN count(thing) AS written
