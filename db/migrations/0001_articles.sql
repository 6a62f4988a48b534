-- The store-wide sequence of changes. A batch takes the numbers first..seq for its articles.
CREATE TABLE change_sequence (
  id INTEGER PRIMARY KEY,
  first INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  -- Broken on purpose by a batch that finds an article other than it was read (see write.ts).
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

-- One row is one article: `article` is its JSON (feeds/model/article.ts) without the body. The generated columns are
-- what SQL asks of it: credits, media, via, tags and the rest are read by json_each(article, '$.credits') and the like.
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
  -- Of the entry as said, and of the body before it was cleaned.
  hash TEXT NOT NULL,
  body_hash TEXT,
  -- 1 while another article here has the same canonical URL.
  shared_url INTEGER NOT NULL DEFAULT 0,
  -- Names of the fields that a person set.
  edited TEXT,
  -- Ids of the facets it has, and of those it had and lost.
  facets TEXT NOT NULL,
  left_facets TEXT,
  upstream_id TEXT NOT NULL GENERATED ALWAYS AS (article ->> '$.upstreamId') VIRTUAL,
  guid TEXT NOT NULL GENERATED ALWAYS AS (article ->> '$.guid') VIRTUAL,
  published_id TEXT NOT NULL GENERATED ALWAYS AS (article ->> '$.publishedId') VIRTUAL,
  title TEXT GENERATED ALWAYS AS (article ->> '$.title') VIRTUAL,
  canonical_url TEXT GENERATED ALWAYS AS (article ->> '$.canonicalUrl') VIRTUAL,
  status TEXT NOT NULL GENERATED ALWAYS AS (article ->> '$.status') VIRTUAL,
  listed INTEGER NOT NULL GENERATED ALWAYS AS (article ->> '$.status' IN ('published', 'retracted')) VIRTUAL,
  doubts TEXT GENERATED ALWAYS AS (nullif(article ->> '$.doubts', '[]')) VIRTUAL,
  article TEXT NOT NULL,
  -- 0: as it came. Else the version of the sanitizer that cleaned it.
  body_version INTEGER NOT NULL DEFAULT 0,
  body TEXT
);
CREATE UNIQUE INDEX articles_identity ON articles (upstream_id, guid);
CREATE UNIQUE INDEX articles_published_id ON articles (published_id);
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
