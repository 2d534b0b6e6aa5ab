import { foldText } from '../../ingest/index/fold-text.ts';
import { answerShape } from './answer-shape.ts';
import type { Archive } from './archive.ts';
import type { EngineQuery, EngineResult } from './candidates.ts';
import { splitNames } from './name-index.ts';
import { scoreByWords } from './score-words.ts';
import type { Wanted, WeightedWord } from './score-words.ts';
import type { Passage, SearchableDocument } from './searchable.ts';
import { fewIds, wordsQuery } from './word-frequencies.ts';

/** What is looked for by its words. */
export interface WordedQuestion {
  words: readonly string[];
  /** What an answer may say (answer-shape.ts); empty when nothing is asked. */
  answers: readonly string[];
  /** What the question is about, as typed: it may be a title or the end of one. */
  subject: string;
}

/** A passage that has some of the words that were looked for. */
export interface WordedPassage extends Passage {
  score: number;
}

/** Passages by their words, best first, with the words that any passage has, folded. */
export interface WordedAnswer {
  passages: WordedPassage[];
  known: string[];
}

/** Documents that a question may be about by their title: of so much of its weight, so many at most. */
const LEAST_TITLE_SHARE = 0.4;
const MOST_TITLES = 12;
/** A shorter subject is a word, not a title. */
const SHORTEST_TITLE = 4;
const MOST_NAMED = 30;

/** The queries for the engine, and what to make of its answers to them: so that several questions go in one request. */
export interface EnginePart<T> {
  queries: EngineQuery[];
  read(results: readonly EngineResult[]): T;
}

/**
 * The passages that have most of some words, rare words counting more, and say what an answer would say. The engine says which
 * passages have a rare word, two neighbouring ones or all; titles are compared here, since articles seldom repeat them.
 */
export function passagesByWords(question: WordedQuestion, archive: Archive): EnginePart<WordedAnswer> {
  const { words, answers } = question;
  if (words.length === 0) return { queries: [], read: () => ({ passages: [], known: [] }) };
  const { frequencies } = archive;
  const asked = [...words, ...answers.filter((shape) => !shape.startsWith('#'))];
  const uncounted = frequencies.unknown(asked);
  // Passages with a word of which all are known are among those already.
  const together = [...pairsOf(words), ...(words.length > 2 ? [[...words]] : [])].filter(
    (group) => !group.some((word) => frequencies.isWhole(word)),
  );
  return {
    queries: [...uncounted.map((word) => [word]), ...together].map(wordsQuery),
    read(results) {
      uncounted.forEach((word, index) => {
        frequencies.learn(word, results[index]);
      });
      const ids = [
        ...words.flatMap((word) => frequencies.idsOf(word)),
        ...results.slice(uncounted.length).flatMap((result) => fewIds(result)),
      ];
      return scored(question, new Set(ids), archive);
    },
  };
}

function scored({ words, answers, subject }: WordedQuestion, ids: ReadonlySet<string>, archive: Archive): WordedAnswer {
  const { frequencies } = archive;
  const weighed = words.map((word): WeightedWord => ({ folded: foldText(word), weight: weightOf(archive, word) }));
  const wanted: Wanted = {
    words: weighed,
    answers: answers.map((shape) => ({
      shape: answerShape(shape),
      weight: shape.startsWith('#') ? NUMBER_WEIGHT : weightOf(archive, shape),
    })),
    about: answers.length === 0 ? new Set() : documentsNamed(archive, subject),
  };
  const passages = [
    ...archive.passagesAt(ids),
    ...titledPassages(archive, weighed),
    ...[...wanted.about].flatMap((document) => archive.passagesOf(document)),
  ];
  const known = new Map<number, WordedPassage>();
  for (const { document, piece } of passages) {
    if (!known.has(piece.id)) known.set(piece.id, { document, piece, score: scoreByWords(document, piece, wanted) });
  }
  return {
    passages: [...known.values()].filter(({ score }) => score > 0).sort(byScore),
    known: words.filter((word) => frequencies.of(word) > 0).map(foldText),
  };
}

/** Better ones first; of equals, as they stand in the archive. */
export function byScore(a: WordedPassage, b: WordedPassage): number {
  return b.score - a.score || a.document.order - b.document.order || a.piece.seq - b.piece.seq;
}

/** A number with its unit tells about as much as a word that one passage in ten has. */
const NUMBER_WEIGHT = 2.3;

/** Inverse document frequency. */
function weightOf({ frequencies, size }: Archive, word: string): number {
  const frequency = frequencies.of(word);
  return Math.log(1 + (Math.max(0, size - frequency) + 0.5) / (frequency + 0.5));
}

/** Documents with the subject of a question in their name: 城市绿化条例什么时候施行. The shortest names are nearest to it. */
function documentsNamed({ heldNames }: Archive, subject: string): Set<SearchableDocument> {
  const folded = foldText(subject);
  if (folded.length < SHORTEST_TITLE) return new Set();
  const named = heldNames.holding(folded).map((document) => ({
    document,
    length: Math.min(
      ...splitNames(document.names)
        .filter((name) => name.includes(folded))
        .map((name) => name.length),
    ),
  }));
  named.sort((a, b) => a.length - b.length);
  return new Set(named.slice(0, MOST_NAMED).map(({ document }) => document));
}

/** All passages of the documents whose titles have most of the words: their articles seldom repeat the title. */
function titledPassages(archive: Archive, words: readonly WeightedWord[]): Passage[] {
  const least = LEAST_TITLE_SHARE * words.reduce((sum, word) => sum + word.weight, 0);
  const shares = new Map<SearchableDocument, number>();
  for (const { folded, weight } of words) {
    for (const document of archive.heldNames.holding(folded))
      shares.set(document, (shares.get(document) ?? 0) + weight);
  }
  return [...shares]
    .filter(([, share]) => share >= least)
    .sort((a, b) => b[1] - a[1])
    .slice(0, MOST_TITLES)
    .flatMap(([document]) => archive.passagesOf(document));
}

/** Neighbours together: 举报 奖励, 奖励 标准. */
function pairsOf(words: readonly string[]): string[][] {
  return words.slice(1).map((word, index) => [words[index] ?? word, word]);
}
