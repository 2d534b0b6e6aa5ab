import { spacedCharacters } from '../../ingest/index/fold-text.ts';
import { OVERLAP, documentOf } from '../../ingest/index/search-record.ts';
import { contentWords } from '../../ingest/index/segmenter.ts';
import { INDEX_UID } from '../../ingest/index/settings.ts';
import { engineFilter } from '../../ingest/index/engine-filter.ts';
import type { NameIndex } from './name-index.ts';
import type { Alternative, Term } from './query.ts';
import type { SearchableDocument } from './searchable.ts';

/** A query as the engine takes it. */
export interface EngineQuery {
  indexUid: string;
  q: string;
  attributesToSearchOn: string[];
  /** The others leave out words by how frequent they are, which each server of a cluster would judge by its own records. */
  matchingStrategy: 'all';
  attributesToRetrieve: string[];
  limit: number;
  offset?: number;
  filter?: string;
  facets?: string[];
}

/** The answer to one query: ids of records, about how many there are, and in which documents they all stand. */
export interface EngineResult {
  hits: Record<string, unknown>[];
  estimatedTotalHits?: number;
  facetDistribution?: Record<string, Record<string, number>>;
}

/** One result for each query. `unanswered`: servers of a cluster whose hits are missing; none of a single one. */
export interface EngineAnswer {
  results: EngineResult[];
  unanswered?: number;
}

/** The part of the engine's client (Meilisearch, or several of them as one) that search needs. */
export interface EngineClient {
  multiSearch(request: { queries: EngineQuery[] }): Promise<EngineAnswer>;
}

/** Records asked of the engine where it is enough to know whether there are more: to hand one out costs it more than to find it. */
const FEW_RECORDS = 100;
/** Records that have a term as a word; more of them tell nothing. */
const MOST_WORDED = 100;

/** A longer term than this is a fragment, not a word. */
const LONGEST_WORD = 5;
/** The engine leaves out further words of a query without a word. */
const MOST_PHRASES = 8;
/** So many documents are named to the engine; of more, the server picks them out of its answer. */
const MOST_NAMED = 500;

/** What the engine has to say of one alternative. */
export interface Candidates {
  /** Records that may have what was asked; all of them when `complete`. */
  records: Set<string>;
  complete: boolean;
  /** In which documents they stand, and how many of them in each at most; not told where `records` was null and there are more. */
  counts: ReadonlyMap<string, number>;
  /** Records that have the terms as whole words; empty where too many do for that to tell anything. */
  asWords: Set<string>;
}

/** A way to say an alternative: its terms, or those of them that the titles of some documents do not say already. */
interface Way {
  terms: readonly Term[];
  /** Ids; null for any document. */
  documents: ReadonlySet<string> | null;
}

/** What is to be looked for, and where. */
export interface Wanted {
  alternatives: readonly Alternative[];
  /** In these documents only; null for all. */
  within: readonly string[] | null;
  /**
   * So many records of each alternative at most; of more, only how many each document has. Null: where there are more than a first few, it is
   * enough to know that.
   */
  records: number | null;
  /** Held documents by their names: their passages need not repeat what the title says. Null: passages that say it all. */
  names: NameIndex<SearchableDocument> | null;
}

/**
 * Asks the engine, for each alternative, which records have all its terms as phrases of single characters, and, where a term is
 * short, which have them as words: a long run is its own proof. Its answer has every right record and about one in a
 * hundred wrong ones; the server compares the texts itself (match.ts). One request; a second one where there are more records than `records`,
 * which counts them by document; a third one where those of documents that say a term in their titles turn out to be few.
 */
export async function findCandidates(client: EngineClient, wanted: Wanted): Promise<Candidates[]> {
  const first = wanted.records ?? FEW_RECORDS;
  const asked = wanted.alternatives.map((alternative) => ({
    ways: waysOf(alternative, wanted),
    words: alternative.all.some((term) => term.folded.length <= LONGEST_WORD)
      ? wordsOf(alternative.all.map((term) => term.text))
      : '',
  }));
  const { results } = await client.multiSearch({
    queries: asked.flatMap(({ ways, words }) => [
      ...ways.map((way) => wayQuery(way, first)),
      ...(words === '' ? [] : [wordsQuery(words, wanted.within)]),
    ]),
  });
  let next = 0;
  const found = asked.map(({ ways, words }) => {
    const answers = ways.map((way) => answerOf(way, results[next++], first));
    const worded = words === '' ? [] : recordIds(results[next++]?.hits);
    return { answers, asWords: new Set(worded.length < MOST_WORDED ? worded : []) };
  });
  const { records } = wanted;
  if (records !== null) {
    await askAgain(
      client,
      found.flatMap(({ answers }) => answers),
      countingQuery,
      0,
    );
    const few = found.filter(({ answers }) => sum(answers.map(totalOf)) <= records);
    await askAgain(
      client,
      few.flatMap(({ answers }) => answers),
      (way, counts) => namingQuery(way, counts),
      records + 1,
    );
  }
  return found.map(({ answers, asWords }) => ({ ...united(answers), asWords }));
}

/** Asks again for what is not complete yet, all in one request, and puts what comes in the place of what was there. */
async function askAgain(
  client: EngineClient,
  answers: readonly WayAnswer[],
  queryOf: (way: Way, counts: ReadonlyMap<string, number>) => EngineQuery,
  limit: number,
): Promise<void> {
  const open = answers.filter(({ complete }) => !complete);
  if (open.length === 0) return;
  const { results } = await client.multiSearch({ queries: open.map(({ way, counts }) => queryOf(way, counts)) });
  open.forEach((answer, index) => {
    Object.assign(answer, answerOf(answer.way, results[index], limit));
  });
}

function waysOf({ all }: Alternative, { within, names }: Wanted): Way[] {
  const allowed = within === null ? null : new Set(within);
  const whole: Way = { terms: all, documents: allowed };
  if (names === null || all.length < 2) return [whole];
  const said = new Map<SearchableDocument, number>();
  all.forEach((term, index) => {
    for (const document of names.holding(term.folded)) said.set(document, (said.get(document) ?? 0) | (1 << index));
  });
  const everything = (1 << all.length) - 1;
  const bySaid = new Map<number, Set<string>>();
  for (const [{ id }, terms] of said) {
    if (terms === everything || allowed?.has(id) === false) continue;
    const documents = bySaid.get(terms) ?? new Set<string>();
    bySaid.set(terms, documents.add(id));
  }
  const others = [...bySaid].map(([terms, documents]): Way => ({
    terms: all.filter((_, index) => (terms & (1 << index)) === 0),
    documents,
  }));
  return [whole, ...others];
}

const baseQuery = (
  q: string,
  attributesToSearchOn: string[],
  documents: Iterable<string> | null,
  limit: number,
): EngineQuery => {
  const filter = documents === null ? undefined : engineFilter({ document: [...documents] });
  return {
    indexUid: INDEX_UID,
    q,
    attributesToSearchOn,
    matchingStrategy: 'all',
    attributesToRetrieve: ['id'],
    limit,
    ...(filter === undefined ? {} : { filter }),
  };
};

function wayQuery({ terms, documents }: Way, limit: number): EngineQuery {
  const named = documents !== null && documents.size <= MOST_NAMED ? documents : null;
  // What stands in headings alone is not a passage that has the only term.
  const attributes = terms.length > 1 || documents !== null ? ['headings', 'text'] : ['text'];
  return baseQuery(phrasesOf(terms.map((term) => term.folded)), attributes, named, limit);
}

/** Asks in which documents there are how many records of a way. */
const countingQuery = (way: Way): EngineQuery => ({ ...wayQuery(way, 0), facets: ['document'] });

/** Asks for all records of a way of which the documents are known now. */
const namingQuery = (way: Way, counts: ReadonlyMap<string, number>): EngineQuery =>
  wayQuery({ ...way, documents: new Set(counts.keys()) }, sum(counts.values()));

const wordsQuery = (words: string, within: readonly string[] | null): EngineQuery =>
  baseQuery(words, ['words'], within, MOST_WORDED);

interface WayAnswer {
  way: Way;
  records: string[];
  complete: boolean;
  /** How many records each document has, where they were counted. */
  counts: ReadonlyMap<string, number>;
}

/** @param limit of the query: fewer hits are all there are */
function answerOf(way: Way, result: EngineResult | undefined, limit: number): WayAnswer {
  const { documents } = way;
  const all = recordIds(result?.hits);
  const records = documents === null ? all : all.filter((id) => documents.has(documentOf(id)));
  const counts = new Map<string, number>();
  for (const [id, count] of Object.entries(result?.facetDistribution?.document ?? {})) {
    if (documents === null || documents.has(id)) counts.set(id, count);
  }
  return { way, records, complete: all.length < limit, counts };
}

const totalOf = ({ complete, records, counts }: WayAnswer): number =>
  complete ? records.length : sum(counts.values());

/** How many records each document has: as counted, or of all records that there are. */
function countsOf({ complete, records, counts }: WayAnswer): ReadonlyMap<string, number> {
  if (!complete) return counts;
  const own = new Map<string, number>();
  for (const id of records.map(documentOf)) own.set(id, (own.get(id) ?? 0) + 1);
  return own;
}

const united = (answers: readonly WayAnswer[]): Omit<Candidates, 'asWords'> => ({
  records: new Set(answers.flatMap(({ records }) => records)),
  complete: answers.every(({ complete }) => complete),
  counts: addedUp(answers.map(countsOf)),
});

/** The counts of several lists together; those of the only one as they are. */
export function addedUp(lists: readonly ReadonlyMap<string, number>[]): ReadonlyMap<string, number> {
  const [only] = lists;
  if (only !== undefined && lists.length === 1) return only;
  const sums = new Map<string, number>();
  for (const list of lists) for (const [key, count] of list) sums.set(key, (sums.get(key) ?? 0) + count);
  return sums;
}

const sum = (numbers: Iterable<number>): number => {
  let total = 0;
  for (const number of numbers) total += number;
  return total;
};

const recordIds = (hits: readonly Record<string, unknown>[] = []): string[] =>
  hits.flatMap(({ id }) => (typeof id === 'string' ? [id] : []));

/** `"行政执法" "案卷"`: the words of the terms by the dictionary of the index. */
function wordsOf(terms: readonly string[]): string {
  const words = [...new Set(terms.flatMap(contentWords))].slice(0, MOST_PHRASES);
  return words.map((word) => `"${word}"`).join(' ');
}

/**
 * `"评 查" "程 序"`: the longest terms, since they tell most, each by its beginning: a run over the border of two pieces stands
 * in the record of the first only as far as that repeats the second.
 */
export function phrasesOf(folded: readonly string[]): string {
  return [...folded]
    .sort((a, b) => b.length - a.length)
    .slice(0, MOST_PHRASES)
    .map((term) => `"${spacedCharacters(Array.from(term).slice(0, OVERLAP).join(''))}"`)
    .join(' ');
}
