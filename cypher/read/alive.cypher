// Whether the database is there
// Asked of a server that has been silent for some seconds, and by /health/ready. It has to come from the
// server: the driver vouches for a connection that was never used without asking it.
// @mode read
// @returns alive: Boolean!
RETURN true AS alive
