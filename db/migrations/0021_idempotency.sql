-- Answers to requests that carried an Idempotency-Key: the same request again gets the same answer.
CREATE TABLE idempotency_keys (
  token_id TEXT NOT NULL,
  key TEXT NOT NULL,
  -- SHA-256 of method, address and body.
  request TEXT NOT NULL,
  started_at TEXT NOT NULL,
  -- JSON; NULL while the request is under way.
  answer TEXT,
  PRIMARY KEY (token_id, key)
) WITHOUT ROWID;
CREATE INDEX idempotency_keys_age ON idempotency_keys (started_at);
