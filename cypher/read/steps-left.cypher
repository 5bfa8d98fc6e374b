// Steps a load left
// Whether a load that was never published left something to sweep, or an emptying was not finished.
// @mode read
// @returns steps: Int!
// @returns emptying: Boolean!
OPTIONAL MATCH (ledger:Ledger {one: 1})
WITH ledger.emptying IS NOT NULL AS emptying
OPTIONAL MATCH (step:LoadStep)
RETURN count(step) AS steps, emptying
