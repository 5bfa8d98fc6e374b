// How many records and relationships there are
// From the store's own counters, without looking at any: whether an import brought all.
// @mode read
// @returns records: Int!
// @returns relationships: Int!
CALL () {
  MATCH (record:Record)
  RETURN count(record) AS records
}
CALL () {
  MATCH ()-[r]->()
  RETURN count(r) AS relationships
}
RETURN records, relationships
