-- What articles can be selected by: `all`, `source:SLUG`, `agency:ID`, `agency:ID:ROLE`, `person:ID`, `person:ID:ROLE`,
-- `role:ROLE`, `tag:SLUG`, `lang:TAG`. `seq` and `modified_at` move with every change of an article that has or had it.
CREATE TABLE facets (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  -- For showing: the party's or tag's name as first seen.
  name TEXT,
  -- How many listed articles have it.
  size INTEGER NOT NULL DEFAULT 0,
  seq INTEGER NOT NULL DEFAULT 0,
  modified_at TEXT
);
-- `search` moves when full text was indexed: results change with it.
INSERT INTO facets (id, key) VALUES (1, 'all'), (2, 'search');

-- The listed articles of each facet but `all`, in the order in which they are listed.
CREATE TABLE listings (
  facet_id INTEGER NOT NULL,
  sort_at INTEGER NOT NULL,
  article_id INTEGER NOT NULL,
  PRIMARY KEY (facet_id, sort_at, article_id)
) WITHOUT ROWID;
