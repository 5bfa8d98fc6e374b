// Delete all nodes of one label
// With their versions. Only under a ledger that is being emptied.
// @mode write
// @choice label: Record, Person, Household, Organisation, Agency, Concern, Custody, Matter, Detail, Load, LoadStep
MATCH (ledger:Ledger {one: 1})
WHERE ledger.emptying IS NOT NULL
WITH count(ledger) AS emptying
MATCH (thing:{label})
WHERE emptying = 1
CALL (thing) {
  DETACH DELETE thing
} IN TRANSACTIONS OF 2000 ROWS
