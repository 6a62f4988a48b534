-- Full text, fed from the queue below. `marks` holds words of ours: f12 for facet 12, and the spans of
-- days that the article lies in: x202 y2025 q20251 m202505 t2025051 d20250516 (see search-days.ts).
CREATE VIRTUAL TABLE search USING fts5 (
  title, body, credits, marks,
  content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2'
);

-- Articles whose text is to be indexed (again), as of their change `seq`.
CREATE TABLE search_queue (
  article_id INTEGER PRIMARY KEY,
  seq INTEGER NOT NULL
);
