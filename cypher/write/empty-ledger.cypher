// Empty the ledger
// Publishes revision 0, at which nothing is there, so that nobody sees half of what is being deleted.
// A program that dies before all is deleted finds `emptying`, the revision that was, at its next start.
// @mode write
// @include under-lease
WITH ledger
WHERE ledger.emptying IS NULL
SET ledger.emptying = ledger.revision, ledger.revision = 0, ledger.digest = '0', ledger.records = 0, ledger.versions = 0
