// Days from which and to which an agency has records
// The spell of a HELD_BY is its agency. So the first and the last day on which an agency came to hold
// something, and the load that brought the newest, are found at the ends of these, not by reading all.
// @mode schema
CREATE INDEX held_from_of_agency IF NOT EXISTS FOR ()-[h:HELD_BY]-() ON (h.spell, h.heldFrom);
CREATE INDEX added_of_agency IF NOT EXISTS FOR ()-[h:HELD_BY]-() ON (h.spell, h.added);
