import type { Store } from './open-store.ts';

/** What one file brought, for the table at the end of an ingest. */
export interface SourceCounts {
  /** Documents that an authority issued. */
  documents: number;
  /** News of meetings and the like, which stand apart. */
  reports: number;
  articles: number;
  relations: number;
  catalogueEntries: number;
  warnings: number;
  unclaimedCharacters: number;
  /** Documents of the file whose text is held from a better source. */
  heldElsewhere: number;
}

const SQL = `SELECT
  (SELECT count(*) FROM appearances a JOIN documents d ON d.id = a.document_id
     WHERE a.source_id = $id AND d.kind = 'act') AS documents,
  (SELECT count(*) FROM appearances a JOIN documents d ON d.id = a.document_id
     WHERE a.source_id = $id AND d.kind = 'report') AS reports,
  (SELECT count(*) FROM provisions p JOIN documents d ON d.id = p.document_id
     WHERE d.source_id = $id AND p.kind = 'article') AS articles,
  (SELECT count(*) FROM relations r JOIN documents d ON d.id = r.document_id WHERE d.source_id = $id) AS relations,
  (SELECT count(*) FROM catalogue_entries e JOIN catalogues c ON c.id = e.catalogue_id
     LEFT JOIN documents d ON d.id = c.document_id JOIN sources s ON s.id = $id
     WHERE d.source_id = $id OR (c.document_id IS NULL AND c.issue_id = s.issue_id AND s.is_primary = 1)) AS catalogueEntries,
  (SELECT count(*) FROM warnings WHERE source_id = $id) AS warnings,
  (SELECT coalesce(sum(span_end - span_start), 0) FROM segments
     WHERE source_id = $id AND kind = 'unclaimed') AS unclaimedCharacters,
  (SELECT count(*) FROM appearances WHERE source_id = $id AND is_holder = 0) AS heldElsewhere`;

/** Counts of what the record store holds from one file. */
export function sourceCounts(store: Store, sourceId: number): SourceCounts {
  const counts = store.prepare<{ id: number }, SourceCounts>(SQL).get({ id: sourceId });
  if (!counts) throw new Error('a query of counts gave no row');
  return counts;
}
