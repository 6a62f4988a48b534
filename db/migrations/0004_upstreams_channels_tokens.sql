CREATE TABLE upstreams (
  id TEXT PRIMARY KEY,
  url TEXT NOT NULL UNIQUE,
  title TEXT,
  publication TEXT,
  site_url TEXT,
  feed_id TEXT,
  feed_updated TEXT,
  language TEXT,
  peer INTEGER NOT NULL,
  private INTEGER NOT NULL,
  tags TEXT,
  health TEXT NOT NULL CHECK (health IN ('new', 'healthy', 'failing', 'gone', 'paused')),
  etag TEXT,
  last_modified TEXT,
  body_hash TEXT,
  next_poll_at TEXT NOT NULL,
  last_poll_at TEXT,
  last_success_at TEXT,
  last_new_at TEXT,
  failures INTEGER NOT NULL,
  last_error TEXT,
  last_result TEXT,
  moved_to TEXT,
  moved_seen INTEGER NOT NULL,
  moved_since TEXT,
  last_status INTEGER,
  rhythm TEXT,
  hints TEXT,
  hub TEXT,
  added_at TEXT NOT NULL,
  -- Of the feed itself, as of the last poll that read it.
  faults TEXT
) WITHOUT ROWID;
CREATE INDEX upstreams_due ON upstreams (next_poll_at) WHERE health NOT IN ('gone', 'paused');

CREATE TABLE channels (
  slug TEXT PRIMARY KEY,
  -- Number in the sequence of changes at which it was last set.
  seq INTEGER NOT NULL,
  stored_at TEXT NOT NULL,
  -- Grows when its selection changes.
  generation INTEGER NOT NULL,
  title TEXT NOT NULL,
  description TEXT,
  icon TEXT,
  language TEXT,
  rights TEXT,
  hubs TEXT,
  selection TEXT NOT NULL,
  presentation TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE tokens (
  id TEXT PRIMARY KEY,
  hash TEXT NOT NULL UNIQUE,
  scopes TEXT,
  created_at TEXT NOT NULL
) WITHOUT ROWID;
