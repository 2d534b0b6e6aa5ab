import { documentOf } from '../../ingest/index/search-record.ts';
import type { Conditions } from '../../ingest/index/engine-filter.ts';
import { findWorded } from './candidates.ts';
import type { Candidates, FoundWay } from './candidates.ts';
import { ALL_IDS, askTogether, countedIds, recordIds } from './engine-query.ts';
import type { EngineOrder } from './engine-query.ts';
import type { FoundPassage } from './found.ts';
import { countFrequent } from './frequent-counts.ts';
import type { CountedRecords, FrequentCounts } from './frequent-counts.ts';
import { isFree, meetsConditions } from './meets-conditions.ts';
import type { Alternative } from './query.ts';
import { documentComparison } from './rank.ts';
import type { SearchRequest } from './search-types.ts';
import type { SearchableDocument } from './searchable.ts';
import type { TextSources } from './text-sources.ts';
import { verified } from './verify.ts';
import { wayQueries } from './ways.ts';
import type { Way } from './ways.ts';
import { sum } from '../sum.ts';

/** Some of very many records. */
export interface Window {
  records: string[];
  /** How many of the engine's counts these are: a record that two ways have is counted twice. */
  counted: number;
}

/** What was listed of one way, and the record that there are more behind. */
interface Listed {
  records: readonly string[];
  goesOnAfter?: string | undefined;
}

const ORDERS: Record<SearchRequest['sort'], EngineOrder> = {
  relevance: 'date:desc',
  date: 'date:desc',
  number: 'number:asc',
};

/** Later windows are so many times as large as those before together. */
const GROWTH = 2;

/** Passages with words that very many passages have: counted by the engine, listed a window at a time, read where they are shown. */
export class FrequentPassages {
  readonly #alternatives: readonly Alternative[];
  readonly #sources: TextSources;
  readonly #ways: readonly FoundWay[];
  /** Alternatives of which the words are to be looked for beside the characters. */
  readonly #worded: readonly Alternative[];

  constructor(alternatives: readonly Alternative[], candidates: readonly Candidates[], sources: TextSources) {
    this.#alternatives = alternatives;
    this.#sources = sources;
    this.#ways = candidates.flatMap(({ ways }) => ways);
    this.#worded = alternatives.filter((_, index) => candidates[index]?.wordsTell === true);
  }

  /** The latest of the held documents with one of the words in their names. */
  titled(most: number): SearchableDocument[] {
    const { heldNames } = this.#sources.archive;
    const terms = new Set(this.#alternatives.flatMap(({ all }) => all.map(({ folded }) => folded)));
    const documents = new Set(Array.from(terms, (term) => heldNames.lastHolding(term, most)).flat());
    return [...documents].sort((a, b) => b.order - a.order).slice(0, most);
  }

  /**
   * All records that pass the conditions, in windows, none twice. By day or number no window has what comes before one of the windows ahead
   * of it. By relevance the latest come first, and ways that were listed whole are in the first window: without conditions that is what the
   * engine gave at first, and where no more can be had than is read at most, as of a sentence that hundreds of documents repeat, all the
   * rest is the next window.
   */
  async *windows(conditions: Conditions, sort: SearchRequest['sort'] = 'relevance'): AsyncGenerator<Window> {
    const { archive, client } = this.#sources;
    const isInOrder = sort === 'relevance' || (sort === 'date' && this.#ways.length === 1);
    const isFirstOfAll = isInOrder && isFree(conditions);
    const open = this.#openWays(conditions).map(({ way }) => way);
    const known = this.#ways
      .filter(({ complete }) => complete || isFirstOfAll)
      .map(({ records }): Listed => ({
        records: records.filter((record) => this.#passes(documentOf(record), conditions)),
      }));
    let size = archive.limits.first;
    const given = new Set<string>();
    const isRest = isFirstOfAll && this.#canBeListed();
    let isLast = open.length === 0;
    if (isFirstOfAll || isLast) {
      yield* takeNew(known, given);
      size *= 1 + GROWTH;
    }
    while (!isLast) {
      const limit = size;
      const parts = isRest ? ALL_IDS : { limit, order: ORDERS[sort] };
      const [results = []] = await askTogether(client, [wayQueries(open, conditions, parts)]);
      const listed = results.map((result): Listed => {
        const records = isRest ? countedIds(result) : recordIds(result);
        return isRest || records.length < limit ? { records } : { records, goesOnAfter: records.at(-1) };
      });
      const lists = [...known, ...listed];
      yield* takeNew(sort === 'relevance' ? lists : this.#inOrder(lists, sort), given);
      isLast = listed.every(({ goesOnAfter }) => goesOnAfter === undefined);
      size *= 1 + GROWTH;
    }
  }

  /** Whether there are few enough records for the engine to tell all of their ids. */
  #canBeListed(): boolean {
    const { listed, byDocument } = this.#sources.archive.limits;
    return sum(this.#ways.map(({ total }) => total)) <= Math.min(listed, byDocument);
  }

  /** Whether records that pass the conditions are in no window: those of ways of more documents than can be named. */
  leavesOut(conditions: Conditions): boolean {
    return this.#openWays(conditions).some(({ isCut }) => isCut);
  }

  /** The ways that were not listed whole, each of documents that the engine can be told: of more than that, the latest. */
  #openWays(conditions: Conditions): { way: Way; isCut: boolean }[] {
    const most = this.#sources.archive.limits.named;
    const open = this.#ways.filter(({ complete }) => !complete);
    return open.map(({ way }) => {
      if (way.documents === null || way.documents.size <= most || conditions.document !== undefined)
        return { way, isCut: false };
      const all = [...way.documents];
      const passing = isFree(conditions) ? all : all.filter((id) => this.#passes(id, conditions));
      const documents = new Set(passing.slice(Math.max(0, passing.length - most)));
      return { way: { ...way, documents }, isCut: documents.size < passing.length };
    });
  }

  #passes(documentId: string, conditions: Conditions): boolean {
    const document = this.#sources.archive.document(documentId);
    return document !== null && meetsConditions(document, conditions);
  }

  /** What of some lists comes no later than all that the others among them can still bring. */
  #inOrder(lists: readonly Listed[], sort: 'date' | 'number'): Listed[] {
    const { archive } = this.#sources;
    const compare = documentComparison(sort);
    const ends = lists.map(({ goesOnAfter }) =>
      goesOnAfter === undefined ? null : archive.document(documentOf(goesOnAfter)),
    );
    const passing = lists.flatMap(({ records }, index) => {
      const [first] = ends.flatMap((end, at) => (end === null || at === index ? [] : [end])).sort(compare);
      if (first === undefined) return records;
      return records.filter((record) => {
        const document = archive.document(documentOf(record));
        return document === null || compare(document, first) <= 0;
      });
    });
    const ripe = new Set(passing);
    return lists.map(({ records }) => ({ records: records.filter((record) => ripe.has(record)) }));
  }

  /** How many records there are, and of what they are. */
  count(counted: CountedRecords): Promise<FrequentCounts> {
    return countFrequent(this.#ways, counted, this.#sources);
  }

  /** The passages of some of the records that do have what was asked. */
  async verify(records: readonly string[]): Promise<FoundPassage[]> {
    const { client, archive } = this.#sources;
    const documents = new Set(records.map(documentOf));
    // Passages are read while the engine looks for words.
    const [worded, passages] = await Promise.all([
      findWorded(client, this.#worded, [...documents]),
      Promise.resolve(records).then((ids) => archive.passagesAt(ids)),
    ]);
    const byAlternative = this.#alternatives.map((one) => worded[this.#worded.indexOf(one)] ?? new Set<string>());
    return verified(this.#alternatives, passages, byAlternative, this.#sources);
  }
}

/** A window of the records of some lists that were not given before; none where there are none. */
function* takeNew(lists: readonly Listed[], given: Set<string>): Generator<Window> {
  const fresh = lists.map(({ records }) => records.filter((id) => !given.has(id)));
  const records = [...new Set(fresh.flat())];
  if (records.length === 0) return;
  for (const record of records) given.add(record);
  yield { records, counted: fresh.reduce((sum, { length }) => sum + length, 0) };
}
