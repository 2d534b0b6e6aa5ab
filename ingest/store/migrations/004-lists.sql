-- What pages tell of the whole archive is kept by the transaction that changes it: no page counts or sorts a large table.

CREATE TABLE tallies (
  name TEXT PRIMARY KEY,
  count INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO tallies (name, count) VALUES
  ('issues', (SELECT count(*) FROM issues)),
  ('acts', (SELECT count(*) FROM documents WHERE kind = 'act')),
  ('articles', (SELECT count(*) FROM provisions WHERE kind = 'article')),
  ('relations', (SELECT count(*) FROM relations)),
  ('registerEntries', (SELECT count(*) FROM register)),
  ('catalogueEntries', (SELECT count(*) FROM catalogue_entries)),
  ('warnings', (SELECT count(*) FROM warnings));

CREATE TRIGGER issue_added AFTER INSERT ON issues
  BEGIN UPDATE tallies SET count = count + 1 WHERE name = 'issues'; END;
CREATE TRIGGER issue_gone AFTER DELETE ON issues
  BEGIN UPDATE tallies SET count = count - 1 WHERE name = 'issues'; END;
CREATE TRIGGER act_added AFTER INSERT ON documents WHEN new.kind = 'act'
  BEGIN UPDATE tallies SET count = count + 1 WHERE name = 'acts'; END;
CREATE TRIGGER act_gone AFTER DELETE ON documents WHEN old.kind = 'act'
  BEGIN UPDATE tallies SET count = count - 1 WHERE name = 'acts'; END;
CREATE TRIGGER article_added AFTER INSERT ON provisions WHEN new.kind = 'article'
  BEGIN UPDATE tallies SET count = count + 1 WHERE name = 'articles'; END;
CREATE TRIGGER article_gone AFTER DELETE ON provisions WHEN old.kind = 'article'
  BEGIN UPDATE tallies SET count = count - 1 WHERE name = 'articles'; END;
CREATE TRIGGER relation_added AFTER INSERT ON relations
  BEGIN UPDATE tallies SET count = count + 1 WHERE name = 'relations'; END;
CREATE TRIGGER relation_gone AFTER DELETE ON relations
  BEGIN UPDATE tallies SET count = count - 1 WHERE name = 'relations'; END;
CREATE TRIGGER entry_added AFTER INSERT ON register
  BEGIN UPDATE tallies SET count = count + 1 WHERE name = 'registerEntries'; END;
CREATE TRIGGER entry_gone AFTER DELETE ON register
  BEGIN UPDATE tallies SET count = count - 1 WHERE name = 'registerEntries'; END;
CREATE TRIGGER catalogue_entry_added AFTER INSERT ON catalogue_entries
  BEGIN UPDATE tallies SET count = count + 1 WHERE name = 'catalogueEntries'; END;
CREATE TRIGGER catalogue_entry_gone AFTER DELETE ON catalogue_entries
  BEGIN UPDATE tallies SET count = count - 1 WHERE name = 'catalogueEntries'; END;
CREATE TRIGGER warning_added AFTER INSERT ON warnings
  BEGIN UPDATE tallies SET count = count + 1 WHERE name = 'warnings'; END;
CREATE TRIGGER warning_gone AFTER DELETE ON warnings
  BEGIN UPDATE tallies SET count = count - 1 WHERE name = 'warnings'; END;

-- The day by which lists sort a document: its own, else that of its issue.
ALTER TABLE documents ADD COLUMN listed_date TEXT;
UPDATE documents SET listed_date =
  coalesce(promulgation_date, (SELECT publication_date FROM issues WHERE id = documents.issue_id));
CREATE TRIGGER document_listed AFTER INSERT ON documents
  BEGIN
    UPDATE documents SET listed_date =
      coalesce(promulgation_date, (SELECT publication_date FROM issues WHERE id = documents.issue_id)) WHERE id = new.id;
  END;
CREATE TRIGGER document_listed_again AFTER UPDATE OF promulgation_date, issue_id ON documents
  BEGIN
    UPDATE documents SET listed_date =
      coalesce(promulgation_date, (SELECT publication_date FROM issues WHERE id = documents.issue_id)) WHERE id = new.id;
  END;
CREATE TRIGGER issue_dated AFTER UPDATE OF publication_date ON issues
  WHEN new.publication_date IS NOT old.publication_date
  BEGIN
    UPDATE documents SET listed_date = new.publication_date WHERE issue_id = new.id AND promulgation_date IS NULL;
  END;
CREATE INDEX documents_newest ON documents(listed_date DESC, issue_id DESC, seq);
CREATE INDEX documents_newest_by_kind ON documents(kind, listed_date DESC, issue_id DESC, seq);
CREATE INDEX documents_newest_by_type ON documents(document_type, listed_date DESC, issue_id DESC, seq);
CREATE INDEX documents_by_expiry ON documents(expiry_date) WHERE expiry_date IS NOT NULL;

-- What one document ended of another: the first of the statements (register_events) that end the same on one day.
CREATE TABLE endings (
  event_id INTEGER PRIMARY KEY,
  register_id TEXT NOT NULL,
  type TEXT NOT NULL,
  date TEXT,
  source_document_id TEXT,
  source_line INTEGER,
  provisions TEXT NOT NULL
) STRICT;
CREATE INDEX endings_by_register ON endings(register_id);
CREATE INDEX endings_newest ON endings(date DESC, source_document_id, source_line);
CREATE INDEX endings_newest_by_type ON endings(type, date DESC, source_document_id, source_line);
CREATE INDEX endings_by_source ON endings(source_document_id, date DESC, source_line);
INSERT INTO endings (event_id, register_id, type, date, source_document_id, source_line, provisions)
  SELECT id, register_id, type, date, source_document_id, source_line, provisions
  FROM (SELECT *, row_number() OVER (PARTITION BY register_id, type, date, source_document_id, provisions
      ORDER BY source_line IS NULL, source_line, id) AS nth
    FROM register_events
    WHERE type IN ('repealed', 'declared_invalid', 'partly_repealed', 'revised') AND source_document_id IS NOT register_id)
  WHERE nth = 1;
CREATE TRIGGER ending_added AFTER INSERT ON register_events
  WHEN new.type IN ('repealed', 'declared_invalid', 'partly_repealed', 'revised')
    AND new.source_document_id IS NOT new.register_id
  BEGIN
    DELETE FROM endings WHERE register_id = new.register_id AND type = new.type AND date IS new.date
      AND source_document_id IS new.source_document_id AND provisions = new.provisions;
    INSERT INTO endings (event_id, register_id, type, date, source_document_id, source_line, provisions)
      SELECT id, register_id, type, date, source_document_id, source_line, provisions FROM register_events
      WHERE register_id = new.register_id AND +type = new.type AND date IS new.date
        AND +source_document_id IS new.source_document_id AND provisions = new.provisions
      ORDER BY source_line IS NULL, source_line, id LIMIT 1;
  END;
CREATE TRIGGER ending_gone AFTER DELETE ON register_events
  WHEN old.type IN ('repealed', 'declared_invalid', 'partly_repealed', 'revised')
    AND old.source_document_id IS NOT old.register_id
  BEGIN
    DELETE FROM endings WHERE register_id = old.register_id AND type = old.type AND date IS old.date
      AND source_document_id IS old.source_document_id AND provisions = old.provisions;
    INSERT INTO endings (event_id, register_id, type, date, source_document_id, source_line, provisions)
      SELECT id, register_id, type, date, source_document_id, source_line, provisions FROM register_events
      WHERE register_id = old.register_id AND +type = old.type AND date IS old.date
        AND +source_document_id IS old.source_document_id AND provisions = old.provisions
      ORDER BY source_line IS NULL, source_line, id LIMIT 1;
  END;

CREATE INDEX issues_newest ON issues(publication_date DESC, id);
CREATE INDEX issues_by_year ON issues(year);
CREATE INDEX register_by_authority ON register(authority);
CREATE INDEX register_by_year ON register(year);
CREATE INDEX sources_by_rank ON sources(is_primary);
CREATE INDEX segments_unclaimed ON segments(source_id, span_start, span_end) WHERE kind = 'unclaimed';
