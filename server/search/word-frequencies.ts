import { foldText, spacedCharacters } from '../../ingest/index/fold-text.ts';
import { INDEX_UID } from '../../ingest/index/settings.ts';
import type { EngineQuery, EngineResult } from './candidates.ts';

/** What the engine knows of a word. */
interface WordRecords {
  /** Passages that have it, by the engine's count. */
  count: number;
  /** Their ids; empty when there are more than tell anything. */
  ids: readonly string[];
}

const MOST_WORDS = 4000;
/** A word of more passages is not looked for by itself. */
const MOST_RECORDS = 60;

/** Which passages have a word anywhere, also inside other words: asked once for each word until the archive changes. */
export class WordFrequencies {
  readonly #known = new Map<string, WordRecords>();

  /** The words of which nothing is known yet. */
  unknown(words: readonly string[]): string[] {
    return [...new Set(words)].filter((word) => !this.#known.has(word));
  }

  learn(word: string, result: EngineResult | undefined): void {
    if (this.#known.size >= MOST_WORDS) this.#known.clear();
    this.#known.set(word, { count: result?.estimatedTotalHits ?? 0, ids: fewIds(result) });
  }

  of(word: string): number {
    return this.#known.get(word)?.count ?? 0;
  }

  idsOf(word: string): readonly string[] {
    return this.#known.get(word)?.ids ?? [];
  }

  /** Whether `idsOf` has every passage with the word. */
  isWhole(word: string): boolean {
    const known = this.#known.get(word);
    return known !== undefined && known.count <= known.ids.length;
  }

  clear(): void {
    this.#known.clear();
  }
}

/** Asks for the passages that have every one of some words. */
export function wordsQuery(words: readonly string[]): EngineQuery {
  return {
    indexUid: INDEX_UID,
    q: words.map((word) => `"${spacedCharacters(foldText(word))}"`).join(' '),
    attributesToSearchOn: ['text'],
    matchingStrategy: 'all',
    attributesToRetrieve: ['id'],
    limit: MOST_RECORDS,
  };
}

/** The ids of an answer that has all there are; none of one that was cut off, since which ones it has is by chance. */
export function fewIds(result: EngineResult | undefined): string[] {
  const ids = result?.hits.map((hit) => String(hit.id)) ?? [];
  return ids.length < MOST_RECORDS ? ids : [];
}
