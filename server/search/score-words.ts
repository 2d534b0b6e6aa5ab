import type { AnswerShape } from './answer-shape.ts';
import type { SearchableDocument, SearchablePiece } from './searchable.ts';
import { shortestWindow } from './window.ts';

/** A word that is looked for. */
export interface WeightedWord {
  folded: string;
  /** By how few passages have it. */
  weight: number;
}

/** What a question asks for: its own words, what an answer may say, and the documents that it names. */
export interface Wanted {
  words: readonly WeightedWord[];
  answers: readonly { shape: AnswerShape; weight: number }[];
  about: ReadonlySet<SearchableDocument>;
}

/** Folded characters of a passage of usual length: longer ones have more words without being more about them. */
const USUAL_LENGTH = 150;
const COMPACT_WEIGHT = 0.4;
const ANSWER_WEIGHT = 1.5;
/** A passage of the document that a question names says its words by being there. */
const ABOUT_SHARE = 0.8;

/**
 * BM25 over the passage, with the document's title and the headings as further fields; the rarest thing that an answer may say and
 * the passage says counts like one of the question's own words. In a document that the question names, the answer alone decides.
 */
export function scoreByWords(document: SearchableDocument, piece: SearchablePiece, wanted: Wanted): number {
  const text = piece.folded;
  const lengthNorm = 0.4 + (0.6 * text.length) / USUAL_LENGTH;
  let score = 0;
  let said = 0;
  let most = 0;
  const places: number[][] = [];
  const lengths: number[] = [];
  for (const { folded, weight } of wanted.words) {
    const found = placesIn(text, folded);
    const titled = document.names.includes(folded) ? 1 : 0;
    const headed = piece.headings.includes(folded) ? 1 : 0;
    score += weight * saturated(found.length / lengthNorm + 1.5 * titled + headed);
    most += weight * saturated(3);
    if (found.length === 0) continue;
    said += weight;
    places.push(found);
    lengths.push(folded.length);
  }
  if (wanted.about.has(document)) return ABOUT_SHARE * most + allAnswers(text, lengthNorm, wanted.answers);
  const { start, spread } = shortestWindow(places, lengths);
  const compact = places.length === 0 ? 0 : 1 / (1 + spread / 15) + 0.6 / (1 + start / 30);
  return score + COMPACT_WEIGHT * said * compact + bestAnswer(text, wanted.answers);
}

/** Each occurrence of a word says a little less than the one before. */
const saturated = (frequency: number): number => (frequency * 2.2) / (frequency + 1.2);

/** In the document that a question names, each thing that an answer may say counts like a word. */
function allAnswers(text: string, lengthNorm: number, answers: Wanted['answers']): number {
  return answers.reduce((sum, { shape, weight }) => sum + weight * saturated(shape.countIn(text) / lengthNorm), 0);
}

/** Anywhere else one is enough, the rarest; the question's own words decide. */
function bestAnswer(text: string, answers: Wanted['answers']): number {
  const present = answers.filter(({ shape }) => shape.countIn(text) > 0);
  return ANSWER_WEIGHT * Math.max(0, ...present.map(({ weight }) => weight)) + 0.1 * present.length;
}

function placesIn(text: string, word: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) places.push(at);
  return places;
}
