import { foldText, spacedCharacters } from '../../ingest/index/fold-text.ts';
import { INDEX_UID } from '../../ingest/index/settings.ts';
import type { EngineClient, EngineQuery } from './engine-query.ts';

const MOST_WORDS = 4000;
/** Which of more passages than this have a word tells nothing: which of them the engine hands out is by chance. */
export const MOST_RECORDS = 60;

/**
 * How many passages have a word anywhere, also inside other words, by the engine's count: asked once for each word until the archive
 * changes. To count them costs the engine a tenth of handing them out.
 */
export class WordFrequencies {
  readonly #known = new Map<string, number>();

  /** The counts of some words; those not known yet are asked of the engine in one request. */
  async of(words: readonly string[], client: EngineClient): Promise<ReadonlyMap<string, number>> {
    const counts = new Map<string, number>();
    const unknown: string[] = [];
    for (const word of new Set(words)) {
      const count = this.#known.get(word);
      if (count === undefined) unknown.push(word);
      else counts.set(word, count);
    }
    if (unknown.length === 0) return counts;
    if (this.#known.size >= MOST_WORDS) this.#known.clear();
    const { results } = await client.multiSearch({ queries: unknown.map((word) => wordsQuery([word], 0)) });
    for (const [index, word] of unknown.entries()) {
      const count = results[index]?.estimatedTotalHits ?? 0;
      this.#known.set(word, count);
      counts.set(word, count);
    }
    return counts;
  }

  clear(): void {
    this.#known.clear();
  }
}

/** Passages that have every one of some words, where they are few. */
export async function passagesWithAll(
  groups: readonly (readonly string[])[],
  client: EngineClient,
): Promise<Set<string>> {
  if (groups.length === 0) return new Set();
  const { results } = await client.multiSearch({ queries: groups.map((words) => wordsQuery(words, MOST_RECORDS)) });
  const few = results.filter(({ hits }) => hits.length < MOST_RECORDS);
  return new Set(few.flatMap(({ hits }) => hits.map((hit) => String(hit.id))));
}

function wordsQuery(words: readonly string[], limit: number): EngineQuery {
  return {
    indexUid: INDEX_UID,
    q: words.map((word) => `"${spacedCharacters(foldText(word))}"`).join(' '),
    attributesToSearchOn: ['text'],
    matchingStrategy: 'all',
    attributesToRetrieve: ['id'],
    limit,
  };
}
