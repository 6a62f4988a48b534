-- Archives of channels (RFC 5005 section 4): numbered blocks in the order in which articles entered or changed. The
-- block `open_number` is still being filled and stands in the live document.
CREATE TABLE archives (
  channel TEXT PRIMARY KEY,
  generation INTEGER NOT NULL,
  -- All changes up to this number of the sequence have been placed.
  through_seq INTEGER NOT NULL,
  open_number INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE archived_articles (
  channel TEXT NOT NULL,
  article_id INTEGER NOT NULL,
  number INTEGER NOT NULL,
  PRIMARY KEY (channel, article_id)
) WITHOUT ROWID;
CREATE INDEX archived_articles_number ON archived_articles (channel, number, article_id);
