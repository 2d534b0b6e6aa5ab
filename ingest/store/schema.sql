-- The record store: the truth of the archive. The search index and every page are made from it.
-- Offsets (span_start, span_end) are UTF-16 offsets into sources.text; lines are 1-based. Dates are ISO days.
-- Nothing here depends on the clock: the same files give the same rows, whatever the order of ingest.

CREATE TABLE meta (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT;

CREATE TABLE issues (
  id TEXT PRIMARY KEY,                         -- xinjiang-2024-17-18
  gazette TEXT,
  publication_date TEXT,
  year INTEGER,
  issue_numbers TEXT NOT NULL,                 -- JSON [17,18]
  serial_numbers TEXT NOT NULL,                -- JSON [987,988]
  title TEXT NOT NULL                          -- what people read: 新疆维吾尔自治区人民政府公报 2024年第17-18期
) STRICT;

-- A file. Two files of one issue are two sources; a document that stands in several takes its text from the best of
-- them (store/source-rank.ts). The best source of an issue is primary: it gives the issue its title and contents.
CREATE TABLE sources (
  id INTEGER PRIMARY KEY,
  issue_id TEXT NOT NULL REFERENCES issues(id) ON DELETE CASCADE,
  path TEXT NOT NULL UNIQUE,                   -- as given, made relative to the gazette folder where it lies in it
  content_hash TEXT NOT NULL,                  -- sha256 of the bytes
  text_hash TEXT NOT NULL,                     -- sha256 of the text below, for the doctor
  reader_version TEXT NOT NULL,                -- a newer reader reads the same bytes again
  format TEXT NOT NULL,
  encoding TEXT NOT NULL,
  byte_length INTEGER NOT NULL,
  is_primary INTEGER NOT NULL DEFAULT 1,
  own_issue_id TEXT NOT NULL,                  -- what its masthead or name gives; a saved page of a document that a
                                               -- gazette holds is listed with that issue instead
  gazette TEXT,                                -- of this file's own masthead
  publication_date TEXT,
  stated_facts TEXT NOT NULL,                  -- JSON StatedFact[], so that the file can be parsed again from here
  text TEXT NOT NULL
) STRICT;
CREATE INDEX sources_by_hash ON sources(content_hash);
CREATE INDEX sources_by_issue ON sources(issue_id);

CREATE TABLE documents (
  id TEXT PRIMARY KEY,                         -- xinzhengbanfa-2024-43; equals its register entry's id
  issue_id TEXT NOT NULL REFERENCES issues(id) ON DELETE CASCADE,
  source_id INTEGER NOT NULL REFERENCES sources(id) ON DELETE CASCADE,
  seq INTEGER NOT NULL,                        -- order in the issue, from 1
  kind TEXT NOT NULL CHECK (kind IN ('act', 'report')),
  title TEXT NOT NULL,
  title_key TEXT NOT NULL,                     -- folded for comparison (text/title-key.ts)
  document_number TEXT,
  number_key TEXT,                             -- folded for comparison (text/document-number.ts)
  document_type TEXT,
  section TEXT,
  signatory TEXT,
  adoption_date TEXT,
  promulgation_date TEXT,
  effective_date TEXT,
  expiry_date TEXT,
  page INTEGER,                                -- printed page, from the contents
  span_start INTEGER NOT NULL,
  span_end INTEGER NOT NULL,
  line_start INTEGER NOT NULL,
  line_end INTEGER NOT NULL,
  digest TEXT,                                 -- of its own rows in all tables (document-digest.ts), for the doctor
  UNIQUE (issue_id, seq)
) STRICT;
CREATE INDEX documents_by_number ON documents(number_key);
CREATE INDEX documents_by_title ON documents(title_key);
CREATE INDEX documents_by_promulgation ON documents(promulgation_date);

-- Every place where a document stands: several files of one issue, two issues, a web page and the gazette.
-- document_id names no row of documents only while a transaction runs.
CREATE TABLE appearances (
  source_id INTEGER NOT NULL REFERENCES sources(id) ON DELETE CASCADE,
  seq INTEGER NOT NULL,                        -- order in the file, from 1
  base_id TEXT NOT NULL,                       -- id that its own facts give (resolve/document-id.ts)
  document_id TEXT NOT NULL,                   -- id under which it is held: base_id unless another document has that
  is_holder INTEGER NOT NULL,                  -- 1: the document's rows are made from this place
  title TEXT NOT NULL,
  title_key TEXT NOT NULL,
  fingerprint TEXT NOT NULL,                   -- of the words alone: equal for equal texts however they are printed
  span_start INTEGER NOT NULL,
  span_end INTEGER NOT NULL,
  line_start INTEGER NOT NULL,
  line_end INTEGER NOT NULL,
  PRIMARY KEY (source_id, seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX appearances_by_base ON appearances(base_id);
CREATE INDEX appearances_by_document ON appearances(document_id);

CREATE TABLE document_authorities (
  document_id TEXT NOT NULL REFERENCES documents(id) ON DELETE CASCADE,
  seq INTEGER NOT NULL,
  name TEXT NOT NULL,                          -- as signed
  canonical TEXT NOT NULL,                     -- full name by data/authorities.json
  PRIMARY KEY (document_id, seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX document_authorities_by_name ON document_authorities(canonical);

-- Evidence for each fact of a document: name is the model's field name (effectiveDate, issuingAuthorities, alias, …).
CREATE TABLE facts (
  id INTEGER PRIMARY KEY,
  document_id TEXT NOT NULL REFERENCES documents(id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  value TEXT NOT NULL,
  raw TEXT NOT NULL,
  span_start INTEGER NOT NULL,
  span_end INTEGER NOT NULL,
  line INTEGER NOT NULL,
  rule TEXT NOT NULL,
  certainty TEXT NOT NULL,
  provisions TEXT                              -- JSON [[3],[4]] for per-provision commencement
) STRICT;
CREATE INDEX facts_by_document ON facts(document_id);

CREATE TABLE parts (
  document_id TEXT NOT NULL REFERENCES documents(id) ON DELETE CASCADE,
  seq INTEGER NOT NULL,
  kind TEXT NOT NULL,
  title TEXT NOT NULL,
  span_start INTEGER NOT NULL,
  span_end INTEGER NOT NULL,
  line_start INTEGER NOT NULL,
  line_end INTEGER NOT NULL,
  PRIMARY KEY (document_id, seq)
) STRICT, WITHOUT ROWID;

-- The tree as rows, in reading order.
CREATE TABLE provisions (
  document_id TEXT NOT NULL REFERENCES documents(id) ON DELETE CASCADE,
  seq INTEGER NOT NULL,                        -- reading order in the document, from 1
  provision_id TEXT NOT NULL,                  -- art-8/para-2
  parent_seq INTEGER,
  part_seq INTEGER NOT NULL,
  depth INTEGER NOT NULL,
  kind TEXT NOT NULL,
  label TEXT,
  number TEXT,                                 -- JSON [8]
  heading TEXT,
  body TEXT NOT NULL,
  runs TEXT NOT NULL,                          -- JSON [[at, source, length], …] of the body
  span_start INTEGER NOT NULL,
  span_end INTEGER NOT NULL,
  line_start INTEGER NOT NULL,
  line_end INTEGER NOT NULL,
  PRIMARY KEY (document_id, seq),
  UNIQUE (document_id, provision_id)
) STRICT, WITHOUT ROWID;

-- What search finds: an article, or the natural piece of a text without articles, with its whole text.
CREATE TABLE pieces (
  id INTEGER PRIMARY KEY,
  document_id TEXT NOT NULL REFERENCES documents(id) ON DELETE CASCADE,
  seq INTEGER NOT NULL,
  provision_id TEXT,                           -- null: the running text of a part
  part_seq INTEGER NOT NULL,
  kind TEXT NOT NULL,                          -- article, heading, list, notice, table, …
  label TEXT,                                  -- 第八条
  number TEXT,                                 -- JSON [8]
  heading TEXT,
  path TEXT NOT NULL,                          -- JSON ["第二章 评查程序"]
  text TEXT NOT NULL,                          -- label excluded, paragraphs separated by \n
  UNIQUE (document_id, seq)
) STRICT;

CREATE TABLE relations (
  id INTEGER PRIMARY KEY,
  document_id TEXT NOT NULL REFERENCES documents(id) ON DELETE CASCADE,
  provision_id TEXT,
  type TEXT NOT NULL,
  mode TEXT,
  target_title TEXT,
  target_title_key TEXT,
  target_number TEXT,
  target_number_key TEXT,
  target_provisions TEXT NOT NULL,             -- JSON [[8],[9]]
  target_id TEXT REFERENCES register(id) ON DELETE SET NULL,
  resolution TEXT,                             -- JSON: how it was resolved, or the candidates
  effective_date TEXT,
  certainty TEXT NOT NULL,
  citation_raw TEXT NOT NULL,
  citation_start INTEGER NOT NULL,
  citation_end INTEGER NOT NULL,
  quote TEXT NOT NULL,
  quote_start INTEGER NOT NULL,
  quote_end INTEGER NOT NULL,
  line INTEGER NOT NULL,
  rule TEXT NOT NULL
) STRICT;
CREATE INDEX relations_by_document ON relations(document_id);
CREATE INDEX relations_by_target ON relations(target_id);
CREATE INDEX relations_by_number ON relations(target_number_key);
CREATE INDEX relations_by_title ON relations(target_title_key);

CREATE TABLE history (
  document_id TEXT NOT NULL REFERENCES documents(id) ON DELETE CASCADE,
  seq INTEGER NOT NULL,
  type TEXT NOT NULL,
  date TEXT,
  document_number TEXT,
  number_key TEXT,
  authority TEXT,
  raw TEXT NOT NULL,
  span_start INTEGER NOT NULL,
  span_end INTEGER NOT NULL,
  line INTEGER NOT NULL,
  PRIMARY KEY (document_id, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE contents_entries (
  issue_id TEXT NOT NULL REFERENCES issues(id) ON DELETE CASCADE,
  seq INTEGER NOT NULL,
  section TEXT,
  title TEXT NOT NULL,
  document_number TEXT,
  page INTEGER,
  appearance_seq INTEGER,                      -- the document it announces, in the issue's primary source
  document_id TEXT REFERENCES documents(id) ON DELETE SET NULL,
  span_start INTEGER NOT NULL,
  span_end INTEGER NOT NULL,
  PRIMARY KEY (issue_id, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE catalogues (
  id INTEGER PRIMARY KEY,
  issue_id TEXT NOT NULL REFERENCES issues(id) ON DELETE CASCADE,
  document_id TEXT REFERENCES documents(id) ON DELETE CASCADE,
  document_number TEXT,
  gazette TEXT,
  year INTEGER NOT NULL,
  quarter INTEGER NOT NULL CHECK (quarter BETWEEN 1 AND 4),
  declared_total INTEGER,
  declared_raw TEXT,
  span_start INTEGER NOT NULL,
  span_end INTEGER NOT NULL
) STRICT;

CREATE TABLE catalogue_groups (
  catalogue_id INTEGER NOT NULL REFERENCES catalogues(id) ON DELETE CASCADE,
  seq INTEGER NOT NULL,
  name TEXT NOT NULL,
  declared INTEGER,
  line INTEGER NOT NULL,
  PRIMARY KEY (catalogue_id, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE catalogue_entries (
  id INTEGER PRIMARY KEY,
  catalogue_id INTEGER NOT NULL REFERENCES catalogues(id) ON DELETE CASCADE,
  group_seq INTEGER NOT NULL,
  seq INTEGER NOT NULL,                        -- order in the catalogue, from 1
  title TEXT NOT NULL,
  title_key TEXT NOT NULL,
  document_number TEXT,
  number_key TEXT,
  date TEXT,
  register_id TEXT REFERENCES register(id) ON DELETE SET NULL,
  span_start INTEGER NOT NULL,
  span_end INTEGER NOT NULL,
  line INTEGER NOT NULL,
  raw TEXT NOT NULL,
  UNIQUE (catalogue_id, seq)
) STRICT;
CREATE INDEX catalogue_entries_by_number ON catalogue_entries(number_key);
CREATE INDEX catalogue_entries_by_register ON catalogue_entries(register_id);

CREATE TABLE segments (
  source_id INTEGER NOT NULL REFERENCES sources(id) ON DELETE CASCADE,
  seq INTEGER NOT NULL,
  kind TEXT NOT NULL,
  rule TEXT NOT NULL,
  span_start INTEGER NOT NULL,
  span_end INTEGER NOT NULL,
  PRIMARY KEY (source_id, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE warnings (
  id INTEGER PRIMARY KEY,
  source_id INTEGER NOT NULL REFERENCES sources(id) ON DELETE CASCADE,
  document_id TEXT REFERENCES documents(id) ON DELETE SET NULL,
  code TEXT NOT NULL,
  message TEXT NOT NULL,
  line INTEGER,
  span_start INTEGER,
  span_end INTEGER
) STRICT;
CREATE INDEX warnings_by_source ON warnings(source_id);
CREATE INDEX warnings_by_document ON warnings(document_id);

-- Every document that the archive knows of, held in full or only named. Its rows are derived from the tables above.
CREATE TABLE register (
  id TEXT PRIMARY KEY,
  title TEXT,
  document_number TEXT,
  number_key TEXT,
  authority TEXT,
  year INTEGER,
  promulgation_date TEXT,                      -- of the document held, else the earliest that others state
  held INTEGER NOT NULL                        -- 1: documents has a row of this id
) STRICT;
CREATE INDEX register_by_number ON register(number_key);

-- Further numbers and titles under which an entry is known, each with where it comes from.
CREATE TABLE register_names (
  register_id TEXT NOT NULL REFERENCES register(id) ON DELETE CASCADE,
  type TEXT NOT NULL CHECK (type IN ('number', 'title')),
  key TEXT NOT NULL,
  value TEXT NOT NULL,
  origin TEXT NOT NULL,                        -- document, alias, repeal, catalogue, history, citation, correction
  reason TEXT NOT NULL,                        -- why it was merged into this entry, one sentence
  PRIMARY KEY (register_id, type, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX register_names_by_key ON register_names(type, key);

CREATE TABLE register_events (
  id INTEGER PRIMARY KEY,
  register_id TEXT NOT NULL REFERENCES register(id) ON DELETE CASCADE,
  type TEXT NOT NULL,
  date TEXT,
  certainty TEXT NOT NULL,
  quote TEXT NOT NULL,
  provisions TEXT NOT NULL,                    -- JSON [[8],[9]], [] for the whole
  number_key TEXT,                             -- of a history: the number under which it happened (国务院令||710)
  source_document_id TEXT REFERENCES documents(id) ON DELETE CASCADE,
  source_provision_id TEXT,
  source_line INTEGER,
  relation_id INTEGER REFERENCES relations(id) ON DELETE CASCADE,
  catalogue_entry_id INTEGER REFERENCES catalogue_entries(id) ON DELETE CASCADE
) STRICT;
CREATE INDEX register_events_by_relation ON register_events(relation_id);
CREATE INDEX register_events_by_catalogue_entry ON register_events(catalogue_entry_id);
CREATE INDEX register_events_by_register ON register_events(register_id, date);
CREATE INDEX register_events_by_type ON register_events(type, date);
CREATE INDEX register_events_by_source ON register_events(source_document_id);

-- What the search index still has to be told. Written in the transaction that changes the documents.
CREATE TABLE outbox (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  operation TEXT NOT NULL CHECK (operation IN ('upsert', 'delete')),
  document_id TEXT NOT NULL
) STRICT;

-- Old addresses that moved: a document or an issue whose id changed keeps answering.
CREATE TABLE redirects (
  kind TEXT NOT NULL CHECK (kind IN ('document', 'issue')),
  from_id TEXT NOT NULL,
  to_id TEXT NOT NULL,
  PRIMARY KEY (kind, from_id)
) STRICT, WITHOUT ROWID;
