// Under the lease
// Every write of a load begins with this: it takes the lock of the ledger node, so that a loader whose
// lease ran out writes nothing more, renews the lease, and notes what the step touches. The note tells
// the next sweep what a broken load left; its unique key makes a second run of the same step harmless.
// @param lease: String!
// @param step: String!
MATCH (ledger:Ledger {lease: $lease})
SET ledger.leaseUntil = datetime() + duration({minutes: 10})
