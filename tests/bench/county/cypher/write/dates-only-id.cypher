// People once more
// The unique id at which a walk over dates alone begins.
// @mode write
CREATE CONSTRAINT dates_only_id IF NOT EXISTS FOR (n:DatesOnly) REQUIRE n.id IS UNIQUE
