-- Who is subscribed to feeds of ours at our own hub; `host` is that of the callback.
CREATE TABLE hub_subscriptions (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  topic TEXT NOT NULL,
  callback TEXT NOT NULL,
  host TEXT NOT NULL,
  secret TEXT,
  expires_at TEXT NOT NULL
);
CREATE UNIQUE INDEX hub_subscriptions_of ON hub_subscriptions (topic, callback);
CREATE INDEX hub_subscriptions_end ON hub_subscriptions (expires_at);

-- Feeds of ours of which somebody is told, and the ETag that was told last.
CREATE TABLE hub_topics (
  topic TEXT PRIMARY KEY,
  etag TEXT NOT NULL,
  told_at TEXT NOT NULL
) WITHOUT ROWID;

-- What is to be sent. AUTOINCREMENT: an end that comes late never meets another message.
CREATE TABLE websub_outbox (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  -- 'deliver' (topics to subscribers) or 'ask' (small requests).
  lane TEXT NOT NULL,
  key TEXT NOT NULL,
  host TEXT NOT NULL,
  job TEXT NOT NULL,
  -- Grows when the same is queued again: what was sent before is then not the last word.
  version INTEGER NOT NULL,
  attempts INTEGER NOT NULL,
  queued_at TEXT NOT NULL,
  due_at TEXT NOT NULL,
  last_error TEXT
);
CREATE UNIQUE INDEX websub_outbox_key ON websub_outbox (lane, key);
CREATE INDEX websub_outbox_due ON websub_outbox (lane, due_at);

-- Hubs of others that tell us of news of an upstream. `path` is the last part of our callback, and a secret.
CREATE TABLE push_subscriptions (
  upstream_id TEXT PRIMARY KEY REFERENCES upstreams (id) ON DELETE CASCADE,
  path TEXT NOT NULL,
  hub TEXT NOT NULL,
  topic TEXT NOT NULL,
  secret TEXT NOT NULL,
  -- Until then the hub may confirm what we asked for.
  pending_until TEXT NOT NULL,
  lease_ends_at TEXT,
  ask_at TEXT NOT NULL,
  failures INTEGER NOT NULL,
  last_error TEXT
) WITHOUT ROWID;
CREATE UNIQUE INDEX push_subscriptions_path ON push_subscriptions (path);
CREATE INDEX push_subscriptions_ask ON push_subscriptions (ask_at);
CREATE INDEX upstreams_hub ON upstreams (id) WHERE upstream ->> '$.hub' IS NOT NULL;
