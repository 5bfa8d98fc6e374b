// Sweep nodes nobody published
// What a load that never ended left under one label; the notes of its steps say where to look.
// @mode write
// @choice label: Record, Person, Household, Organisation, Agency, Concern, Custody, Matter, Detail
// @param revision: Int!
MATCH (step:LoadStep {label: '{label}'})
CALL (step) {
  UNWIND step.ids AS id
  MATCH (thing:{label} {id: id})
  WHERE thing.added > $revision
  DETACH DELETE thing
} IN TRANSACTIONS OF 1 ROW
