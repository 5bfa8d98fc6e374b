// Seals that a search touched
// Which of some seals, all shut to the asker, lie on the people and homes an answer tells of, or on a tie
// of anybody the search could reach. Asked with every answer, whether there are such seals or not, so
// that the work tells nothing.
// @mode read
// @bound reach 1..3
// @param ids: [ID!]!
// @param about: [ID!]!
// @param seals: [ID!]!
// @returns seal: ID!
CALL () {
  UNWIND $ids AS id
  MATCH (thing:Person {id: id})
  RETURN thing
  UNION
  UNWIND $ids AS id
  MATCH (thing:Household {id: id})
  RETURN thing
  UNION
  UNWIND $about AS id
  MATCH (start:Person {id: id})-[r
    // @include person-ties
    WHERE
    // @include step r
  ]-{1,{reach}}(thing:Person)
  RETURN DISTINCT thing
}
CALL (thing) {
  UNWIND thing.seals AS seal
  RETURN seal
  UNION
  MATCH (thing)-[s WHERE size(s.seals) > 0 AND s.from <= $asAt AND s.to >= $since AND s.heldFrom <= $heldOn AND s.heldTo >= $heldOn AND s.added <= $revision AND s.removed > $revision AND all(holder IN s.holders WHERE holder IN $heldBy)]-()
  UNWIND s.seals AS seal
  RETURN seal
}
WITH DISTINCT seal
WHERE seal IN $seals
RETURN seal
ORDER BY seal
