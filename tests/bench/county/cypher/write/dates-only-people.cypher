// People once more, for ties with dates alone
// Every person a second time, as the end of ties that have nothing but dates.
// @mode write
MATCH (person:Person)
CALL (person) {
  MERGE (copy:DatesOnly {id: person.id})
  FOREACH (_ IN CASE WHEN person:OfConcern THEN [1] ELSE [] END | SET copy:DatesOnlyOfConcern)
} IN TRANSACTIONS OF 20000 ROWS
