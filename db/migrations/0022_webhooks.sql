-- Who is told of articles. `seq` and `article_id`: up to which change, and which newest article, it has been told.
CREATE TABLE webhooks (
  id TEXT PRIMARY KEY,
  version INTEGER NOT NULL,
  url TEXT NOT NULL,
  secret TEXT NOT NULL,
  events TEXT NOT NULL,
  selection TEXT NOT NULL,
  -- Why nothing is sent: NULL, 'paused' by a person or 'gone', as its server said.
  stopped TEXT,
  seq INTEGER NOT NULL,
  article_id INTEGER NOT NULL,
  created_at TEXT NOT NULL
) WITHOUT ROWID;

-- AUTOINCREMENT: the number is in the message's id and is never given twice.
CREATE TABLE webhook_deliveries (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  webhook_id TEXT NOT NULL REFERENCES webhooks (id) ON DELETE CASCADE,
  article_id INTEGER NOT NULL,
  -- The article's change that is told.
  seq INTEGER NOT NULL,
  event TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('waiting', 'delivered', 'failed')),
  attempts INTEGER NOT NULL,
  queued_at TEXT NOT NULL,
  next_at TEXT NOT NULL,
  last_status INTEGER,
  last_error TEXT
);
-- An article that changes again while it waits is one message still.
CREATE UNIQUE INDEX webhook_deliveries_waiting ON webhook_deliveries (webhook_id, article_id) WHERE state = 'waiting';
CREATE INDEX webhook_deliveries_due ON webhook_deliveries (next_at) WHERE state = 'waiting';
CREATE INDEX webhook_deliveries_of ON webhook_deliveries (webhook_id, id);
CREATE INDEX webhook_deliveries_done ON webhook_deliveries (queued_at) WHERE state <> 'waiting';
