-- The store-wide sequence of changes. A batch takes the numbers first..seq for its articles.
CREATE TABLE change_sequence (
  id INTEGER PRIMARY KEY,
  first INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  -- Broken on purpose by a batch that finds an article other than it was read (see save.ts).
  CONSTRAINT unchanged_meanwhile CHECK (id = 1)
);
INSERT INTO change_sequence (id, first, seq) VALUES (1, 1, 0);

-- Where articles come from: mastheads, else feeds. `base` is the name as a slug; `slug` adds the host where two share it.
CREATE TABLE sources (
  slug TEXT PRIMARY KEY,
  base TEXT NOT NULL,
  host TEXT,
  name TEXT NOT NULL,
  url TEXT,
  feed_url TEXT
) WITHOUT ROWID;
CREATE INDEX sources_base ON sources (base);

-- One row is one article, whole: what the formats need comes out of one look-up. Lists are JSON, NULL when empty.
-- AUTOINCREMENT: the number is a public address and is never given twice.
CREATE TABLE articles (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  -- The same, since a range of (x, id) goes by an index only where id is no rowid.
  number INTEGER NOT NULL GENERATED ALWAYS AS (id) VIRTUAL,
  seq INTEGER NOT NULL UNIQUE,
  stored_at TEXT NOT NULL,
  -- Seconds since 1970 by which lists are sorted.
  sort_at INTEGER NOT NULL,
  -- Slug of its source.
  source TEXT NOT NULL,
  upstream_id TEXT NOT NULL,
  guid TEXT NOT NULL,
  published_id TEXT NOT NULL UNIQUE,
  -- Of the entry as said, and of the body before it was cleaned.
  hash TEXT NOT NULL,
  body_hash TEXT,
  status TEXT NOT NULL CHECK (status IN ('published', 'retracted', 'removed', 'withheld')),
  listed INTEGER NOT NULL GENERATED ALWAYS AS (status IN ('published', 'retracted')) VIRTUAL,
  -- 1 while another article here has the same canonical URL.
  shared_url INTEGER NOT NULL DEFAULT 0,
  -- Names of the fields that a person set.
  edited TEXT,
  -- Ids of the facets it has, and of those it had and lost.
  facets TEXT NOT NULL,
  left_facets TEXT,
  title TEXT,
  canonical_url TEXT,
  canonical_rule TEXT,
  url_as_fed TEXT,
  published TEXT,
  updated TEXT,
  first_seen_at TEXT NOT NULL,
  changed_at TEXT,
  language TEXT,
  summary TEXT,
  credits TEXT,
  credit_text TEXT,
  publication TEXT,
  via TEXT,
  upstream_feed TEXT,
  rights TEXT,
  media TEXT,
  enclosures TEXT,
  tags TEXT,
  related TEXT,
  comments TEXT,
  podcast TEXT,
  corrections TEXT,
  doubts TEXT,
  -- 0: as it came. Else the version of the sanitizer that cleaned it.
  body_version INTEGER NOT NULL DEFAULT 0,
  body TEXT,
  UNIQUE (upstream_id, guid)
);
CREATE INDEX articles_newest ON articles (sort_at, number) WHERE listed = 1;
CREATE INDEX articles_canonical ON articles (canonical_url, sort_at, id, shared_url) WHERE canonical_url IS NOT NULL;
CREATE INDEX articles_doubtful ON articles (sort_at, number, doubts) WHERE doubts IS NOT NULL;

-- What the upstream said, without the content, and what of it could not be placed.
CREATE TABLE entries (
  article_id INTEGER PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE,
  said TEXT,
  faults TEXT
);
CREATE INDEX entries_faulty ON entries (article_id) WHERE faults IS NOT NULL;
