-- So much of the index is gathered in memory (bytes; 1 MB otherwise) before it is written: a batch of articles is one
-- segment then and not several, and the merging of segments is a third of all the work.
INSERT INTO search (search, rank) VALUES ('hashsize', 4194304);
