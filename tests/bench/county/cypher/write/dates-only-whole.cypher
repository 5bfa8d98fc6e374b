// People and ties were made once more
// So that another bench of the same home need not.
// @mode write
MERGE (:DatesOnlyWhole {one: 1})
