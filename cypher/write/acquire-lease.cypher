// Take the ledger's lock
// One loader at a time. The lock is a lease on the ledger node: free when nobody has it, when its time is
// up by the database's clock, or when its holder is known to be dead. Gives back whoever has it now.
// @mode write
// @param lease: String!
// @param holder: String!
// @param dead: [String!]!
// @returns lease: String!
// @returns holder: String!
// @returns revision: Int!
// @returns digest: String!
// @returns foldVersion: Int!
// @returns records: Int!
// @returns versions: Int!
MERGE (ledger:Ledger {one: 1})
ON CREATE SET ledger.revision = 0, ledger.digest = '0', ledger.foldVersion = 0, ledger.records = 0, ledger.versions = 0
// Writing first takes the node's lock, so that two loaders do not both find it free.
SET ledger.asked = $lease
WITH ledger, ledger.lease IS NULL OR ledger.leaseUntil < datetime() OR ledger.lease = $lease OR ledger.lease IN $dead AS free
FOREACH (taken IN CASE WHEN free THEN [1] ELSE [] END |
  SET ledger.lease = $lease, ledger.holder = $holder, ledger.leaseUntil = datetime() + duration({minutes: 10})
)
RETURN ledger.lease AS lease, ledger.holder AS holder, ledger.revision AS revision, ledger.digest AS digest, ledger.foldVersion AS foldVersion, ledger.records AS records, ledger.versions AS versions
