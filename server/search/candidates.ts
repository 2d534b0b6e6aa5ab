import type { Meilisearch } from 'meilisearch';
import { spacedCharacters } from '../../ingest/index/fold-text.ts';
import { INDEX_UID } from '../../ingest/index/settings.ts';
import { engineFilter } from './filter.ts';
import type { Alternative } from './query.ts';

/** The part of the engine's client that search needs. */
export type EngineClient = Pick<Meilisearch, 'multiSearch'>;

/** Records asked of the engine for an exact search; when there are more, the server looks through all its texts. */
export const POOL = 200;

/** A fragment over the border of two pieces is found by its beginning, so no more of it is asked than a record repeats. */
const LONGEST_PHRASE = 40;
/** The engine leaves out further words of a query without a word. */
const MOST_PHRASES = 8;

/** Ids of documents that may have what was asked; `complete` is false when there may be others. */
export interface Candidates {
  documents: Set<string>;
  complete: boolean;
}

/**
 * Asks the engine which records have all terms of each alternative, as phrases of single characters. Its answer has every
 * right record and about one in a hundred wrong ones; the server compares the texts themselves (match.ts).
 */
export async function findCandidates(
  client: EngineClient,
  alternatives: readonly Alternative[],
  documentId: string | null,
): Promise<Candidates> {
  const filter = engineFilter(documentId === null ? {} : { document: [documentId] });
  const { results } = await client.multiSearch({
    queries: alternatives.map(({ all }) => ({
      indexUid: INDEX_UID,
      q: phrasesOf(all.map((term) => term.folded)),
      attributesToSearchOn: ['title', 'text'],
      matchingStrategy: 'all' as const,
      attributesToRetrieve: ['id'],
      limit: POOL,
      ...(filter === undefined ? {} : { filter }),
    })),
  });
  const documents = new Set<string>();
  let complete = true;
  for (const { hits } of results) {
    if (hits.length >= POOL) complete = false;
    for (const hit of hits) documents.add(documentOf(hit.id));
  }
  return { documents, complete };
}

/** `"评 查" "程 序"`: the longest terms, since they tell most. */
export function phrasesOf(folded: readonly string[]): string {
  return [...folded]
    .sort((a, b) => b.length - a.length)
    .slice(0, MOST_PHRASES)
    .map((term) => `"${spacedCharacters(Array.from(term).slice(0, LONGEST_PHRASE).join(''))}"`)
    .join(' ');
}

/** The document of a record id: `xinzhengbanfa-2024-43_12`. */
export function documentOf(recordId: unknown): string {
  return typeof recordId === 'string' ? recordId.slice(0, recordId.lastIndexOf('_')) : '';
}
