// Whether people were made once more
// One row if they were, in a home that an earlier bench left.
// @mode read
// @returns there: Boolean!
MATCH (copy:DatesOnly)
RETURN true AS there
LIMIT 1
