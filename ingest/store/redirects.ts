import type { Store } from './open-store.ts';
import { likeness } from './same-document.ts';

/** A document of a file as it was before the file changed or went. */
export interface DepartingDocument {
  baseId: string;
  documentId: string;
  isHolder: boolean;
  titleKey: string;
  passage: string;
}

interface DepartingRow {
  base_id: string;
  document_id: string;
  is_holder: number;
  title_key: string;
  text: string;
  span_start: number;
  span_end: number;
}

const RUN_LENGTH = 8;
const SAME_TEXT = 0.5;

/** The documents of a file as the record store has them now, with their passages. */
export function departingDocuments(store: Store, sourceId: number): DepartingDocument[] {
  return store
    .prepare<[number], DepartingRow>(
      `SELECT a.base_id, a.document_id, a.is_holder, a.title_key, s.text, a.span_start, a.span_end
       FROM appearances a JOIN sources s ON s.id = a.source_id WHERE a.source_id = ? ORDER BY a.seq`,
    )
    .all(sourceId)
    .map((row) => ({
      baseId: row.base_id,
      documentId: row.document_id,
      isHolder: row.is_holder === 1,
      titleKey: row.title_key,
      passage: row.text.slice(row.span_start, row.span_end),
    }));
}

/**
 * Keeps the addresses of documents alive whose id a corrected file changed (a number that was misread, a title without its
 * last line): each vanished id leads to the document of the file that has its title or most of its text.
 */
export function writeRedirects(
  store: Store,
  sourceId: number,
  departing: readonly DepartingDocument[],
  gone: readonly string[],
  issue: { from: string; to: string } | null,
): void {
  const now = gone.length === 0 ? [] : departingDocuments(store, sourceId);
  for (const id of gone) {
    const old = departing.find((document) => document.documentId === id);
    if (!old) continue;
    const heir = now.find((document) => document.titleKey === old.titleKey) ?? mostAlike(old, now);
    if (heir) redirect(store, 'document', id, heir.documentId);
  }
  if (issue) redirectIssue(store, issue.from, issue.to);
  forgetLiving(store);
}

/** Leads the address of an issue that is gone to the one that has its documents now. */
export function redirectIssue(store: Store, from: string, to: string | null): void {
  const alive = store.prepare('SELECT 1 FROM issues WHERE id = ?').get(from) !== undefined;
  if (to !== null && to !== from && !alive) redirect(store, 'issue', from, to);
  forgetLiving(store);
}

/** An address that is held again leads nowhere else. */
function forgetLiving(store: Store): void {
  store.exec(`DELETE FROM redirects WHERE (kind = 'document' AND from_id IN (SELECT id FROM documents))
    OR (kind = 'issue' AND from_id IN (SELECT id FROM issues))`);
}

function mostAlike(old: DepartingDocument, now: readonly DepartingDocument[]): DepartingDocument | null {
  let best: DepartingDocument | null = null;
  let most = SAME_TEXT;
  for (const document of now) {
    const share = likeness(old.passage, document.passage, RUN_LENGTH);
    if (share >= most) [best, most] = [document, share];
  }
  return best;
}

function redirect(store: Store, kind: 'document' | 'issue', from: string, to: string): void {
  store.prepare('UPDATE redirects SET to_id = ? WHERE kind = ? AND to_id = ?').run(to, kind, from);
  store
    .prepare(
      'INSERT INTO redirects (kind, from_id, to_id) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET to_id = excluded.to_id',
    )
    .run(kind, from, to);
}

/** The id under which a document or issue of an old address is held now; null when nothing is known of it. */
export function redirectedId(store: Store, kind: 'document' | 'issue', id: string): string | null {
  return (
    store
      .prepare<[string, string], { to_id: string }>('SELECT to_id FROM redirects WHERE kind = ? AND from_id = ?')
      .get(kind, id)?.to_id ?? null
  );
}
