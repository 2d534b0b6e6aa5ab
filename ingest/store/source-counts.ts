import type { Store } from './open-store.ts';
import { perStore } from './per-store.ts';

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
  (SELECT count(*) FROM documents d JOIN provisions p ON p.document_id = d.id
     WHERE d.source_id = $id AND p.kind = 'article') AS articles,
  (SELECT count(*) FROM documents d JOIN relations r ON r.document_id = d.id WHERE d.source_id = $id) AS relations,
  (SELECT count(*) FROM documents d JOIN catalogues c ON c.document_id = d.id
     JOIN catalogue_entries e ON e.catalogue_id = c.id WHERE d.source_id = $id)
  + (SELECT count(*) FROM sources s JOIN catalogues c ON c.issue_id = s.issue_id AND c.document_id IS NULL
     JOIN catalogue_entries e ON e.catalogue_id = c.id WHERE s.id = $id AND s.is_primary = 1) AS catalogueEntries,
  (SELECT count(*) FROM warnings WHERE source_id = $id) AS warnings,
  (SELECT coalesce(sum(span_end - span_start), 0) FROM segments
     WHERE source_id = $id AND kind = 'unclaimed') AS unclaimedCharacters,
  (SELECT count(*) FROM appearances WHERE source_id = $id AND is_holder = 0) AS heldElsewhere`;

const statement = perStore((store) => store.prepare<[{ id: number }], SourceCounts>(SQL));

/** Counts of what the record store holds from one file. */
export function sourceCounts(store: Store, sourceId: number): SourceCounts {
  const counts = statement(store).get({ id: sourceId });
  if (!counts) throw new Error('a query of counts gave no row');
  return counts;
}
