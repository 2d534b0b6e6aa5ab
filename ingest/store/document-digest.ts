import { createHash } from 'node:crypto';
import type { Store } from './open-store.ts';
import { perStore } from './per-store.ts';

/** What a document's rows say, without what moves with other documents (its place in the issue, links to the register). */
const ROWS = perStore((store) =>
  [
    `SELECT id, (SELECT path FROM sources WHERE id = source_id), kind, title, title_key, document_number, number_key, document_type, section, signatory,
     adoption_date, promulgation_date, effective_date, expiry_date, span_start, span_end, line_start, line_end
   FROM documents WHERE id = ?`,
    'SELECT seq, name, canonical FROM document_authorities WHERE document_id = ? ORDER BY seq',
    `SELECT name, value, raw, span_start, span_end, line, rule, certainty, provisions FROM facts
   WHERE document_id = ? ORDER BY id`,
    'SELECT seq, kind, title, span_start, span_end, line_start, line_end FROM parts WHERE document_id = ? ORDER BY seq',
    `SELECT seq, provision_id, parent_seq, part_seq, depth, kind, label, number, heading, body, runs, span_start, span_end
   FROM provisions WHERE document_id = ? ORDER BY seq`,
    `SELECT seq, provision_id, part_seq, kind, label, number, heading, path, text FROM pieces
   WHERE document_id = ? ORDER BY seq`,
    `SELECT provision_id, type, mode, target_title, target_number, target_provisions, effective_date, until, certainty,
     citation_raw, quote, line, rule FROM relations WHERE document_id = ? ORDER BY id`,
    'SELECT seq, type, date, document_number, authority, raw, line FROM history WHERE document_id = ? ORDER BY seq',
    `SELECT e.seq, e.title, e.document_number, e.date, e.raw FROM catalogue_entries e
     JOIN catalogues c ON c.id = e.catalogue_id WHERE c.document_id = ? ORDER BY c.id, e.seq`,
  ].map((sql) => store.prepare<[string], unknown[]>(sql).raw()),
);

/** Sixteen hex digits of the sha256 of everything that the record store says in a document's own rows. */
export function documentDigest(store: Store, documentId: string): string {
  const hash = createHash('sha256');
  for (const statement of ROWS(store)) {
    const rows = statement.all(documentId);
    hash.update(JSON.stringify(rows)).update('\n');
  }
  return hash.digest('hex').slice(0, 16);
}

/** Lower-case hex sha256 of a file's decoded text. */
export function textDigest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
