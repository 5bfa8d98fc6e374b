// Under the lease
// Every write of a load begins with this. It takes the ledger node's lock before it looks whose lease it
// is, so that a loader whose lease ran out writes nothing more; and it renews the lease.
// @param lease: String!
MATCH (ledger:Ledger {one: 1})
SET ledger.asked = $lease
WITH ledger
WHERE ledger.lease = $lease
SET ledger.leaseUntil = datetime() + duration({minutes: 10})
