// Records that name people
// Contacts, decisions, and statements on orders, plans, assessments and events.
// @mode read
// @param ids: [ID!]!
// @returns id: ID!
// @returns topic: String
UNWIND $ids AS id
MATCH (person:Person {id: id})<-[:NAMES]-(record:Record)
RETURN DISTINCT record.id AS id, record.topic AS topic
