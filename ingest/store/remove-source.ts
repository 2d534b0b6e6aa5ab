import { parseIssue } from '../pipeline.ts';
import type { Store } from './open-store.ts';
import { departingDocuments, redirectIssue } from './redirects.ts';
import { settleArchive } from './settle-archive.ts';
import { ParsedSources } from './stored-source.ts';
import type { ParseSource } from './stored-source.ts';

/**
 * Takes a file out of the archive with all that only it gave, in one transaction. Documents that another file shows too
 * are held from that one instead. False when no such file is in the archive.
 */
export function removeSource(store: Store, path: string, parse: ParseSource = parseIssue): boolean {
  return store
    .transaction(() => {
      const source = store
        .prepare<[string], { id: number; issue_id: string }>('SELECT id, issue_id FROM sources WHERE path = ?')
        .get(path);
      if (!source) return false;
      const departing = departingDocuments(store, source.id);
      store.prepare('DELETE FROM appearances WHERE source_id = ?').run(source.id);
      settleArchive(
        store,
        {
          baseIds: new Set(departing.map((document) => document.baseId)),
          rewritten: new Set(departing.filter(({ isHolder }) => isHolder).map(({ documentId }) => documentId)),
          issueIds: new Set([source.issue_id]),
          sourceIds: new Set(),
          removedSourceId: source.id,
        },
        new ParsedSources(store, parse),
      );
      redirectIssue(
        store,
        source.issue_id,
        heirIssue(
          store,
          departing.map(({ documentId }) => documentId),
        ),
      );
      return true;
    })
    .immediate();
}

/** The issue that holds the first of these documents now. */
function heirIssue(store: Store, documentIds: readonly string[]): string | null {
  const select = store.prepare<[string], { issue_id: string }>('SELECT issue_id FROM documents WHERE id = ?');
  for (const id of documentIds) {
    const row = select.get(id);
    if (row) return row.issue_id;
  }
  return null;
}
