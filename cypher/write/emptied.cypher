// The ledger is empty
// Everything was deleted. Revisions go on from where they were: none ever means two things.
// @mode write
// @include under-lease
WITH ledger
WHERE ledger.emptying IS NOT NULL
SET ledger.revision = ledger.emptying + 1
REMOVE ledger.emptying
CREATE (:Load {revision: ledger.revision, at: datetime(), kind: 'emptied', before: '0', digest: '0'})
