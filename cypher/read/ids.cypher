// All ids
// Of every record, to find out which one a pseudonym of the audit log stands for: asked only where the
// key of the pseudonyms is.
// @mode read
// @param revision: Int!
// @returns id: ID!
MATCH (record:Record)
WHERE record.added <= $revision
RETURN record.id AS id
ORDER BY id
