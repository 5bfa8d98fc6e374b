// Finding sharings again
// As 003-units, for the statements that one agency passed on to another.
// @mode schema
// @choice kind: PASSED_TO
CREATE INDEX unit_of_{kind} IF NOT EXISTS FOR ()-[r:{kind}]-() ON (r.unit);
