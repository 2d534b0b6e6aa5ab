import { foldText } from '../../ingest/index/fold-text.ts';
import { answerShape } from './answer-shape.ts';
import type { Archive } from './archive.ts';
import type { EngineClient } from './engine-query.ts';
import { splitNames } from './name-index.ts';
import { scoreByWords } from './score-words.ts';
import type { Wanted, WeightedWord } from './score-words.ts';
import type { Passage, SearchableDocument } from './searchable.ts';
import { MOST_RECORDS, passagesWithAll } from './word-frequencies.ts';

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

/** Neighbouring words that chance would put together in more passages than this tell nothing by standing together. */
const MOST_BY_CHANCE = 10;

/**
 * The passages that have most of some words, rare words counting more, and say what an answer would say. The engine says which
 * passages have a rare word, two neighbouring ones or all; titles are compared here, since articles seldom repeat them.
 */
export async function passagesByWords(
  question: WordedQuestion,
  archive: Archive,
  client: EngineClient,
): Promise<WordedAnswer> {
  const { words, answers } = question;
  if (words.length === 0) return { passages: [], known: [] };
  const shapes = answers.filter((shape) => !shape.startsWith('#'));
  const frequencies = await archive.frequencies.of([...words, ...shapes], client);
  const records = await passagesWithAll(tellingGroups(words, frequencies, archive.size), client);
  return scored(question, { archive, records, frequencies });
}

/**
 * Of which words the passages are asked for that have them all: a rare word, neighbours that chance alone would seldom put together, all of
 * them. Passages with a rare word are not asked for again.
 */
export function tellingGroups(words: readonly string[], frequencies: Frequencies, size: number): string[][] {
  const countOf = (word: string): number => frequencies.get(word) ?? 0;
  const rare = words.filter((word) => countOf(word) > 0 && countOf(word) < MOST_RECORDS);
  const pairs = words.length > 2 ? pairsOf(words) : [];
  const telling = pairs.filter((pair) => byChance(pair.map(countOf), size) < MOST_BY_CHANCE);
  const all = words.length > 1 ? [[...words]] : [];
  const frequent = [...telling, ...all].filter((group) => group.every((word) => countOf(word) >= MOST_RECORDS));
  return [...rare.map((word) => [word]), ...frequent];
}

/** In how many of `size` passages words of such frequencies would meet if they had nothing to do with each other. */
const byChance = (counts: readonly number[], size: number): number =>
  counts.reduce((expected, count) => (expected * count) / size, size);

type Frequencies = ReadonlyMap<string, number>;

interface Known {
  archive: Archive;
  /** Ids of the passages that have some of the words. */
  records: ReadonlySet<string>;
  frequencies: Frequencies;
}

function scored({ words, answers, subject }: WordedQuestion, { archive, records, frequencies }: Known): WordedAnswer {
  const weightOf = (word: string): number => inverseFrequency(frequencies.get(word) ?? 0, archive.size);
  const weighed = words.map((word): WeightedWord => ({ folded: foldText(word), weight: weightOf(word) }));
  const wanted: Wanted = {
    words: weighed,
    answers: answers.map((shape) => ({
      shape: answerShape(shape),
      weight: shape.startsWith('#') ? NUMBER_WEIGHT : weightOf(shape),
    })),
    about: answers.length === 0 ? new Set() : documentsNamed(archive, subject),
  };
  const passages = [
    ...archive.passagesAt(records),
    ...titledPassages(archive, weighed),
    ...[...wanted.about].flatMap((document) => archive.passagesOf(document)),
  ];
  const known = new Map<number, WordedPassage>();
  for (const { document, piece } of passages) {
    if (!known.has(piece.id)) known.set(piece.id, { document, piece, score: scoreByWords(document, piece, wanted) });
  }
  return {
    passages: [...known.values()].filter(({ score }) => score > 0).sort(byScore),
    known: words.filter((word) => (frequencies.get(word) ?? 0) > 0).map(foldText),
  };
}

/** Better ones first; of equals, as they stand in the archive. */
export function byScore(a: WordedPassage, b: WordedPassage): number {
  return b.score - a.score || a.document.order - b.document.order || a.piece.seq - b.piece.seq;
}

/** A number with its unit tells about as much as a word that one passage in ten has. */
const NUMBER_WEIGHT = 2.3;

const inverseFrequency = (count: number, size: number): number =>
  Math.log(1 + (Math.max(0, size - count) + 0.5) / (count + 0.5));

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
