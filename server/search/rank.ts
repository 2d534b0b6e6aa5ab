import type { Status } from '../../ingest/model/validity.ts';
import { compareText } from '../../ingest/text/compare-text.ts';
import type { StatusOf } from './document-status.ts';
import type { CopyGroup } from './duplicates.ts';
import type { Found } from './found.ts';
import { selectFirst } from './select-first.ts';
import type { SearchRequest } from './search-types.ts';
import type { SearchableDocument } from './searchable.ts';

const ENDED: ReadonlySet<Status | null> = new Set(['repealed', 'expired', 'declared_invalid', 'superseded']);

/** Terms that stand closer than a long sentence belong together. */
const SENTENCE = 60;

/** What a found thing is ordered by, in the order of the fields. */
interface Place {
  /** Of very many passages, those read first come first, after the documents themselves (frequent.ts). */
  block: number;
  /** Smaller comes first: all rules of relevance in one number. */
  relevance: number;
  /** ISO day, year or '' for none: as text, so that later is greater. */
  date: string;
  /** Place in the archive. */
  order: number;
  seq: number;
  /** '' where things are not put in order by it, or there is none. */
  number: string;
}

/** Groups with the found thing that stands for them first. */
interface RankedGroup {
  members: CopyGroup;
  place: Place;
}

/**
 * The first `count` groups in order, each with its best member first. By relevance: the thing asked for, then titles, headings,
 * texts; within these documents in force before ended ones (switchable), documents before lists of documents, terms near
 * each other before scattered ones, then by score, later before earlier. By date: latest first. By number: by agency,
 * year and serial.
 */
export function firstRanked(
  groups: Iterable<CopyGroup>,
  count: number,
  request: Order,
  statusOf: StatusOf,
): CopyGroup[] {
  const compare = comparison(request.sort);
  const ranked = rankedGroups(groups, placing(request, statusOf), compare);
  return selectFirst(ranked, count, (a, b) => compare(a.place, b.place)).map(({ members }) => members);
}

/** One at a time: of tens of thousands of titles a page needs few. */
function* rankedGroups(
  groups: Iterable<CopyGroup>,
  placeOne: (found: Found) => Place,
  compare: Compare,
): Generator<RankedGroup> {
  for (const members of groups) yield rankGroup(members, placeOne, compare);
}

/** A document of which passages are to be read. */
export interface RankedDocument {
  document: SearchableDocument;
}

/** Documents in the order in which their passages come, as far as it can be told without reading them. */
export function documentsInOrder<T extends RankedDocument>(
  documents: readonly T[],
  request: Order,
  statusOf: StatusOf,
): T[] {
  const isEnded = endedTest(request.inForceFirst, statusOf);
  const numberOf = numberReader(request.sort);
  const compare = comparison(request.sort);
  const placed = documents.map((one) => {
    const { id, lists, promulgationDate, order } = one.document;
    const rules = { tier: 5, ended: isEnded(id), lists: lists ? 1 : 0, inside: 0, far: 0, score: 0 };
    const relevance = relevanceOf(rules);
    return { block: 0, relevance, date: promulgationDate ?? '', order, seq: 0, number: numberOf(one.document), one };
  });
  return placed.sort(compare).map(({ one }) => one);
}

/** Which of two documents comes first by day or by number; 0 where these do not tell. */
export function documentComparison(sort: 'date' | 'number'): (a: SearchableDocument, b: SearchableDocument) => number {
  if (sort === 'number') return (a, b) => compareNumbers(a.number ?? '', b.number ?? '');
  return (a, b) => compareText(b.promulgationDate ?? '', a.promulgationDate ?? '');
}

type Compare = (a: Place, b: Place) => number;

type Order = Pick<SearchRequest, 'sort' | 'inForceFirst'>;

/** Numbers are read from the record store: only where things are put in order by them, and once for each. */
function numberReader(sort: SearchRequest['sort']): (document: { readonly number: string | null }) => string {
  return sort === 'number' ? ({ number }) => number ?? '' : () => '';
}

/** What tells the place of a found thing under a request. */
function placing({ sort, inForceFirst }: Order, statusOf: StatusOf): (found: Found) => Place {
  const isEnded = endedTest(inForceFirst, statusOf);
  const numberOf = numberReader(sort);
  return (found) => {
    const { document } = found.kind === 'piece' ? found.match : found;
    return placeOf(found, isEnded, numberOf(document));
  };
}

function endedTest(inForceFirst: boolean, statusOf: StatusOf): (id: string) => number {
  if (!inForceFirst) return () => 0;
  const ended = new Map<string, number>();
  return (id) => {
    let known = ended.get(id);
    if (known === undefined) {
      known = ENDED.has(statusOf(id)) ? 1 : 0;
      ended.set(id, known);
    }
    return known;
  };
}

function rankGroup(members: CopyGroup, placeOne: (found: Found) => Place, compare: Compare): RankedGroup {
  if (members.length === 1) return { members, place: placeOne(members[0]) };
  const placed = members.map((found) => ({ found, place: placeOne(found) }));
  placed.sort((a, b) => compare(a.place, b.place));
  const [first = { found: members[0], place: placeOne(members[0]) }, ...others] = placed;
  return { members: [first.found, ...others.map(({ found }) => found)], place: first.place };
}

function placeOf(found: Found, isEnded: (id: string) => number, number: string): Place {
  if (found.kind === 'named') {
    const { document } = found;
    const { id, year } = document;
    const relevance = relevanceOf({
      tier: found.identity ? 1 : 3,
      ended: isEnded(id),
      lists: 1,
      inside: 0,
      far: 0,
      score: 0,
    });
    return { block: 0, relevance, date: year === null ? '' : String(year), order: 0, seq: 0, number };
  }
  if (found.kind === 'document') {
    const { document } = found;
    const { id, promulgationDate, lists, order } = document;
    const relevance = relevanceOf({
      tier: found.identity ? (found.byOtherName === true ? 1 : 0) : 2,
      ended: isEnded(id),
      lists: lists ? 1 : 0,
      inside: 0,
      far: 0,
      score: 0,
    });
    return { block: 0, relevance, date: promulgationDate ?? '', order, seq: 0, number };
  }
  const { document, piece, spread, inHeading, inTitle } = found.match;
  const relevance = relevanceOf({
    tier: found.identity ? 0 : inHeading > 0 || inTitle > 0 || piece.kind === 'title' ? 4 : 5,
    ended: isEnded(document.id),
    lists: document.lists ? 1 : 0,
    inside: found.identity ? 1 : 0,
    far: spread > SENTENCE ? 1 : 0,
    score: scoreOf(found),
  });
  const { promulgationDate, order } = document;
  return { block: found.block ?? 0, relevance, date: promulgationDate ?? '', order, seq: piece.seq, number };
}

/** More terms than a query can have give no more than this. */
const MOST_SCORE = 1023;

interface Rules {
  tier: number;
  ended: number;
  lists: number;
  /** 1 for an article inside what was asked for, which comes after the document itself. */
  inside: number;
  far: number;
  /** Greater comes first. */
  score: number;
}

/** The rules, the first above all others, as one number that grows from the best to the last. */
function relevanceOf({ tier, ended, lists, inside, far, score }: Rules): number {
  const steps = ((((tier * 2 + ended) * 2 + lists) * 2 + inside) * 2 + far) * (MOST_SCORE + 1);
  return steps + MOST_SCORE - Math.min(score, MOST_SCORE);
}

/** More terms in title and headings, more occurrences for the length, a tighter stretch; in steps, so that age decides between equals. */
function scoreOf(found: Extract<Found, { kind: 'piece' }>): number {
  const { occurrences, length, inTitle, inHeading, spread, depth, asWords } = found.match;
  const density = occurrences / (occurrences + 0.6 + length / 400);
  const near = 2 / (1 + spread / 10);
  const early = 1.2 / (1 + depth / 25);
  return Math.round(8 * (0.5 * inTitle + 0.7 * inHeading + density + (asWords ? 0.5 : 0) + near + early));
}

function comparison(sort: SearchRequest['sort']): Compare {
  const inBlock = IN_BLOCK[sort];
  return (a, b) => a.block - b.block || inBlock(a, b);
}

const byRelevance: Compare = (a, b) =>
  a.relevance - b.relevance || compareText(b.date, a.date) || a.order - b.order || a.seq - b.seq;

const IN_BLOCK: Record<SearchRequest['sort'], Compare> = {
  relevance: byRelevance,
  date: (a, b) => compareText(b.date, a.date) || byRelevance(a, b),
  number: (a, b) => compareNumbers(a.number, b.number) || byRelevance(a, b),
};

const collator = new Intl.Collator('zh-Hans-CN', { numeric: true });

/** Documents without a number come last. */
function compareNumbers(a: string, b: string): number {
  if (a === '' || b === '') return Number(a === '') - Number(b === '');
  return collator.compare(a, b);
}
