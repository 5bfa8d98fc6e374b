// Seals
// Every seal of the ledger: whom each opens to is decided in server/access/seals.ts, on the day of asking.
// @mode read
// @param revision: Int!
// @returns line: String!
// @returns added: Int!
MATCH (seal:Record {type: 'seal'})
WHERE seal.added <= $revision
RETURN seal.line AS line, seal.added AS added
ORDER BY seal.id
