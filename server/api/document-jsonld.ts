import type { IsoDate } from '../../ingest/model/span.ts';
import type { Store } from '../../ingest/store/open-store.ts';
import { legislationJsonLd, scriptSafeJson } from './legislation-jsonld.ts';
import { apiDocument } from './serialise/document.ts';
import { apiRelations } from './serialise/relations.ts';

/**
 * The JSON-LD of a document held in full, as text that may stand inside `<script type="application/ld+json">`. Throws
 * DocumentMoved or 404 like the document's own endpoint.
 */
export function documentJsonLd(store: Store, documentId: string, on: IsoDate, origin: string): string {
  const document = apiDocument(store, documentId, on);
  return scriptSafeJson(legislationJsonLd(document, apiRelations(store, documentId), origin));
}
