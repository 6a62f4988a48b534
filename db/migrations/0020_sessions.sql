-- Sessions of people at the desk. The key is the SHA-256 of the cookie; what it may do is asked of its token each time.
CREATE TABLE sessions (
  hash TEXT PRIMARY KEY,
  token_id TEXT NOT NULL,
  created_at TEXT NOT NULL,
  expires_at TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX sessions_expired ON sessions (expires_at);
