// Seals that a search touched
// Which of some seals, all shut to the asker, lie on the people and homes an answer tells of or was asked
// about, or on a tie of theirs. Asked with every answer, whether there are such seals or not, so that
// the work tells nothing.
// @mode read
// @param ids: [ID!]!
// @param seals: [ID!]!
// @param revision: Int!
// @returns seal: ID!
UNWIND $ids AS id
CALL (id) {
  MATCH (thing:Person {id: id})
  RETURN thing
  UNION
  MATCH (thing:Household {id: id})
  RETURN thing
}
CALL (thing) {
  UNWIND thing.seals AS seal
  RETURN seal
  UNION
  MATCH (thing)-[r WHERE r.added <= $revision AND r.removed > $revision AND size(r.seals) > 0]-()
  UNWIND r.seals AS seal
  RETURN seal
}
WITH DISTINCT seal
WHERE seal IN $seals
RETURN seal
ORDER BY seal
