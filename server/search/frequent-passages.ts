import { LOTS, documentOf } from '../../ingest/index/search-record.ts';
import type { Conditions, FilterField } from '../../ingest/index/engine-filter.ts';
import { findWorded } from './candidates.ts';
import type { Candidates } from './candidates.ts';
import type { EngineOrder, EngineQuery, EngineResult, QueryParts } from './engine-query.ts';
import { recordIds } from './engine-query.ts';
import type { FoundPassage } from './found.ts';
import type { Alternative } from './query.ts';
import type { SearchableDocument } from './searchable.ts';
import type { TextSources } from './search-texts.ts';
import { verified } from './verify.ts';
import { MOST_NAMED, wayQuery } from './ways.ts';
import type { Way } from './ways.ts';

/** What the engine counts records by. */
export const COUNTED = ['authority', 'type', 'year', 'issue'] as const satisfies readonly FilterField[];
export type CountedFacet = (typeof COUNTED)[number];

/** Records by the engine's count: there are not more of them, and a few less (frequent.ts). */
export interface Counts {
  total: number;
  /** By each value, of what passes the conditions on the other fields. */
  values: Record<CountedFacet, ReadonlyMap<string, number>>;
  /** Some of them, drawn evenly, by their documents. */
  sample: Sampled[];
}

/** A document of a sample, and how many records those of its records that were drawn stand for. */
export interface Sampled {
  document: SearchableDocument;
  count: number;
}

/** Some of very many records. */
export interface Window {
  records: string[];
  /** How many of the engine's counts these are: a record that two ways have is counted twice. */
  counted: number;
}

/** Of very many issues, so many are counted: the latest that have what was asked. */
const LATEST_ISSUES = 20;

/** Later windows are so many times as large as those before together. */
const GROWTH = 2;

/** Passages with words that very many passages have: counted by the engine, listed a window at a time, read where they are shown. */
export class FrequentPassages {
  readonly #alternatives: readonly Alternative[];
  readonly #sources: TextSources;
  readonly #ways: readonly Way[];
  readonly #total: number;
  readonly #first: Window;

  constructor(alternatives: readonly Alternative[], candidates: readonly Candidates[], sources: TextSources) {
    this.#alternatives = alternatives;
    this.#sources = sources;
    const ways = candidates.flatMap((one) => one.ways);
    this.#ways = ways.map(({ way }) => nameable(way));
    this.#total = sum(ways.map(({ total }) => total));
    const lists = candidates.map(({ records }) => records);
    this.#first = {
      records: [...new Set(lists.flatMap((list) => [...list]))],
      counted: sum(lists.map(({ size }) => size)),
    };
  }

  /** The latest of the held documents with one of the words in their names. */
  titled(most: number): SearchableDocument[] {
    const { heldNames } = this.#sources.archive;
    const terms = new Set(this.#alternatives.flatMap(({ all }) => all.map(({ folded }) => folded)));
    const documents = new Set(Array.from(terms, (term) => heldNames.lastHolding(term, most)).flat());
    return [...documents].sort((a, b) => b.order - a.order).slice(0, most);
  }

  /** All records that pass the conditions, in windows, none twice. Without an order, the latest first. */
  async *windows(conditions: Conditions, order: EngineOrder = 'date:desc'): AsyncGenerator<Window> {
    const given = new Set<string>();
    let size = this.#sources.archive.limits.first;
    if (order === 'date:desc' && Object.keys(conditions).length === 0) {
      yield this.#first;
      for (const record of this.#first.records) given.add(record);
      size *= 1 + GROWTH;
    }
    for (; ; size *= 1 + GROWTH) {
      const results = await this.#ask(conditions, { limit: size, order });
      const lists = results.map((result) => recordIds(result).filter((id) => !given.has(id)));
      const records = [...new Set(lists.flat())];
      if (records.length > 0) yield { records, counted: sum(lists.map(({ length }) => length)) };
      for (const record of records) given.add(record);
      if (results.every(({ hits }) => hits.length < size)) return;
    }
  }

  /**
   * How many records pass the conditions, and of what they are; asked in one request, after another one where the sample has conditions.
   * @param sampled conditions on the sample
   * @param size about how many records it is to have
   */
  async count(conditions: Conditions, sampled: Conditions, size: number): Promise<Counts> {
    const isFree = Object.keys(sampled).length === 0;
    const most = isFree ? this.#total : totalOf(await this.#ask(sampled, { limit: 0 }));
    const lotsUnder = Math.min(LOTS, Math.ceil((LOTS * size) / Math.max(most, 1)));
    const { archive } = this.#sources;
    const isCounted = (facet: CountedFacet): boolean =>
      facet !== 'issue' || archive.issueCount <= archive.limits.issues;
    const chosen = COUNTED.filter((facet) => isCounted(facet) && (conditions[facet]?.length ?? 0) > 0);
    const others = COUNTED.filter((facet) => isCounted(facet) && !chosen.includes(facet));
    const [drawn = [], all = [], ...freed] = await this.#askTogether([
      this.#queries({ ...sampled, ...(lotsUnder < LOTS ? { lotsUnder } : {}) }, { limit: 0, facets: ['document'] }),
      this.#queries(conditions, { limit: 0, facets: others }),
      ...chosen.map((facet) => this.#queries({ ...conditions, [facet]: [] }, { limit: 0, facets: [facet] })),
    ]);
    const valuesOf = (facet: CountedFacet): ReadonlyMap<string, number> =>
      addedUp(freed[chosen.indexOf(facet)] ?? all, facet);
    const sample = this.#sampled(addedUp(drawn, 'document'), LOTS / lotsUnder);
    return {
      total: totalOf(all),
      values: {
        authority: valuesOf('authority'),
        type: valuesOf('type'),
        year: valuesOf('year'),
        issue: isCounted('issue') ? valuesOf('issue') : await this.#countLatestIssues(conditions, sample),
      },
      sample,
    };
  }

  async #countLatestIssues(conditions: Conditions, sample: readonly Sampled[]): Promise<ReadonlyMap<string, number>> {
    const documents = sample.map(({ document }) => document).sort((a, b) => b.order - a.order);
    const issues = [...new Set(documents.map(({ issueId }) => issueId))].slice(0, LATEST_ISSUES);
    if (issues.length === 0) return new Map();
    return addedUp(await this.#ask({ ...conditions, issue: issues }, { limit: 0, facets: ['issue'] }), 'issue');
  }

  #sampled(counts: ReadonlyMap<string, number>, each: number): Sampled[] {
    return Array.from(counts, ([id, count]) => {
      const document = this.#sources.archive.document(id);
      return document === null ? [] : [{ document, count: count * each }];
    }).flat();
  }

  /** The passages of some of the records that do have what was asked. */
  async verify(records: readonly string[]): Promise<FoundPassage[]> {
    const { client, archive } = this.#sources;
    const documents = new Set(records.map(documentOf));
    // Passages are read while the engine looks for words.
    const [worded, passages] = await Promise.all([
      findWorded(client, this.#alternatives, [...documents]),
      Promise.resolve(records).then((ids) => archive.passagesAt(ids)),
    ]);
    return verified(this.#alternatives, passages, worded, this.#sources);
  }

  /** A query for each way that can have anything under the conditions. */
  #queries(conditions: Conditions, parts: Omit<QueryParts, 'q' | 'attributes' | 'conditions'>): EngineQuery[] {
    return this.#ways.flatMap((way) => {
      const documents = documentsBoth(way.documents, conditions.document);
      if (documents?.length === 0) return [];
      const named = documents === null ? {} : { document: documents };
      return [wayQuery(way, { ...parts, conditions: { ...conditions, ...named } })];
    });
  }

  async #ask(
    conditions: Conditions,
    parts: Omit<QueryParts, 'q' | 'attributes' | 'conditions'>,
  ): Promise<EngineResult[]> {
    const [results = []] = await this.#askTogether([this.#queries(conditions, parts)]);
    return results;
  }

  /** The results of several groups of queries, in one request. */
  async #askTogether(groups: readonly EngineQuery[][]): Promise<EngineResult[][]> {
    const queries = groups.flat();
    const results = queries.length === 0 ? [] : (await this.#sources.client.multiSearch({ queries })).results;
    let next = 0;
    return groups.map(({ length }) => results.slice(next, (next += length)));
  }
}

/** A way that says in which documents it is a way, as the engine can be told: the latest of them. */
function nameable(way: Way): Way {
  if (way.documents === null || way.documents.size <= MOST_NAMED) return way;
  return { ...way, documents: new Set([...way.documents].slice(-MOST_NAMED)) };
}

/** The documents that are in both lists, of which each may stand for all documents. */
function documentsBoth(some: ReadonlySet<string> | null, others: readonly string[] | undefined): string[] | null {
  if (others === undefined) return some === null ? null : [...some];
  return some === null ? [...others] : others.filter((id) => some.has(id));
}

function addedUp(results: readonly EngineResult[], facet: string): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { facetDistribution } of results) {
    for (const [value, count] of Object.entries(facetDistribution?.[facet] ?? {})) {
      sums.set(value, (sums.get(value) ?? 0) + count);
    }
  }
  return sums;
}

const totalOf = (results: readonly EngineResult[]): number =>
  sum(results.map(({ estimatedTotalHits = 0 }) => estimatedTotalHits));

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
