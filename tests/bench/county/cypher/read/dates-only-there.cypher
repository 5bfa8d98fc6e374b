// Whether people and ties were made once more
// One row if all of it was, in a home that an earlier bench left.
// @mode read
// @returns there: Boolean!
MATCH (whole:DatesOnlyWhole)
RETURN true AS there
LIMIT 1
