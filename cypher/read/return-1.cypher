// The floor
// What a question costs before it asks anything: the bench sets every other question beside it.
// @mode read
// @returns one: Int!
RETURN 1 AS one
