// Publish a revision
// The last write of a load, alone: from here on questions see what it wrote and no longer what it
// replaced. Seals go on what they cover in the same moment.
// @mode write
// @param revision: Int!
// @param digest: String!
// @param foldVersion: Int!
// @param records: Int!
// @param versions: Int!
// @param load: {kind: String!, titles: [String!]!, hash: String!, records: Int!, added: Int!, removed: Int!}!
// @param people: [{id: ID!, seals: [ID!]!}!]!
// @param households: [{id: ID!, seals: [ID!]!}!]!
// @param organisations: [{id: ID!, seals: [ID!]!}!]!
// @returns revision: Int!
// @include under-lease
WITH ledger
WHERE ledger.revision = $revision - 1
CREATE (load:Load {revision: $revision, at: datetime(), before: ledger.digest, digest: $digest})
SET load += $load
SET ledger.revision = $revision, ledger.digest = $digest, ledger.foldVersion = $foldVersion, ledger.records = $records, ledger.versions = $versions
WITH ledger
CALL () {
  UNWIND $people AS row
  MATCH (thing:Person {id: row.id})
  SET thing.seals = row.seals
}
CALL () {
  UNWIND $households AS row
  MATCH (thing:Household {id: row.id})
  SET thing.seals = row.seals
}
CALL () {
  UNWIND $organisations AS row
  MATCH (thing:Organisation {id: row.id})
  SET thing.seals = row.seals
}
RETURN ledger.revision AS revision
