// Mark people of concern
// Everyone who ever had a version of a concern carries the label that a question ends at. The label only
// says where to look: whether they are of concern to the asker is tested on the version.
// @mode write
// @param ids: [ID!]!
// @include under-lease
WITH ledger
UNWIND $ids AS id
MATCH (person:Person {id: id})
SET person:OfConcern
