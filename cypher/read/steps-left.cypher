// Steps a load left
// Whether a load that was never published left something to sweep, or an emptying was not finished.
// @mode read
// @returns steps: Int!
// @returns emptying: Boolean!
OPTIONAL MATCH (ledger:Ledger {one: 1})
WITH coalesce(ledger.emptying, false) AS emptying
OPTIONAL MATCH (step:LoadStep)
RETURN count(step) AS steps, emptying
