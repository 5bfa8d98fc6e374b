// Give the ledger's lock back
// Only one's own.
// @mode write
// @include under-lease
REMOVE ledger.lease, ledger.leaseUntil, ledger.holder
