import type { Store } from '../../../ingest/store/open-store.ts';

/** The whole register without row numbers: equal for equal archives, whatever the order of ingest. */
export function registerDump(store: Store): Record<string, unknown[]> {
  return {
    entries: store.prepare('SELECT * FROM register ORDER BY id').all(),
    names: store.prepare('SELECT * FROM register_names ORDER BY register_id, type, key').all(),
    events: store
      .prepare(
        `SELECT register_id, type, date, certainty, quote, provisions, source_document_id, source_provision_id, source_line
         FROM register_events ORDER BY 1, 2, 3, 4, 5, 6, 7, 8, 9`,
      )
      .all(),
    relations: store
      .prepare(
        `SELECT document_id, type, target_title, target_title_key, target_number_key, target_id, resolution, quote
         FROM relations ORDER BY document_id, type, target_title, target_number, quote`,
      )
      .all(),
    entriesOfCatalogues: store
      .prepare('SELECT title, document_number, register_id FROM catalogue_entries ORDER BY 1, 2')
      .all(),
  };
}
