-- So that the newest of a facet, or the open block of an archive, are read without going through a second table.
-- Ids of the newest 51 articles of a facet that has more than a few, newest first; NULL: not known, ask `listings`.
ALTER TABLE facets ADD COLUMN newest TEXT;
-- Ids of the articles in the open block; NULL: not known, ask `archived_articles`.
ALTER TABLE archives ADD COLUMN open_ids TEXT;
