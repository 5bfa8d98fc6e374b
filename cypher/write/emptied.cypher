// The ledger is empty
// Everything was deleted.
// @mode write
// @include under-lease
REMOVE ledger.emptying
