// Note the schema
// The number of the last file of cypher/schema/ that was applied to this store.
// @mode write
// @param schema: Int!
MERGE (ledger:Ledger {one: 1})
ON CREATE SET ledger.revision = 0, ledger.digest = '0', ledger.foldVersion = 0, ledger.records = 0, ledger.versions = 0
SET ledger.schema = $schema
