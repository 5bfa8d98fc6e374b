// Held at some time up to the day, and open to the asker
// What every version is tested for that was ever held by the day: by agencies that were all asked, under
// seals that are all open, at the ledger's revision, and not resting on anything left out. Model section 5.
// @alias r
// @param heldOn: Date!
// @param revision: Int!
// @param heldBy: [ID!]!
// @param opened: [ID!]!
// @param without: [ID!]!
r.heldFrom <= $heldOn AND r.added <= $revision AND r.removed > $revision
AND all(holder IN r.holders WHERE holder IN $heldBy) AND all(seal IN r.seals WHERE seal IN $opened)
// @when without
AND none(x IN r.rests WHERE x IN $without)
// @end
