import { foldText } from '../../ingest/index/fold-text.ts';
import { documentOf } from '../../ingest/index/search-record.ts';
import { contentWords } from '../../ingest/index/segmenter.ts';
import { ALL_IDS, askTogether, countedIds, engineQuery, recordIds } from './engine-query.ts';
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
  /** Whether few passages of some documents (null: of all) have all of some folded texts, as far as is known without the engine. */
  seemsRare: (texts: readonly string[], documents: ReadonlySet<string> | null) => boolean;
  /** Called with the first records while the engine looks for the rest of them. */
  ahead: (records: readonly string[]) => void;
}

/** What the engine tells of the words of an alternative. */
interface FoundWords {
  words: readonly string[];
  /** Some records that have them, all where there are `total`. */
  records: readonly string[];
  total: number;
}

/** What is known of an alternative. `words`: null where they are not looked for. */
interface Asked {
  ways: FoundWay[];
  words: FoundWords | null;
}

const LATEST = 'date:desc';

/**
 * Asks the engine, for each alternative, which records have all its terms as phrases of single characters, and, where a term is
 * short, which have them as words: a long run is its own proof. Its answer has every right record and about one in a
 * hundred wrong ones; the server compares the texts itself (match.ts). One request, which gives all records of what seems rare and the
 * latest of the rest; a second one for alternatives that have more, but not more than `records`, and for what seemed rare and is not.
 */
export async function findCandidates(client: EngineClient, wanted: Wanted): Promise<Candidates[]> {
  const { within, first, names, seemsRare } = wanted;
  const allowed = within === null ? null : new Set(within);
  const sought = wanted.alternatives.map((alternative) => {
    const words = wordsOf(alternative);
    return {
      ways: waysOf(alternative, within, names).map((way) => ({
        way,
        isRare: seemsRare(
          way.terms.map(({ folded }) => folded),
          way.documents,
        ),
      })),
      words: words.length === 0 ? null : { words, isRare: seemsRare(words.map(foldText), allowed) },
    };
  });
  const { results } = await client.multiSearch({
    queries: sought.flatMap(({ ways, words }) => [
      ...ways.map(({ way, isRare }) => wayQuery(way, isRare ? ALL_IDS : { limit: first, order: LATEST })),
      ...(words === null ? [] : [wordsQuery(words.words, within, words.isRare ? ALL_IDS : { limit: first })]),
    ]),
  });
  let next = 0;
  const found = sought.map(({ ways, words }): Asked => ({
    ways: ways.map(({ way, isRare }) =>
      isRare ? allOf(way, results[next++], wanted.records) : firstOf(way, results[next++], first),
    ),
    words: words === null ? null : wordedBy(words, results[next++]),
  }));
  await askForRest(client, found, wanted);
  return found.map(({ ways, words }) => ({
    ...united(ways),
    asWords: asWords(words, ways, first),
    wordsTell: words !== null && wordsTell(words, ways),
  }));
}

/** The records that have the words, where all of them are known; and that are few, or tell something. */
function asWords(words: FoundWords | null, ways: readonly FoundWay[], few: number): Set<string> {
  if (words === null || words.records.length < words.total) return new Set();
  return new Set(words.total < few || wordsTell(words, ways) ? words.records : []);
}

const wordsTell = ({ total }: FoundWords, [characters]: readonly FoundWay[]): boolean =>
  total > 0 && total < MOST_AS_WORDS * (characters?.total ?? 0);

/** All records of alternatives that have few, and the latest of the ways that seemed to have few. */
async function askForRest(
  client: EngineClient,
  found: readonly Asked[],
  { within, ahead, first, records: most }: Wanted,
): Promise<void> {
  const isOpen = ({ complete }: FoundWay): boolean => !complete;
  const few = found.filter(({ ways }) => ways.some(isOpen) && sum(ways.map(({ total }) => total)) <= most);
  const rest = few.flatMap(({ ways }) => ways.filter(isOpen));
  const mistaken = found.flatMap(({ ways }) =>
    ways.filter(({ complete, records }) => !complete && records.length > most),
  );
  const worded = few.flatMap(({ words, ways }) =>
    words !== null && words.records.length < words.total && wordsTell(words, ways) ? [words] : [],
  );
  if (rest.length + mistaken.length === 0) return;
  const [[ofRest = [], ofWords = [], latest = []]] = await Promise.all([
    askTogether(client, [
      rest.map(({ way }) => wayQuery(way, ALL_IDS)),
      worded.map(({ words }) => wordsQuery(words, within, ALL_IDS)),
      mistaken.map(({ way }) => wayQuery(way, { limit: first, order: LATEST })),
    ]),
    Promise.resolve(rest.flatMap(({ records }) => records)).then(ahead),
  ]);
  rest.forEach((one, index) => {
    // A server of a cluster may have answered before, and not now.
    const records = [...new Set([...one.records, ...inDocuments(countedIds(ofRest[index]), one.way)])];
    Object.assign(one, { records, complete: true, total: records.length });
  });
  worded.forEach((words, index) => {
    const records = countedIds(ofWords[index]);
    Object.assign(words, { records, total: records.length });
  });
  mistaken.forEach((one, index) => Object.assign(one, { records: firstOf(one.way, latest[index], first).records }));
}

/** @param result of a query for all ids. @param most of more records the latest are yet to be asked for */
function allOf(way: Way, result: EngineResult | undefined, most: number): FoundWay {
  const records = inDocuments(countedIds(result), way);
  return { way, records, complete: records.length <= most, total: records.length };
}

/** @param limit of the query: fewer hits are all there are */
function firstOf(way: Way, result: EngineResult | undefined, limit: number): FoundWay {
  const all = recordIds(result);
  const records = inDocuments(all, way);
  const complete = all.length < limit;
  return { way, records, complete, total: complete ? records.length : (result?.estimatedTotalHits ?? all.length) };
}

function wordedBy(
  { words, isRare }: { words: string[]; isRare: boolean },
  result: EngineResult | undefined,
): FoundWords {
  const records = isRare ? countedIds(result) : recordIds(result);
  return { words, records, total: isRare ? records.length : (result?.estimatedTotalHits ?? 0) };
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
  const groups = alternatives.map((alternative) => {
    const words = wordsOf(alternative);
    return words.length === 0 ? [] : [wordsQuery(words, within, { limit: MOST_WORDED })];
  });
  const results = await askTogether(client, groups);
  return results.map(([result]) => {
    const worded = recordIds(result);
    return new Set(worded.length < MOST_WORDED ? worded : []);
  });
}

/** Records that have the words as the dictionary cuts them: `"行政执法" "案卷"`. */
const wordsQuery = (
  words: readonly string[],
  within: readonly string[] | null,
  parts: Pick<QueryParts, 'limit' | 'facets'>,
): EngineQuery =>
  engineQuery({
    ...parts,
    q: words.map((word) => `"${word}"`).join(' '),
    attributes: ['words'],
    ...(within === null ? {} : { conditions: { document: within } }),
  });

/** The words of the terms by the dictionary of the index; none where every term is a run long enough to be its own proof. */
function wordsOf({ all }: Alternative): string[] {
  if (!all.some(({ folded }) => folded.length <= LONGEST_WORD)) return [];
  return [...new Set(all.flatMap(({ text }) => contentWords(text)))].slice(0, MOST_PHRASES);
}
