-- What a file looked like on this machine's disk when it was read last: one that looks the same is not read again.
-- The only rows that say nothing of the gazettes: archives of the same files on two machines differ in them.
CREATE TABLE file_states (
  source_id INTEGER PRIMARY KEY REFERENCES sources(id) ON DELETE CASCADE,
  state TEXT NOT NULL
) STRICT;
