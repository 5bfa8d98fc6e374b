// Empty the ledger
// Publishes revision 0, at which nothing is there, so that nobody sees half of what is being deleted.
// A program that dies before all is deleted finds `emptying` at its next start.
// @mode write
// @returns revision: Int!
// @include under-lease
SET ledger.revision = 0, ledger.digest = '0', ledger.records = 0, ledger.versions = 0, ledger.emptying = true
RETURN ledger.revision AS revision
