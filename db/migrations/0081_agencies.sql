-- Agencies that editors taught, beside the table of the program; JSON (feeds/agencies/agency.ts).
CREATE TABLE taught_agencies (
  id TEXT PRIMARY KEY,
  agency TEXT NOT NULL,
  taught_at TEXT NOT NULL
) WITHOUT ROWID;
