import type { Conditions } from '../../ingest/index/engine-filter.ts';
import { documentOf } from '../../ingest/index/search-record.ts';
import type { Status } from '../../ingest/model/validity.ts';
import type { Archive } from './archive.ts';
import type { StatusOf } from './document-status.ts';
import type { CopyGroup } from './duplicates.ts';
import { createFacetCounter, filterAndCount } from './facets.ts';
import type { FacetCounter, FacetLabels } from './facets.ts';
import type { Found, FoundPassage } from './found.ts';
import { COUNTED } from './frequent-counts.ts';
import type { DocumentCount, ValueCounts } from './frequent-counts.ts';
import type { FrequentPassages, Window } from './frequent-passages.ts';
import { documentsInOrder, firstRanked } from './rank.ts';
import type { RankedDocument } from './rank.ts';
import type { SearchFacets, SearchRequest } from './search-types.ts';
import { sum } from '../sum.ts';

/** The first ones of very many found things, in order, and about how many there are. */
export interface FrequentList {
  groups: CopyGroup[];
  total: number;
  /** Whether all could be read after all, as after filtering. */
  totalIsExact: boolean;
  facets: SearchFacets;
}

/** What a list is made for and with. */
export interface FrequentContext {
  request: SearchRequest;
  statusOf: StatusOf;
  labels: FacetLabels;
  archive: Archive;
}

/**
 * The page of an answer that has more passages than can be read: the engine lists them, the latest first, in windows; a window's
 * documents are put in order by what is known of them without their texts, and read in lots of about sixty passages until the page is
 * full; within a lot, passages are ranked as always. Totals and facets are estimates: the engine counts a passage also where its record
 * repeats the beginning of the next one, and of its counts so much is taken as was true of what was read; of statuses a sample tells.
 */
export async function listFrequent(
  { found, frequent }: { found: readonly Found[]; frequent: FrequentPassages },
  context: FrequentContext,
): Promise<FrequentList> {
  const { request, statusOf, labels } = context;
  const filter = filterOf(context);
  const counter = createFacetCounter(request, statusOf, labels);
  const titles = found.filter((one) => countOne(one, counter));
  const [counted, read] = await Promise.all([
    countAll(frequent, filter, counter, context),
    readFirst({ titles, found, frequent }, filter, context),
  ]);
  const listed = titles.length + read.groups.length;
  return {
    groups: firstRanked([...read.titles, ...read.groups], wantedOf(request), request, statusOf),
    total: read.isWhole ? listed : Math.max(listed, titles.length + Math.round(read.share * counted)),
    totalIsExact: read.isWhole,
    facets: counter.facets(read.share),
  };
}

/** Counts what names found; returns whether it passes. */
function countOne(one: Found, counter: FacetCounter): boolean {
  if (one.kind === 'document') return counter.addDocument(one);
  const known = counter.judge(one);
  known.single += 1;
  return known.passes;
}

const wantedOf = ({ offset, limit }: SearchRequest): number => offset + limit;

/** The request's filters: what the engine can be told, and what is left to compare here. */
interface Filter {
  /** All but the status. */
  conditions: Conditions;
  /** Of a status that few documents have: they are named to the engine. */
  narrowed: Conditions;
  passes: (documentId: string) => boolean;
  /** Whether it is only here that the status is compared. */
  isPicked: boolean;
}

function filterOf({ request, statusOf, archive }: FrequentContext): Filter {
  const conditions: Conditions = Object.fromEntries(
    COUNTED.map((facet) => [facet, request[facet].map(String)] as const).filter(([, values]) => values.length > 0),
  );
  if (request.status.length === 0) return { conditions, narrowed: conditions, passes: () => true, isPicked: false };
  const wanted = new Set<Status | null>(request.status);
  const passes = (documentId: string): boolean => wanted.has(statusOf(documentId));
  const documents: string[] = [];
  for (const { id } of archive.documents) {
    if (passes(id)) documents.push(id);
    if (documents.length > archive.limits.named) return { conditions, narrowed: conditions, passes, isPicked: true };
  }
  return { conditions, narrowed: { ...conditions, document: documents }, passes, isPicked: false };
}

/** Where the sample has to tell of all facets, not of the status alone, it is so many times as large. */
const PICKED_SAMPLE = 8;

/** Counts the facets; returns how many passages pass the filter. */
async function countAll(
  frequent: FrequentPassages,
  filter: Filter,
  counter: FacetCounter,
  { request, archive }: FrequentContext,
): Promise<number> {
  const { conditions, narrowed, isPicked } = filter;
  const size = archive.limits.sample * (isPicked ? PICKED_SAMPLE : 1);
  const { documents, values } = await frequent.count({ conditions: narrowed, sampled: conditions, size });
  const passing = documents.filter(({ document, count }) => counter.addSome(document, count));
  return countOf(passing) + (values === null ? 0 : addValues(values, filter, counter, request));
}

/** Counts what the engine counts; returns how many of it pass the filter. */
function addValues(
  { total, values, sample }: ValueCounts,
  { conditions, narrowed, passes, isPicked }: Filter,
  counter: FacetCounter,
  request: SearchRequest,
): number {
  const drawn = countOf(sample);
  const passing = sample.filter(({ document }) => passes(document.id));
  // The engine's count is surer than that of the sample.
  const scale = narrowed === conditions && drawn > 0 ? total / drawn : 1;
  for (const { document, count } of sample) counter.addHits(document, count * scale, ['status']);
  const share = isPicked && drawn > 0 ? countOf(passing) / drawn : 1;
  for (const facet of COUNTED) {
    // Of very many issues a sample tells nothing.
    if (!isPicked || request[facet].length > 0 || facet === 'issue') counter.addCounts(facet, values[facet], share);
    else for (const { document, count } of passing) counter.addHits(document, count * scale, [facet]);
  }
  return total * share;
}

const countOf = (counts: readonly DocumentCount[]): number => sum(counts.map(({ count }) => count));

interface Read {
  /** Those of the documents that may be on the page. */
  titles: CopyGroup[];
  groups: CopyGroup[];
  /** Whether there is no passage that was not read. */
  isWhole: boolean;
  /** So much of what the engine counts has what was asked. */
  share: number;
}

function* eachAlone(found: Iterable<Found>): Generator<CopyGroup> {
  for (const one of found) yield [one];
}

/** Reads passages until the page is full. */
async function readFirst(
  { titles, found, frequent }: { titles: readonly Found[]; found: readonly Found[]; frequent: FrequentPassages },
  filter: Filter,
  context: FrequentContext,
): Promise<Read> {
  const { request, statusOf, labels, archive } = context;
  const wanted = wantedOf(request);
  const first = firstRanked(eachAlone(titles), wanted, request, statusOf);
  const read: Read = { titles: first, groups: [], isWhole: false, share: 1 };
  if (read.titles.length >= wanted) return read;
  const titled = new Set<unknown>(found.flatMap((one) => (one.kind === 'document' ? [one.document] : [])));
  const passages: FoundPassage[] = [];
  let block = 0;
  let told = 0;
  let verified = 0;
  for await (const { records, counted } of lotsOf(frequent, filter, context)) {
    const right = await frequent.verify(records);
    block += 1;
    told += counted;
    verified += right.length;
    read.share = Math.min(1, verified / told);
    for (const one of right) {
      const { piece, document } = one.match;
      if (piece.kind !== 'title' || !titled.has(document)) passages.push({ ...one, block });
    }
    read.groups = filterAndCount(passages, request, statusOf, labels).groups;
    if (titles.length + read.groups.length >= wanted || verified >= archive.limits.listed) return read;
  }
  return { ...read, isWhole: !frequent.leavesOut(filter.narrowed) };
}

/** So many documents with a word in their titles, the latest, are read before all others. */
const MOST_TITLED = 100;

/** All records that pass, in the order in which their documents are read, in lots of about `block`. */
async function* lotsOf(
  frequent: FrequentPassages,
  filter: Filter,
  context: FrequentContext,
): AsyncGenerator<Window, undefined> {
  const { sort } = context.request;
  const first = sort === 'relevance' ? frequent.titled(MOST_TITLED).filter(({ id }) => filter.passes(id)) : [];
  const titled = new Set(first.map(({ id }) => id));
  if (titled.size > 0) {
    for await (const window of frequent.windows({ ...filter.conditions, document: [...titled] })) {
      yield* splitWindow(window, () => true, context);
    }
  }
  const passes = (record: string): boolean => !titled.has(documentOf(record)) && filter.passes(documentOf(record));
  for await (const window of frequent.windows(filter.narrowed, sort)) {
    yield* splitWindow(window, passes, context);
  }
}

interface DocumentRecords extends RankedDocument {
  records: string[];
}

function* splitWindow(
  { records, counted }: Window,
  passes: (record: string) => boolean,
  { archive, request, statusOf }: FrequentContext,
): Generator<Window> {
  const byDocument = new Map<string, DocumentRecords>();
  for (const record of records.filter(passes)) {
    const document = archive.document(documentOf(record));
    if (document === null) continue;
    const known = byDocument.get(document.id);
    if (known) known.records.push(record);
    else byDocument.set(document.id, { document, records: [record] });
  }
  const perRecord = counted / records.length;
  let lot: string[] = [];
  for (const one of documentsInOrder([...byDocument.values()], request, statusOf)) {
    lot.push(...one.records);
    if (lot.length < archive.limits.block) continue;
    yield { records: lot, counted: lot.length * perRecord };
    lot = [];
  }
  if (lot.length > 0) yield { records: lot, counted: lot.length * perRecord };
}
