import { spacedCharacters } from '../../ingest/index/fold-text.ts';
import { OVERLAP } from '../../ingest/index/search-record.ts';
import { contentWords } from '../../ingest/index/segmenter.ts';
import { INDEX_UID } from '../../ingest/index/settings.ts';
import { engineFilter } from '../../ingest/index/engine-filter.ts';
import type { Alternative } from './query.ts';

/** A query as the engine takes it. */
export interface EngineQuery {
  indexUid: string;
  q: string;
  attributesToSearchOn: string[];
  /** The others leave out words by how frequent they are, which each server of a cluster would judge by its own records. */
  matchingStrategy: 'all';
  attributesToRetrieve: string[];
  limit: number;
  offset?: number;
  filter?: string;
}

/** The answer to one query: ids of records, and about how many there are. */
export interface EngineResult {
  hits: Record<string, unknown>[];
  estimatedTotalHits?: number;
}

/** One result for each query. `unanswered`: servers of a cluster whose hits are missing; none of a single one. */
export interface EngineAnswer {
  results: EngineResult[];
  unanswered?: number;
}

/** The part of the engine's client (Meilisearch, or several of them as one) that search needs. */
export interface EngineClient {
  multiSearch(request: { queries: EngineQuery[] }): Promise<EngineAnswer>;
}

/**
 * Records asked of the engine for an exact search; when there are more, the server looks through all its texts. To hand a record out
 * costs the engine more than to find it.
 */
export const POOL = 100;

/** A longer term than this is a fragment, not a word. */
const LONGEST_WORD = 5;
/** The engine leaves out further words of a query without a word. */
const MOST_PHRASES = 8;

/** What the engine has to say of one alternative. */
export interface Candidates {
  /** Documents that may have what was asked. */
  documents: Set<string>;
  /** False when there may be others. */
  complete: boolean;
  /** Records that have the terms as whole words; empty where too many do for that to tell anything. */
  asWords: Set<string>;
}

/**
 * Asks the engine, for each alternative, which records have all its terms as phrases of single characters, and, where a term is
 * short, which have them as words: a long run is its own proof. Its answer has every right record and about one in a
 * hundred wrong ones; the server compares the texts itself (match.ts). One request, whatever is asked.
 */
export async function findCandidates(
  client: EngineClient,
  alternatives: readonly Alternative[],
  documentId: string | null,
): Promise<Candidates[]> {
  const filter = engineFilter(documentId === null ? {} : { document: [documentId] });
  const query = (q: string, attributesToSearchOn: string[]): EngineQuery => ({
    indexUid: INDEX_UID,
    q,
    attributesToSearchOn,
    matchingStrategy: 'all',
    attributesToRetrieve: ['id'],
    limit: POOL,
    ...(filter === undefined ? {} : { filter }),
  });
  const asked = alternatives.map(({ all }) => ({
    phrases: phrasesOf(all.map((term) => term.folded)),
    words: all.some((term) => term.folded.length <= LONGEST_WORD) ? wordsOf(all.map((term) => term.text)) : '',
  }));
  const { results } = await client.multiSearch({
    queries: asked.flatMap(({ phrases, words }) => [
      query(phrases, ['headings', 'text']),
      ...(words === '' ? [] : [query(words, ['words'])]),
    ]),
  });
  let next = 0;
  return asked.map(({ words }) => {
    const ids = recordIds(results[next++]?.hits);
    const worded = words === '' ? [] : recordIds(results[next++]?.hits);
    const asWords = new Set(worded.length < POOL ? worded : []);
    return { documents: new Set(ids.map(documentOf)), complete: ids.length < POOL, asWords };
  });
}

const recordIds = (hits: readonly Record<string, unknown>[] = []): string[] =>
  hits.flatMap(({ id }) => (typeof id === 'string' ? [id] : []));

/** `"行政执法" "案卷"`: the words of the terms by the dictionary of the index. */
function wordsOf(terms: readonly string[]): string {
  const words = [...new Set(terms.flatMap(contentWords))].slice(0, MOST_PHRASES);
  return words.map((word) => `"${word}"`).join(' ');
}

/**
 * `"评 查" "程 序"`: the longest terms, since they tell most, each by its beginning: a run over the border of two pieces stands
 * in the record of the first only as far as that repeats the second.
 */
export function phrasesOf(folded: readonly string[]): string {
  return [...folded]
    .sort((a, b) => b.length - a.length)
    .slice(0, MOST_PHRASES)
    .map((term) => `"${spacedCharacters(Array.from(term).slice(0, OVERLAP).join(''))}"`)
    .join(' ');
}

/** The document of a record id: `xinzhengbanfa-2024-43_12`. */
export const documentOf = (recordId: string): string => recordId.slice(0, recordId.lastIndexOf('_'));
