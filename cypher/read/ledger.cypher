// The ledger
// What is published, and which rules it was folded by. No row: nothing was ever loaded. A question
// reads the revision here once and asks every statement of its answer at that revision.
// @mode read
// @returns revision: Int!
// @returns digest: String!
// @returns foldVersion: Int!
// @returns schema: Int
// @returns records: Int!
// @returns versions: Int!
// @returns holder: String
MATCH (ledger:Ledger {one: 1})
RETURN ledger.revision AS revision, ledger.digest AS digest, ledger.foldVersion AS foldVersion, ledger.schema AS schema, ledger.records AS records, ledger.versions AS versions, ledger.holder AS holder
ORDER BY ledger.one
LIMIT 1
