import { documentOf } from '../../ingest/index/search-record.ts';
import { contentWords } from '../../ingest/index/segmenter.ts';
import { engineQuery, recordIds } from './engine-query.ts';
import type { EngineClient, EngineQuery, EngineResult, QueryParts } from './engine-query.ts';
import type { NameIndex } from './name-index.ts';
import type { Alternative } from './query.ts';
import type { SearchableDocument } from './searchable.ts';
import { MOST_PHRASES, wayQuery, waysOf } from './ways.ts';
import type { Way } from './ways.ts';
import { sum } from '../sum.ts';

/** Records of some documents that have a term as a word; more of them tell nothing. */
const MOST_WORDED = 100;
/** Where so much of what has the characters has the words, that tells nothing either. */
const MOST_AS_WORDS = 0.8;
/** A longer term than this is a fragment, not a word. */
const LONGEST_WORD = 5;

/** What the engine has to say of one alternative. */
export interface Candidates {
  /** Records that may have what was asked: all of them when `complete`, else the latest of each way. */
  records: Set<string>;
  complete: boolean;
  /** Records that have the terms as whole words; empty where too many do for that to tell anything. */
  asWords: Set<string>;
  /** Whether few enough have them as words for that to put those before the others. */
  wordsTell: boolean;
  ways: readonly FoundWay[];
}

/** A way to say it, and what the engine tells of it. */
export interface FoundWay {
  way: Way;
  /** All of its records, in no order, when `complete`; else the latest, the latest first. */
  records: readonly string[];
  complete: boolean;
  /** How many records there are of it, at most. */
  total: number;
}

/** What is to be looked for, and where. */
export interface Wanted {
  alternatives: readonly Alternative[];
  /** In these documents only; null for all. */
  within: readonly string[] | null;
  /** Records of each way that are asked for at first. */
  first: number;
  /** Where an alternative has no more records than this, all of them are wanted. */
  records: number;
  /** Held documents by their names: their passages need not repeat what the title says. */
  names: NameIndex<SearchableDocument>;
  /** Called with the first records while the engine looks for the rest of them. */
  ahead: (records: readonly string[]) => void;
}

/** What the engine tells of the words of an alternative. */
interface FoundWords {
  /** '' where they are not looked for. */
  words: string;
  /** Some records that have them, all where there are `total`. */
  records: readonly string[];
  total: number;
}

/**
 * Asks the engine, for each alternative, which records have all its terms as phrases of single characters, and, where a term is
 * short, which have them as words: a long run is its own proof. Its answer has every right record and about one in a
 * hundred wrong ones; the server compares the texts itself (match.ts). One request, which gives the latest records; a second one for
 * alternatives that have more of them, but not more than `records`.
 */
export async function findCandidates(client: EngineClient, wanted: Wanted): Promise<Candidates[]> {
  const { within, first } = wanted;
  const asked = wanted.alternatives.map((alternative) => ({
    ways: waysOf(alternative, within, wanted.names),
    words: wordsOf(alternative),
  }));
  const { results } = await client.multiSearch({
    queries: asked.flatMap(({ ways, words }) => [
      ...ways.map((way) => wayQuery(way, { limit: first, order: 'date:desc' })),
      ...(words === '' ? [] : [wordsQuery(words, within, { limit: first })]),
    ]),
  });
  let next = 0;
  const found = asked.map(({ ways, words }): Asked => {
    const answers = ways.map((way) => answerOf(way, results[next++], first));
    const answer = words === '' ? undefined : results[next++];
    return { ways: answers, words: { words, records: recordIds(answer), total: answer?.estimatedTotalHits ?? 0 } };
  });
  await askForRest(
    client,
    found.filter(({ ways }) => sum(ways.map(({ total }) => total)) <= wanted.records),
    wanted,
  );
  return found.map(({ ways, words }) => ({
    ...united(ways),
    asWords: new Set(words.records.length < words.total ? [] : words.records),
    wordsTell: wordsTell(words, ways),
  }));
}

/** What is known of an alternative. */
interface Asked {
  ways: readonly FoundWay[];
  words: FoundWords;
}

const wordsTell = ({ total }: FoundWords, [characters]: readonly FoundWay[]): boolean =>
  total > 0 && total < MOST_AS_WORDS * (characters?.total ?? 0);

/** All records where the first were not all: counted by their ids, which takes the engine a fifth of handing them out. */
async function askForRest(client: EngineClient, asked: readonly Asked[], { within, ahead }: Wanted): Promise<void> {
  const open = asked.filter(({ ways }) => ways.some(({ complete }) => !complete));
  const ways = open.flatMap((one) => one.ways.filter(({ complete }) => !complete));
  const worded = open.filter(({ ways: all, words }) => words.records.length < words.total && wordsTell(words, all));
  if (ways.length === 0) return;
  const ids = { limit: 0, facets: ['id'] };
  const [{ results }] = await Promise.all([
    client.multiSearch({
      queries: [
        ...ways.map(({ way }) => wayQuery(way, ids)),
        ...worded.map(({ words: { words } }) => wordsQuery(words, within, ids)),
      ],
    }),
    Promise.resolve(ways.flatMap(({ records }) => records)).then(ahead),
  ]);
  const idsOf = (result: EngineResult | undefined): string[] => Object.keys(result?.facetDistribution?.id ?? {});
  ways.forEach((one, index) => {
    // A server of a cluster may have answered before, and not now.
    const records = [...new Set([...one.records, ...inDocuments(idsOf(results[index]), one.way)])];
    Object.assign(one, { records, complete: true, total: records.length });
  });
  worded.forEach(({ words }, index) => {
    const records = idsOf(results[ways.length + index]);
    Object.assign(words, { records, total: records.length });
  });
}

/** @param limit of the query: fewer hits are all there are */
function answerOf(way: Way, result: EngineResult | undefined, limit: number): FoundWay {
  const all = recordIds(result);
  const records = inDocuments(all, way);
  const complete = all.length < limit;
  return { way, records, complete, total: complete ? records.length : (result?.estimatedTotalHits ?? all.length) };
}

const inDocuments = (records: string[], { documents }: Way): string[] =>
  documents === null ? records : records.filter((id) => documents.has(documentOf(id)));

const united = (answers: readonly FoundWay[]): Pick<Candidates, 'records' | 'complete' | 'ways'> => ({
  records: new Set(answers.flatMap(({ records }) => records)),
  complete: answers.every(({ complete }) => complete),
  ways: answers.filter(({ total }) => total > 0),
});

/** Which records of some documents have the words of an alternative; none where too many do for that to tell anything. */
export async function findWorded(
  client: EngineClient,
  alternatives: readonly Alternative[],
  within: readonly string[],
): Promise<Set<string>[]> {
  const words = alternatives.map(wordsOf);
  const asked = words.filter((one) => one !== '');
  if (asked.length === 0) return words.map(() => new Set<string>());
  const { results } = await client.multiSearch({
    queries: asked.map((one) => wordsQuery(one, within, { limit: MOST_WORDED })),
  });
  return words.map((one) => (one === '' ? new Set<string>() : wordedOf(results[asked.indexOf(one)])));
}

const wordsQuery = (
  words: string,
  within: readonly string[] | null,
  parts: Pick<QueryParts, 'limit' | 'facets'>,
): EngineQuery =>
  engineQuery({
    ...parts,
    q: words,
    attributes: ['words'],
    ...(within === null ? {} : { conditions: { document: within } }),
  });

function wordedOf(result: EngineResult | undefined): Set<string> {
  const worded = recordIds(result);
  return new Set(worded.length < MOST_WORDED ? worded : []);
}

/** `"行政执法" "案卷"`: the words of the terms by the dictionary of the index; '' where every term is a run long enough to be its own proof. */
function wordsOf({ all }: Alternative): string {
  if (!all.some(({ folded }) => folded.length <= LONGEST_WORD)) return '';
  const words = [...new Set(all.flatMap(({ text }) => contentWords(text)))].slice(0, MOST_PHRASES);
  return words.map((word) => `"${word}"`).join(' ');
}
