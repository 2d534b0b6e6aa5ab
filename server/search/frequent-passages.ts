import { documentOf } from '../../ingest/index/search-record.ts';
import type { Conditions } from '../../ingest/index/engine-filter.ts';
import { findWorded } from './candidates.ts';
import type { Candidates, FoundWay } from './candidates.ts';
import { askTogether, recordIds } from './engine-query.ts';
import type { EngineOrder } from './engine-query.ts';
import type { FoundPassage } from './found.ts';
import { countFrequent } from './frequent-counts.ts';
import type { CountedRecords, FrequentCounts } from './frequent-counts.ts';
import { meetsConditions } from './meets-conditions.ts';
import type { Alternative } from './query.ts';
import type { SearchableDocument } from './searchable.ts';
import type { TextSources } from './text-sources.ts';
import { verified } from './verify.ts';
import { MOST_NAMED, wayQueries } from './ways.ts';
import type { Way } from './ways.ts';

/** Some of very many records. */
export interface Window {
  records: string[];
  /** How many of the engine's counts these are: a record that two ways have is counted twice. */
  counted: number;
}

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
   * All records that pass the conditions, in windows, none twice. Without an order, the latest first. Ways that were listed whole are in the
   * first window; without conditions that is what the engine gave at first.
   */
  async *windows(conditions: Conditions, order: EngineOrder = 'date:desc'): AsyncGenerator<Window> {
    const { archive, client } = this.#sources;
    const isFirstOfAll = order === 'date:desc' && Object.keys(conditions).length === 0;
    const open = this.#ways.filter(({ complete }) => !complete).map(({ way }) => nameable(way));
    const known = this.#ways.filter(({ complete }) => complete || isFirstOfAll);
    let lists = known.map(({ records }) => records.filter((record) => this.#meets(record, conditions)));
    let size = archive.limits.first;
    const given = new Set<string>();
    let isLast = open.length === 0;
    if (isFirstOfAll) {
      yield* takeNew(lists, given);
      lists = [];
      size *= 1 + GROWTH;
    }
    while (!isLast) {
      const limit = size;
      const [results = []] = await askTogether(client, [wayQueries(open, conditions, { limit, order })]);
      yield* takeNew([...lists, ...results.map(recordIds)], given);
      lists = [];
      isLast = results.every(({ hits }) => hits.length < limit);
      size *= 1 + GROWTH;
    }
    yield* takeNew(lists, given);
  }

  #meets(record: string, conditions: Conditions): boolean {
    const document = this.#sources.archive.document(documentOf(record));
    return document !== null && meetsConditions(document, conditions);
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
function* takeNew(lists: readonly (readonly string[])[], given: Set<string>): Generator<Window> {
  const fresh = lists.map((list) => list.filter((id) => !given.has(id)));
  const records = [...new Set(fresh.flat())];
  if (records.length === 0) return;
  for (const record of records) given.add(record);
  yield { records, counted: fresh.reduce((sum, { length }) => sum + length, 0) };
}

/** A way that says in which documents it is a way, as the engine can be told: the latest of them. */
function nameable(way: Way): Way {
  if (way.documents === null || way.documents.size <= MOST_NAMED) return way;
  return { ...way, documents: new Set([...way.documents].slice(-MOST_NAMED)) };
}
