import type { Store } from '../open-store.ts';

/** A document that the register knows, held in full or only named. */
export interface KnownDocumentRow {
  id: string;
  title: string | null;
  documentNumber: string | null;
  held: boolean;
}

/** One register entry by its id; null when nothing in the archive names such a document. */
export function knownDocument(store: Store, id: string): KnownDocumentRow | null {
  const row = store
    .prepare<[string], { id: string; title: string | null; documentNumber: string | null; held: number }>(
      'SELECT id, title, document_number AS documentNumber, held FROM register WHERE id = ?',
    )
    .get(id);
  return row === undefined ? null : { ...row, held: row.held === 1 };
}
