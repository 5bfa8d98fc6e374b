// Keep the ledger's lock
// For the time between writes: without it a lease runs out in ten minutes. No row: the lock was lost.
// @mode write
// @returns lease: String!
// @include under-lease
RETURN ledger.lease AS lease
