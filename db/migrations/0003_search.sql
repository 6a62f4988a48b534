-- Full text, fed from the queue below. `marks` holds words of ours: f12 for facet 12, y2025 m202505 d20250516 for the day.
CREATE VIRTUAL TABLE search USING fts5 (
  title, body, credits, marks,
  content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2'
);

-- Articles whose text is to be indexed (again), as of their change `seq`.
CREATE TABLE search_queue (
  article_id INTEGER PRIMARY KEY,
  seq INTEGER NOT NULL
);
