import { z } from 'zod';
import type { Store } from '../../../ingest/store/open-store.ts';
import { documentById } from '../../../ingest/store/queries/documents.ts';
import { numberLists } from '../../../ingest/store/queries/json-columns.ts';
import { movedEntryId, registerEntry } from '../../../ingest/store/queries/register.ts';
import type { RegisterEntry } from '../../../ingest/store/queries/register.ts';
import { relationsFrom, relationsTo } from '../../../ingest/store/queries/relations.ts';
import type { RelationRow } from '../../../ingest/store/queries/relations.ts';
import { documentUrl, knownDocumentUrl, sourceLineUrl } from '../../pages/urls.ts';
import { Moved, notFound } from '../api-error.ts';
import type { RelationsShape } from '../schemas/document.ts';

type ApiRelations = z.infer<typeof RelationsShape>;
type ApiIncoming = ApiRelations['incoming'][number];
type ApiReference = ApiIncoming['source'];

/** Relations of a known document in both directions. Throws 404 when nothing in the archive names it. */
export function apiRelations(store: Store, id: string): ApiRelations {
  if (registerEntry(store, id) === null && documentById(store, id) === null) throw missing(store, id);
  return {
    documentId: id,
    outgoing: relationsFrom(store, id).map((row) => ({
      ...relationFacts(row),
      target: row.targetId === null ? null : documentReference(store, row.targetId),
      candidates: row.targetId === null ? candidates(store, row.resolution) : [],
    })),
    incoming: incomingRelations(store, id),
  };
}

/** What other documents say of a known one, newest first. */
export function incomingRelations(store: Store, id: string): ApiIncoming[] {
  return relationsTo(store, id).map((row) => ({
    ...relationFacts(row),
    source: {
      documentId: row.documentId,
      documentNumber: row.sourceNumber,
      title: row.sourceTitle,
      held: true,
      url: documentUrl(row.documentId),
    },
  }));
}

/** A known document as a reference: its name, whether its text is held, and its address. */
function apiReference({ id, documentNumber, title, held }: RegisterEntry): ApiReference {
  return { documentId: id, documentNumber, title, held, url: knownDocumentUrl(id, held) };
}

function missing(store: Store, id: string): Error {
  const moved = movedEntryId(store, id);
  return moved === null ? notFound(`馆藏不知道文件 ${id}`) : new Moved(id, moved);
}

function relationFacts(row: RelationRow): Omit<ApiIncoming, 'source'> {
  return {
    type: row.type,
    mode: row.mode,
    provisionId: row.provisionId,
    citation: {
      raw: row.citationRaw,
      title: row.targetTitle,
      documentNumber: row.targetNumber,
      provisions: numberLists(row.targetProvisions),
    },
    effectiveDate: row.effectiveDate,
    until: row.until,
    certainty: row.certainty,
    evidence: { quote: row.quote, line: row.line, url: sourceLineUrl(row.documentId, row.line) },
  };
}

function documentReference(store: Store, id: string): ApiReference | null {
  const known = registerEntry(store, id);
  return known === null ? null : apiReference(known);
}

const Candidates = z.object({ candidates: z.array(z.string()) });

function candidates(store: Store, resolution: string | null): ApiReference[] {
  if (resolution === null) return [];
  const parsed = Candidates.safeParse(JSON.parse(resolution));
  if (!parsed.success) return [];
  return parsed.data.candidates.flatMap((id) => documentReference(store, id) ?? []);
}
