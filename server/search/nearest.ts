import { foldText, spacedCharacters } from '../../ingest/index/fold-text.ts';
import { contentWords, segment } from '../../ingest/index/segmenter.ts';
import { INDEX_UID } from '../../ingest/index/settings.ts';
import { synonymsOf } from '../../ingest/index/synonyms.ts';
import { intactPartsOf, nearMatches, seedsOf } from './approximate.ts';
import type { NearMatch, Seed } from './approximate.ts';
import type { Archive } from './archive.ts';
import { byScore, passagesByWords } from './by-words.ts';
import type { WordedPassage } from './by-words.ts';
import type { EngineClient, EngineQuery, EngineResult } from './engine-query.ts';
import { readQuestion } from './question.ts';

export interface NearestAnswer {
  /** Best first. */
  passages: WordedPassage[];
  /** Folded words to mark. */
  marks: string[];
  /** What to try instead; null when there is nothing to say. */
  suggestion: string | null;
}

const MOST_PASSAGES = 50;
const MOST_WORDS = 12;
/** Records asked of the engine for a part of a fragment. */
const SEED_POOL = 100;

/**
 * What comes nearest to a query that no text has: passages that have it with a few characters wrong or, where there are none, most of
 * its words, rare words and words of the title counting more. 行政职法案卷评查 finds 行政执法案卷评查; 举报奖励最高多少钱 the
 * article that names the sum.
 */
export async function findNearest(text: string, archive: Archive, client: EngineClient): Promise<NearestAnswer> {
  const { subject, answer } = readQuestion(text);
  // A question is answered by other words than its own: what merely looks like it is in the way.
  if (answer.length === 0) {
    const near = await nearFragments(foldText(text), archive, client);
    if (near.length > 0) return closestFirst(near);
  }
  const words = wordsOf(subject);
  const { passages, known } = await passagesByWords({ words, answers: answer, subject }, archive, client);
  return {
    passages: passages.slice(0, MOST_PASSAGES),
    marks: [...new Set(known)],
    suggestion: known.length > 0 && known.length < words.length ? known.join(' ') : null,
  };
}

function closestFirst(near: readonly NearMatch[]): NearestAnswer {
  const passages = near.map(({ document, piece, distance }) => ({ document, piece, score: -distance })).sort(byScore);
  const least = Math.min(...near.map(({ distance }) => distance));
  const closest = near.filter(({ distance }) => distance === least).map(({ found }) => found);
  return { passages: passages.slice(0, MOST_PASSAGES), marks: [...new Set(closest)], suggestion: closest[0] ?? null };
}

/**
 * Passages that have a fragment with a few characters wrong: around the places where a part of it stands unchanged and, where too many
 * passages have a part, around those that have several.
 */
async function nearFragments(folded: string, archive: Archive, client: EngineClient): Promise<NearMatch[]> {
  const seeds = seedsOf(folded);
  if (seeds.length === 0) return [];
  const { results } = await client.multiSearch({ queries: seeds.map((seed) => seedQuery([seed])) });
  const records = recordsOf(results);
  if (results.some(({ hits }) => hits.length >= SEED_POOL)) {
    const more = await client.multiSearch({ queries: intactPartsOf(folded).map(seedQuery) });
    for (const record of recordsOf(more.results)) records.add(record);
  }
  return nearMatches(archive.passagesAt(records), folded, archive.passages);
}

function seedQuery(seeds: readonly Seed[]): EngineQuery {
  return {
    indexUid: INDEX_UID,
    // The halves of a rare character are no characters.
    q: seeds.map(({ text }) => `"${spacedCharacters(text.replace(/\p{Cs}/gu, ''))}"`).join(' '),
    attributesToSearchOn: ['text'],
    matchingStrategy: 'all',
    attributesToRetrieve: ['id'],
    limit: SEED_POOL,
  };
}

const recordsOf = (results: readonly EngineResult[]): Set<string> =>
  new Set(results.flatMap(({ hits }) => hits.map((hit) => String(hit.id))));

/** The words of a query that tell texts apart; a synonym stands beside its word. */
function wordsOf(subject: string): string[] {
  const words = [
    ...new Set([...contentWords(subject), ...segment(subject).flatMap((word) => synonymsOf(word).slice(0, 1))]),
  ];
  return words.slice(0, MOST_WORDS);
}
