import { foldText, spacedCharacters } from '../../ingest/index/fold-text.ts';
import { contentWords, segment } from '../../ingest/index/segmenter.ts';
import { INDEX_UID } from '../../ingest/index/settings.ts';
import { synonymsOf } from '../../ingest/index/synonyms.ts';
import { nearMatches, seedsOf } from './approximate.ts';
import type { NearMatch } from './approximate.ts';
import type { Archive } from './archive.ts';
import type { SearchablePiece } from './searchable.ts';
import { byScore, passagesByWords } from './by-words.ts';
import type { EnginePart, WordedPassage } from './by-words.ts';
import { documentOf } from './candidates.ts';
import type { EngineClient, EngineQuery } from './candidates.ts';
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
/** Records asked of the engine for a part of a fragment; when there are more, the server looks through its texts. */
const SEED_POOL = 40;

/**
 * What comes nearest to a query that no text has: passages that have it with a few characters wrong, then those that have most of
 * its words, rare words and words of the title counting more. 行政职法案卷评查 finds 行政执法案卷评查; 举报奖励最高多少钱 the
 * article that names the sum.
 */
export async function findNearest(text: string, archive: Archive, client: EngineClient): Promise<NearestAnswer> {
  const folded = foldText(text);
  const { subject, answer } = readQuestion(text);
  const words = wordsOf(subject);
  const fragments = nearFragments(folded, archive);
  const byWords = passagesByWords({ words, answers: answer, subject }, archive);
  const queries = [...fragments.queries, ...byWords.queries];
  const { results } = queries.length === 0 ? { results: [] } : await client.multiSearch({ queries });
  const near = fragments.read(results.slice(0, fragments.queries.length));
  const worded = byWords.read(results.slice(fragments.queries.length));
  const scores = new Map<SearchablePiece, WordedPassage>();
  for (const { document, piece, score } of worded.passages.slice(0, MOST_PASSAGES))
    scores.set(piece, { document, piece, score });
  for (const { document, piece, distance } of near) {
    const known = scores.get(piece)?.score ?? 0;
    scores.set(piece, { document, piece, score: known + 100 * (1 - distance / folded.length) });
  }
  const passages = [...scores.values()].sort(byScore).slice(0, MOST_PASSAGES);
  const [closest] = [...near].sort((a, b) => a.distance - b.distance);
  const marks = [
    ...new Set([
      ...near.filter((one) => one.distance <= (closest?.distance ?? 0)).map((one) => one.found),
      ...worded.known,
    ]),
  ];
  const missing = worded.known.length > 0 && worded.known.length < words.length;
  return { passages, marks, suggestion: closest?.found ?? (missing ? worded.known.join(' ') : null) };
}

/** Passages that have a fragment with a few characters wrong: around the places where a part of it stands unchanged. */
function nearFragments(folded: string, archive: Archive): EnginePart<NearMatch[]> {
  const queries = seedsOf(folded).map((seed): EngineQuery => ({
    indexUid: INDEX_UID,
    q: `"${spacedCharacters(seed.text)}"`,
    attributesToSearchOn: ['text'],
    matchingStrategy: 'all',
    attributesToRetrieve: ['id'],
    limit: SEED_POOL,
  }));
  return {
    queries,
    read(results) {
      if (queries.length === 0) return [];
      const complete = results.every(({ hits }) => hits.length < SEED_POOL);
      const ids = new Set(results.flatMap(({ hits }) => hits.map((hit) => documentOf(String(hit.id)))));
      const documents = Array.from(ids, (id) => archive.document(id)).filter((document) => document !== null);
      return nearMatches(complete ? documents : archive.documents, folded);
    },
  };
}

/** The words of a query that tell texts apart; a synonym stands beside its word. */
function wordsOf(subject: string): string[] {
  const words = [
    ...new Set([...contentWords(subject), ...segment(subject).flatMap((word) => synonymsOf(word).slice(0, 1))]),
  ];
  return words.slice(0, MOST_WORDS);
}
