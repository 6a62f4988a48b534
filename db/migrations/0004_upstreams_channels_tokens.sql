-- Each record is its JSON (feeds/model/upstream.ts, channel.ts); the generated columns are what SQL asks of it.

CREATE TABLE upstreams (
  id TEXT PRIMARY KEY,
  upstream TEXT NOT NULL,
  url TEXT NOT NULL GENERATED ALWAYS AS (upstream ->> '$.url') VIRTUAL,
  health TEXT NOT NULL GENERATED ALWAYS AS (upstream ->> '$.health') VIRTUAL,
  next_poll_at TEXT NOT NULL GENERATED ALWAYS AS (upstream ->> '$.nextPollAt') VIRTUAL,
  -- Of the feed itself, as of the last poll that read it.
  faults TEXT
) WITHOUT ROWID;
CREATE UNIQUE INDEX upstreams_url ON upstreams (url);
CREATE INDEX upstreams_due ON upstreams (next_poll_at) WHERE health NOT IN ('gone', 'paused');

CREATE TABLE channels (
  slug TEXT PRIMARY KEY,
  channel TEXT NOT NULL,
  -- Number in the sequence of changes at which it was last set.
  seq INTEGER NOT NULL,
  stored_at TEXT NOT NULL,
  -- Grows when its selection changes.
  generation INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE tokens (
  id TEXT PRIMARY KEY,
  token TEXT NOT NULL,
  hash TEXT NOT NULL GENERATED ALWAYS AS (token ->> '$.hash') VIRTUAL
) WITHOUT ROWID;
CREATE UNIQUE INDEX tokens_hash ON tokens (hash);
