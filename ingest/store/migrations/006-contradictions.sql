-- What contradicts itself in the archive is found without reading all documents, relations and files.
CREATE INDEX documents_never_in_force ON documents(id) WHERE effective_date > expiry_date;
CREATE INDEX register_days ON register(id, promulgation_date, held);
CREATE INDEX register_events_of_entries ON register_events(type, date, register_id);
CREATE INDEX relations_of_basis ON relations(target_id, document_id) WHERE type = 'based_on';
CREATE INDEX sources_with_validity ON sources(id) WHERE instr(stated_facts, '"validity"') > 0;
