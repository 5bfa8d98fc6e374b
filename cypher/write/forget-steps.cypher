// Forget the steps of a load
// Once it is published, or swept. Only under one's own lease.
// @mode write
// @param lease: String!
MATCH (ledger:Ledger {one: 1, lease: $lease})
WITH count(ledger) AS mine
MATCH (step:LoadStep)
WHERE mine = 1
CALL (step) {
  DELETE step
} IN TRANSACTIONS OF 1000 ROWS
