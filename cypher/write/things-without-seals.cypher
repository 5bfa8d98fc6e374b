// People, homes and organisations under no seal
// As without-seals does for versions: only in a graph that was just imported and is not in use.
// @mode write
// @choice label: Person, Household, Organisation
MATCH (thing:{label})
WHERE thing.seals IS NULL
CALL (thing) {
  SET thing.seals = []
} IN CONCURRENT TRANSACTIONS OF 10000 ROWS
