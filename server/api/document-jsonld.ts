import type { IsoDate } from '../../ingest/model/span.ts';
import type { Store } from '../../ingest/store/open-store.ts';
import { legislationJsonLd, scriptSafeJson } from './legislation-jsonld.ts';
import { apiDocumentFacts } from './serialise/document.ts';
import { apiRelations } from './serialise/relations.ts';

/**
 * The JSON-LD of a document held in full, as text that may stand inside `<script type="application/ld+json">`. Throws
 * Moved or 404 like the document's own endpoint; null for news of a meeting, which is no legislation.
 */
export function documentJsonLd(store: Store, documentId: string, on: IsoDate, origin: string): string | null {
  const document = apiDocumentFacts(store, documentId, on);
  if (document.kind === 'report') return null;
  return scriptSafeJson(legislationJsonLd(document, apiRelations(store, documentId), origin));
}
