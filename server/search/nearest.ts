import { foldText, spacedCharacters } from '../../ingest/index/fold-text.ts';
import { contentWords, segment } from '../../ingest/index/segmenter.ts';
import { INDEX_UID } from '../../ingest/index/settings.ts';
import { synonymsOf } from '../../ingest/index/synonyms.ts';
import { nearMatches, seedsOf } from './approximate.ts';
import type { NearMatch } from './approximate.ts';
import type { Archive } from './archive.ts';
import type { SearchablePiece } from './searchable.ts';
import { passagesByWords } from './by-words.ts';
import type { WordedPassage } from './by-words.ts';
import { documentOf } from './candidates.ts';
import type { EngineClient } from './candidates.ts';
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
const SEED_POOL = 100;

/**
 * What comes nearest to a query that no text has: passages that have it with a few characters wrong, then those that have most of
 * its words, rare words and words of the title counting more. 行政职法案卷评查 finds 行政执法案卷评查; 举报奖励最高多少钱 the
 * article that names the sum.
 */
export async function findNearest(text: string, archive: Archive, client: EngineClient): Promise<NearestAnswer> {
  const folded = foldText(text);
  const near = await findNearFragments(folded, archive, client);
  const worded = await findByWords(text, archive, client);
  const scores = new Map<SearchablePiece, WordedPassage>();
  for (const { document, piece, score } of worded.passages) scores.set(piece, { document, piece, score });
  for (const { document, piece, distance } of near) {
    const known = scores.get(piece)?.score ?? 0;
    scores.set(piece, { document, piece, score: known + 100 * (1 - distance / folded.length) });
  }
  const passages = [...scores.values()].sort((a, b) => b.score - a.score).slice(0, MOST_PASSAGES);
  const [closest] = [...near].sort((a, b) => a.distance - b.distance);
  const marks = [
    ...new Set([
      ...near.filter((one) => one.distance <= (closest?.distance ?? 0)).map((one) => one.found),
      ...worded.marks,
    ]),
  ];
  return { passages, marks, suggestion: closest?.found ?? worded.suggestion };
}

async function findNearFragments(folded: string, archive: Archive, client: EngineClient): Promise<NearMatch[]> {
  const seeds = seedsOf(folded);
  if (seeds.length === 0) return [];
  const { results } = await client.multiSearch({
    queries: seeds.map((seed) => ({
      indexUid: INDEX_UID,
      q: `"${spacedCharacters(seed.text)}"`,
      attributesToSearchOn: ['text'],
      matchingStrategy: 'all' as const,
      attributesToRetrieve: ['id'],
      limit: SEED_POOL,
    })),
  });
  const complete = results.every(({ hits }) => hits.length < SEED_POOL);
  const ids = new Set(results.flatMap(({ hits }) => hits.map((hit) => documentOf(String(hit.id)))));
  return nearMatches(complete ? archive.documents.filter(({ id }) => ids.has(id)) : archive.documents, folded);
}

async function findByWords(text: string, archive: Archive, client: EngineClient): Promise<NearestAnswer> {
  const { subject, answer } = readQuestion(text);
  const words = wordsOf(subject);
  const { passages, known } = await passagesByWords(words, answer, archive, client);
  const missing = known.length > 0 && known.length < words.length;
  return { passages: passages.slice(0, MOST_PASSAGES), marks: known, suggestion: missing ? known.join(' ') : null };
}

/** The words of a query that tell texts apart; a synonym stands beside its word. */
function wordsOf(subject: string): string[] {
  const words = [
    ...new Set([...contentWords(subject), ...segment(subject).flatMap((word) => synonymsOf(word).slice(0, 1))]),
  ];
  return words.slice(0, MOST_WORDS);
}
