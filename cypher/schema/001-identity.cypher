// Identity
// One node for each record and each thing records speak of; the unique ids are where every question
// and every write begins. The ledger has one node.
// @mode schema
CREATE CONSTRAINT record_id IF NOT EXISTS FOR (n:Record) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT statement_id IF NOT EXISTS FOR (n:Statement) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT person_id IF NOT EXISTS FOR (n:Person) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT household_id IF NOT EXISTS FOR (n:Household) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT organisation_id IF NOT EXISTS FOR (n:Organisation) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT agency_id IF NOT EXISTS FOR (n:Agency) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT concern_id IF NOT EXISTS FOR (n:Concern) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT custody_id IF NOT EXISTS FOR (n:Custody) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT matter_id IF NOT EXISTS FOR (n:Matter) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT detail_id IF NOT EXISTS FOR (n:Detail) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT load_step_key IF NOT EXISTS FOR (n:LoadStep) REQUIRE n.key IS UNIQUE;
CREATE CONSTRAINT load_revision IF NOT EXISTS FOR (n:Load) REQUIRE n.revision IS UNIQUE;
CREATE CONSTRAINT ledger_one IF NOT EXISTS FOR (n:Ledger) REQUIRE n.one IS UNIQUE;
