import { foldText, spacedCharacters } from '../../ingest/index/fold-text.ts';
import { INDEX_UID } from '../../ingest/index/settings.ts';
import type { Archive } from './archive.ts';
import { foldedPiece } from './searchable.ts';
import type { SearchableDocument, SearchablePiece } from './searchable.ts';
import { documentOf } from './candidates.ts';
import type { EngineClient } from './candidates.ts';
import { shortestWindow } from './window.ts';

/** A passage that has some of the words that were looked for. */
export interface WordedPassage {
  document: SearchableDocument;
  piece: SearchablePiece;
  score: number;
}

/** Passages by their words, best first, with the words that any passage has, folded. */
export interface WordedAnswer {
  passages: WordedPassage[];
  known: string[];
}

const WORD_POOL = 100;
/** Documents that a question may be about by their title: of so much of its weight, so many at most. */
const LEAST_TITLE_SHARE = 0.4;
const MOST_TITLES = 12;
const ANSWER_WEIGHT = 1.5;
const COMPACT_WEIGHT = 0.4;
/** Folded characters of a passage of usual length: longer ones have more words without being more about them. */
const USUAL_LENGTH = 150;

interface WeightedWord {
  folded: string;
  /** Passages that have it, by the engine's count. */
  frequency: number;
  /** By how few passages have it. */
  weight: number;
}

/** What a question asks for: its own words, and those of which an answer has at least one. */
interface Wanted {
  words: WeightedWord[];
  answers: WeightedWord[];
}

/**
 * The passages that have most of some words, rare words counting more; of `answers` one is enough. The engine says which
 * passages have a word or two neighbouring ones; titles are compared here, since articles seldom repeat them.
 */
export async function passagesByWords(
  words: readonly string[],
  answers: readonly string[],
  archive: Archive,
  client: EngineClient,
): Promise<WordedAnswer> {
  if (words.length === 0) return { passages: [], known: [] };
  const { results } = await client.multiSearch({
    queries: [
      ...words.map((word) => wordQuery(`"${word}"`)),
      ...answers.map((word) => phraseQuery(word)),
      ...pairsOf(words).map((pair) => wordQuery(pair.map((word) => `"${word}"`).join(' '))),
      { ...wordQuery(words.join(' ')), matchingStrategy: 'frequency' as const },
    ],
  });
  const size = archive.documents.reduce((sum, document) => sum + document.pieces.length, 0);
  const weigh = (word: string, index: number): WeightedWord => {
    const frequency = results[index]?.estimatedTotalHits ?? 0;
    return { folded: foldText(word), frequency, weight: Math.log(1 + (size - frequency + 0.5) / (frequency + 0.5)) };
  };
  const wanted: Wanted = {
    words: words.map(weigh),
    answers: answers.map((word, index) => weigh(word, words.length + index)),
  };
  const worded = results.filter((_, index) => index < words.length || index >= words.length + answers.length);
  const ids = new Set(worded.flatMap(({ hits }) => hits.map((hit) => String(hit.id))));
  const passages = [...passagesOf(archive, ids), ...titledPassages(archive, wanted.words)];
  const scored = new Map<SearchablePiece, WordedPassage>();
  for (const { document, piece } of passages) {
    if (!scored.has(piece)) scored.set(piece, { document, piece, score: scoreByWords(document, piece, wanted) });
  }
  const known = wanted.words.filter(({ frequency }) => frequency > 0).map((word) => word.folded);
  const best = [...scored.values()].filter(({ score }) => score > 0).sort((a, b) => b.score - a.score);
  return { passages: best, known };
}

type Passage = Omit<WordedPassage, 'score'>;

function passagesOf(archive: Archive, ids: ReadonlySet<string>): Passage[] {
  return [...ids].flatMap((id) => {
    const document = archive.document(documentOf(id));
    const seq = Number(id.slice(id.lastIndexOf('_') + 1));
    const piece = document?.pieces[seq - 1];
    return document && piece ? [{ document, piece }] : [];
  });
}

/** All passages of the documents whose titles have most of the words: their articles seldom repeat the title. */
function titledPassages(archive: Archive, words: readonly WeightedWord[]): Passage[] {
  const whole = words.reduce((sum, word) => sum + word.weight, 0);
  return archive.documents
    .map((document) => ({ document, share: titleWeight(document, words) / whole }))
    .filter(({ share }) => share >= LEAST_TITLE_SHARE)
    .sort((a, b) => b.share - a.share)
    .slice(0, MOST_TITLES)
    .flatMap(({ document }) => document.pieces.map((piece) => ({ document, piece })));
}

function titleWeight(document: SearchableDocument, words: readonly WeightedWord[]): number {
  return words
    .filter(({ folded }) => document.names.some((name) => name.includes(folded)))
    .reduce((sum, word) => sum + word.weight, 0);
}

const baseQuery = { indexUid: INDEX_UID, matchingStrategy: 'all' as const, attributesToRetrieve: ['id'] };

const wordQuery = (q: string) => ({ ...baseQuery, q, attributesToSearchOn: ['words'], limit: WORD_POOL });

/** Only its count is wanted. */
const phraseQuery = (word: string) => ({
  ...baseQuery,
  q: `"${spacedCharacters(foldText(word))}"`,
  attributesToSearchOn: ['text'],
  limit: 1,
});

/** Neighbours together: 举报 奖励, 奖励 标准. */
function pairsOf(words: readonly string[]): string[][] {
  return words.slice(1).map((word, index) => [words[index] ?? word, word]);
}

/**
 * BM25 over the passage, with the document's title and the headings as further fields, and the rarest word of an answer that the
 * passage has counting like one of the question's own.
 */
function scoreByWords(document: SearchableDocument, piece: SearchablePiece, { words, answers }: Wanted): number {
  const text = foldedPiece(document, piece);
  const lengthNorm = 0.4 + (0.6 * text.length) / USUAL_LENGTH;
  let score = 0;
  let said = 0;
  const places: number[][] = [];
  const lengths: number[] = [];
  for (const { folded, weight } of words) {
    const found = placesIn(text, folded);
    const titled = document.names.some((name) => name.includes(folded)) ? 1 : 0;
    const headed = piece.headings.includes(folded) ? 1 : 0;
    const frequency = found.length / lengthNorm + 1.5 * titled + headed;
    score += (weight * frequency * 2.2) / (frequency + 1.2);
    if (found.length === 0) continue;
    said += weight;
    places.push(found);
    lengths.push(folded.length);
  }
  const { start, spread } = shortestWindow(places, lengths);
  const compact = places.length === 0 ? 0 : 1 / (1 + spread / 15) + 0.6 / (1 + start / 30);
  const present = answers.filter(({ folded }) => text.includes(folded));
  const rarest = Math.max(0, ...present.map((word) => word.weight));
  return score + COMPACT_WEIGHT * said * compact + ANSWER_WEIGHT * rarest + 0.1 * present.length;
}

function placesIn(text: string, word: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) places.push(at);
  return places;
}
