import { foldText, spacedCharacters } from '../../ingest/index/fold-text.ts';
import { contentWords, segment } from '../../ingest/index/segmenter.ts';
import { INDEX_UID } from '../../ingest/index/settings.ts';
import { synonymsOf } from '../../ingest/index/synonyms.ts';
import { nearMatches, seedsOf } from './approximate.ts';
import type { NearMatch } from './approximate.ts';
import { foldedPiece } from './archive.ts';
import type { Archive, SearchableDocument, SearchablePiece } from './archive.ts';
import { documentOf } from './candidates.ts';
import type { EngineClient } from './candidates.ts';
import { readQuestion } from './question.ts';

/** A passage that comes near to what was asked, best first. */
export interface Nearest {
  document: SearchableDocument;
  piece: SearchablePiece;
  score: number;
}

export interface NearestAnswer {
  passages: Nearest[];
  /** Folded words to mark. */
  marks: string[];
  /** What to try instead; null when there is nothing to say. */
  suggestion: string | null;
}

const MOST_PASSAGES = 50;
const WORD_POOL = 200;
const MOST_WORDS = 12;

/**
 * What comes nearest to a query that no text has: passages that have it with a few characters wrong, then those that have most of
 * its words, rare words and words of the title counting more. 行政职法案卷评查 finds 行政执法案卷评查; 举报奖励最高多少钱 the
 * article that names the sum.
 */
export async function findNearest(text: string, archive: Archive, client: EngineClient): Promise<NearestAnswer> {
  const folded = foldText(text);
  const near = await findNearFragments(folded, archive, client);
  const worded = await findByWords(text, archive, client);
  const scores = new Map<SearchablePiece, Nearest>();
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
      limit: WORD_POOL,
    })),
  });
  const complete = results.every(({ hits }) => hits.length < WORD_POOL);
  const ids = new Set(results.flatMap(({ hits }) => hits.map((hit) => documentOf(hit.id))));
  return nearMatches(complete ? archive.documents.filter(({ id }) => ids.has(id)) : archive.documents, folded);
}

interface WeightedWord {
  folded: string;
  /** By how few passages have it. */
  weight: number;
}

async function findByWords(text: string, archive: Archive, client: EngineClient): Promise<NearestAnswer> {
  const { subject, answer } = readQuestion(text);
  const words = wordsOf(subject);
  if (words.length === 0) return { passages: [], marks: [], suggestion: null };
  const { results } = await client.multiSearch({
    queries: [
      wordQuery(words.join(' '), 'frequency'),
      ...words.map((word) => wordQuery(`"${word}"`, 'all')),
      ...pairsOf(words).map((pair) => wordQuery(pair.map((word) => `"${word}"`).join(' '), 'all')),
    ],
  });
  const size = archive.documents.reduce((sum, document) => sum + document.pieces.length, 0);
  const weighted = words.map((word, index): WeightedWord & { frequency: number } => {
    const frequency = results[index + 1]?.estimatedTotalHits ?? 0;
    return { folded: foldText(word), weight: Math.log(1 + (size - frequency + 0.5) / (frequency + 0.5)), frequency };
  });
  const ids = new Set(results.flatMap(({ hits }) => hits.map((hit) => String(hit.id))));
  const hints = answer.map(foldText).filter((word) => word !== '');
  const passages = [...ids].flatMap((id) => {
    const document = archive.document(documentOf(id));
    const piece = document?.pieces.find(({ seq }) => seq === Number(id.slice(id.lastIndexOf('_') + 1)));
    return document && piece ? [{ document, piece, score: scoreByWords(document, piece, weighted, hints) }] : [];
  });
  const known = weighted.filter(({ frequency }) => frequency > 0);
  return {
    passages: passages
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score)
      .slice(0, MOST_PASSAGES),
    marks: known.map((word) => word.folded),
    suggestion: known.length > 0 && known.length < words.length ? known.map((word) => word.folded).join(' ') : null,
  };
}

function wordQuery(q: string, matchingStrategy: 'all' | 'frequency') {
  return {
    indexUid: INDEX_UID,
    q,
    attributesToSearchOn: ['words'],
    matchingStrategy,
    attributesToRetrieve: ['id'],
    limit: WORD_POOL,
  };
}

/** The words of a query that tell texts apart; a synonym stands beside its word. */
function wordsOf(subject: string): string[] {
  const words = [
    ...new Set([...contentWords(subject), ...segment(subject).flatMap((word) => synonymsOf(word).slice(0, 1))]),
  ];
  return words.slice(0, MOST_WORDS);
}

/** Neighbours together: 举报 奖励, 奖励 标准. */
function pairsOf(words: readonly string[]): string[][] {
  return words.slice(1).map((word, index) => [words[index] ?? word, word]);
}

/** BM25 over the passage, with the document's title and the headings as a second field, and a little for words that answer. */
function scoreByWords(
  document: SearchableDocument,
  piece: SearchablePiece,
  words: readonly WeightedWord[],
  hints: readonly string[],
): number {
  const text = foldedPiece(document, piece);
  const lengthNorm = 0.4 + 0.6 * Math.min(2, text.length / 200);
  let score = 0;
  let said = 0;
  for (const { folded, weight } of words) {
    const count = countOf(text, folded);
    const titled = document.names.some((name) => name.includes(folded)) ? 1 : 0;
    const headed = piece.headings.includes(folded) ? 1 : 0;
    if (count > 0) said += weight;
    const frequency = count / lengthNorm + 1.2 * titled + headed;
    score += (weight * frequency * 2.2) / (frequency + 1.2);
  }
  const hinted = hints.filter((hint) => text.includes(hint)).length / Math.max(1, hints.length);
  return score * (1 + 0.6 * hinted) + 0.3 * said;
}

function countOf(text: string, word: string): number {
  let count = 0;
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) count += 1;
  return count;
}
