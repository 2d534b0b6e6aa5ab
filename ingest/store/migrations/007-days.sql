-- Days that a search can name, articles by their number, and all that the status of an entry on a day depends on.
CREATE INDEX documents_by_effect ON documents(effective_date) WHERE effective_date IS NOT NULL;
CREATE INDEX documents_by_adoption ON documents(adoption_date) WHERE adoption_date IS NOT NULL;
CREATE INDEX pieces_by_article ON pieces(number) WHERE kind = 'article';

CREATE INDEX documents_days ON documents(id, effective_date, expiry_date);
CREATE INDEX facts_presumed ON facts(document_id) WHERE name = 'effectiveDate' AND certainty = 'presumed';
CREATE INDEX register_events_of_status
  ON register_events(register_id, type, date, until, certainty, provisions, source_document_id)
  WHERE type IN ('repealed', 'declared_invalid', 'expired', 'revised', 'partly_repealed', 'extended', 'kept');
