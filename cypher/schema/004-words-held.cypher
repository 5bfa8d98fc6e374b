// Words by which people are found
// What each agency holds of names, sounds, births and numbers, and of postcodes and areas, as tokens
// (server/ledger/search-words.ts); and what people are called here. The analyzers leave tokens as they are.
// @mode schema
CREATE FULLTEXT INDEX words_held IF NOT EXISTS FOR ()-[r:HAS_DETAIL|HAS_ADDRESS]-() ON EACH [r.search] OPTIONS {indexConfig: {`fulltext.analyzer`: 'whitespace'}};
CREATE FULLTEXT INDEX called IF NOT EXISTS FOR (n:Person) ON EACH [n.label] OPTIONS {indexConfig: {`fulltext.analyzer`: 'standard-no-stop-words'}};
