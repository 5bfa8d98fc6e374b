// Finding statements again
// A load folds anew only what its statements touch: it finds what is already held by the topic, and
// by the ends the topic joins.
// @mode schema
CREATE INDEX statement_topic IF NOT EXISTS FOR (n:Statement) ON (n.topic);
CREATE INDEX statement_end1 IF NOT EXISTS FOR (n:Statement) ON (n.end1);
CREATE INDEX statement_end2 IF NOT EXISTS FOR (n:Statement) ON (n.end2);
CREATE INDEX statement_repeats IF NOT EXISTS FOR (n:Statement) ON (n.repeats);
CREATE INDEX statement_withdraws IF NOT EXISTS FOR (n:Statement) ON (n.withdraws);
CREATE INDEX record_type IF NOT EXISTS FOR (n:Record) ON (n.type);
