-- What changed in an article and when: title, address, text, date, credits, status (see history.ts). The newest are kept.
CREATE TABLE article_changes (
  article_id INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
  at TEXT NOT NULL,
  -- JSON: [{field, before?, after?}]
  changes TEXT NOT NULL,
  PRIMARY KEY (article_id, at)
) WITHOUT ROWID;
