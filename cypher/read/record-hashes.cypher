// Hashes of all records
// To tell whether the ledger holds these records and no others. Decisions are left out: they speak only of
// people whom other records brought.
// @mode read
// @param revision: Int!
// @param most: Int!
// @returns hash: String!
MATCH (record:Record)
WHERE record.added <= $revision AND record.type <> 'decision'
RETURN record.hash AS hash
ORDER BY hash
LIMIT $most
