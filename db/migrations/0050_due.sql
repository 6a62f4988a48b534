-- When an article changes by itself: at the end of its embargo, or of the time in which feeds tell that it was removed.
ALTER TABLE articles ADD COLUMN due_at TEXT GENERATED ALWAYS AS (CASE article ->> '$.status'
  WHEN 'withheld' THEN article ->> '$.embargo'
  WHEN 'removed' THEN article ->> '$.removal.noticeUntil' END) VIRTUAL;
CREATE INDEX articles_due ON articles (due_at, number) WHERE due_at IS NOT NULL;
