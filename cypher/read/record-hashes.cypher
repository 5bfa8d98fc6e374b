// Hashes of all records
// To tell whether the ledger holds these records and no others.
// @mode read
// @param revision: Int!
// @returns hash: String!
MATCH (record:Record)
WHERE record.added <= $revision
RETURN record.hash AS hash
ORDER BY hash
