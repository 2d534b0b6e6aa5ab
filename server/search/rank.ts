import type { Status } from '../../ingest/model/validity.ts';
import type { Found } from './found.ts';
import type { SearchRequest } from './search-types.ts';

const ENDED: ReadonlySet<Status> = new Set(['repealed', 'expired', 'declared_invalid', 'superseded']);

/** Terms that stand closer than a long sentence belong together. */
const SENTENCE = 60;

interface Ranked {
  found: Found;
  /** Compared in order; smaller comes first. */
  keys: number[];
  /** ISO day, year or '' for none: as text, so that later is greater. */
  date: string;
  number: string;
  id: string;
}

/**
 * Orders what was found. By relevance: the thing asked for, then titles, headings, texts; within these documents in force
 * before ended ones (switchable), documents before lists of documents, terms near each other before scattered ones,
 * then by score, later before earlier. By date: latest first. By number: by agency, year and serial.
 */
export function rank(
  found: readonly Found[],
  request: SearchRequest,
  statusOf: (documentId: string) => Status,
): Found[] {
  const ended = new Map<string, number>();
  const isEnded = (id: string): number => {
    let known = ended.get(id);
    if (known === undefined) {
      known = request.inForceFirst && ENDED.has(statusOf(id)) ? 1 : 0;
      ended.set(id, known);
    }
    return known;
  };
  const ranked = found.map((one) => toRanked(one, isEnded));
  ranked.sort(comparison(request.sort));
  return ranked.map((one) => one.found);
}

function toRanked(found: Found, isEnded: (id: string) => number): Ranked {
  if (found.kind === 'named') {
    const { id, number, year } = found.document;
    return {
      found,
      keys: [found.identity ? 0 : 2, isEnded(id), 1],
      date: year === null ? '' : String(year),
      number: number ?? '',
      id,
    };
  }
  if (found.kind === 'document') {
    const { id, number, promulgationDate, lists, order } = found.document;
    const keys = [found.identity ? 0 : 1, isEnded(id), lists ? 1 : 0, 0, 0, 0];
    return { found, keys, date: promulgationDate ?? '', number: number ?? '', id: orderId(order, 0) };
  }
  const { document, piece, spread, inHeading, inTitle } = found.match;
  const tier = found.identity ? 0 : inHeading > 0 || inTitle > 0 || piece.kind === 'title' ? 3 : 4;
  const keys = [
    tier,
    isEnded(document.id),
    document.lists ? 1 : 0,
    found.identity ? 1 : 0,
    spread > SENTENCE ? 1 : 0,
    -scoreOf(found),
  ];
  const id = orderId(document.order, piece.seq);
  return { found, keys, date: document.promulgationDate ?? '', number: document.number ?? '', id };
}

const orderId = (order: number, seq: number): string =>
  `${String(order).padStart(8, '0')}/${String(seq).padStart(6, '0')}`;

/** More terms in title and headings, more occurrences for the length, a tighter stretch; in steps, so that age decides between equals. */
function scoreOf(found: Extract<Found, { kind: 'piece' }>): number {
  const { occurrences, length, inTitle, inHeading, spread, depth, asWords } = found.match;
  const density = occurrences / (occurrences + 0.6 + length / 400);
  const near = 2 / (1 + spread / 10);
  const early = 1.2 / (1 + depth / 25);
  return Math.round(8 * (0.5 * inTitle + 0.7 * inHeading + density + (asWords ? 0.5 : 0) + near + early));
}

function comparison(sort: SearchRequest['sort']): (a: Ranked, b: Ranked) => number {
  if (sort === 'date') return (a, b) => compareText(b.date, a.date) || byKeys(a, b);
  if (sort === 'number') return (a, b) => compareNumbers(a.number, b.number) || byKeys(a, b);
  return byKeys;
}

function byKeys(a: Ranked, b: Ranked): number {
  const length = Math.min(a.keys.length, b.keys.length);
  for (let index = 0; index < length; index++) {
    const difference = (a.keys[index] ?? 0) - (b.keys[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return compareText(b.date, a.date) || compareText(a.id, b.id);
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const collator = new Intl.Collator('zh-Hans-CN', { numeric: true });

/** Documents without a number come last. */
function compareNumbers(a: string, b: string): number {
  if (a === '' || b === '') return Number(a === '') - Number(b === '');
  return collator.compare(a, b);
}
