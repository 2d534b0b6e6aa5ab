import type { Store } from '../open-store.ts';

/** What an issue holds beside its documents and articles. */
export interface IssueCounts {
  catalogueEntries: number;
  warnings: number;
}

/** Counts of one issue's catalogue entries and of the warnings of its files. */
export function issueCounts(store: Store, issueId: string): IssueCounts {
  const row = store
    .prepare<[string, string], IssueCounts>(
      `SELECT
         (SELECT count(*) FROM catalogue_entries e JOIN catalogues c ON c.id = e.catalogue_id WHERE c.issue_id = ?) AS catalogueEntries,
         (SELECT count(*) FROM warnings w JOIN sources s ON s.id = w.source_id WHERE s.issue_id = ?) AS warnings`,
    )
    .get(issueId, issueId);
  return row ?? { catalogueEntries: 0, warnings: 0 };
}
