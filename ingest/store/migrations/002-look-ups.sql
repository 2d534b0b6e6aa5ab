-- Every look-up of an ingest and of a page is an indexed one, and so is every row that a deleted one takes with it.
CREATE INDEX appearances_by_title ON appearances(title_key);
CREATE INDEX documents_by_source ON documents(source_id);
CREATE INDEX catalogues_by_issue ON catalogues(issue_id);
CREATE INDEX catalogues_by_document ON catalogues(document_id);
CREATE INDEX contents_entries_by_document ON contents_entries(document_id);
CREATE INDEX catalogue_entries_by_title ON catalogue_entries(title_key);
CREATE INDEX catalogues_by_quarter ON catalogues(year, quarter);
CREATE INDEX issues_by_gazette ON issues(gazette, publication_date);
CREATE INDEX register_newest ON register(coalesce(promulgation_date, year || '-00-00') DESC, id);

-- Articles are counted on many pages; without it each count would read every text.
CREATE INDEX IF NOT EXISTS provisions_articles ON provisions(document_id) WHERE kind = 'article';
