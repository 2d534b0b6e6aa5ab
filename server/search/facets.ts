import { STATUSES, STATUS_LABELS } from '../../ingest/model/validity.ts';
import type { Status } from '../../ingest/model/validity.ts';
import type { StatusOf } from './document-status.ts';
import { groupCopies } from './duplicates.ts';
import type { CopyGroup } from './duplicates.ts';
import type { Found } from './found.ts';
import type { FacetValue, SearchFacets, SearchRequest } from './search-types.ts';
import type { SearchableDocument } from './searchable.ts';

/** What facets and filters read of a found thing. */
interface Attributes {
  status: Status | null;
  authority: readonly string[];
  type: string | null;
  year: string | null;
  issue: string | null;
}

type Dimension = keyof SearchFacets;
const DIMENSIONS: readonly Dimension[] = ['status', 'authority', 'type', 'year', 'issue'];

/** How values are shown and ordered. */
export interface FacetLabels {
  type(key: string): string;
  issue(id: string): string;
}

/** What passes the request's filters, in groups of copies, with the counts of each facet. */
export interface Filtered {
  groups: CopyGroup[];
  facets: SearchFacets;
}

/** A document under the filters: all that is found in it has the same values. */
export interface Judged {
  values: Values;
  passes: boolean;
  /** The facets in which it counts: all when it passes, the only one that it fails, else none. */
  counted: readonly Dimension[];
  /** Hits of it that have no copies in other documents. */
  single: number;
}

/** Judges documents by a request's filters and counts what is found in them. */
export interface FacetCounter {
  judge(found: Found): Judged;
  /** Counts the copies of one text once for each value that any of them has. */
  addCopies(copies: readonly Judged[]): void;
  /** Counts about so many hits in a document; returns whether they pass. */
  addSome(document: SearchableDocument, hits: number): boolean;
  /** Counts about so many hits in a document by its values of some facets, whatever filters. */
  addHits(document: SearchableDocument, hits: number, dimensions: readonly Dimension[]): void;
  /** Counts so much of the hits that values of a facet have. */
  addCounts(dimension: Dimension, hits: ReadonlyMap<string, number>, share: number): void;
  /** Counts a hit that is a document; returns whether it passes. Where nothing filters, nothing of it is kept. */
  addDocument(document: Extract<Found, { kind: 'document' }>): boolean;
  /** @param share of what `addSome`, `addHits` and `addCounts` counted, so much is told: it is what there may be at most */
  facets(share?: number): SearchFacets;
}

export function createFacetCounter(request: SearchRequest, statusOf: StatusOf, labels: FacetLabels): FacetCounter {
  const chosen = chosenValues(request);
  const counts = noCounts();
  const single = noCounts();
  const isFiltered = DIMENSIONS.some((dimension) => chosen[dimension].size > 0);
  const judged = new Map<object, Judged>();
  const valueOf = (document: SearchableDocument, dimension: Dimension): string | readonly string[] | null => {
    if (dimension === 'status') return statusOf(document.id);
    if (dimension === 'authority') return document.authorities;
    if (dimension === 'year') return yearOf(document);
    return dimension === 'type' ? document.type : document.issueId;
  };
  const addTo = (
    sums: Record<Dimension, Map<string, number>>,
    document: SearchableDocument,
    hits: number,
    dimensions: readonly Dimension[],
  ): void => {
    for (const dimension of dimensions) {
      const value = valueOf(document, dimension);
      if (typeof value === 'string') add(sums[dimension], value, hits);
      else if (value !== null) for (const one of new Set(value)) add(sums[dimension], one, hits);
    }
  };
  const counter: FacetCounter = {
    judge(one) {
      const document = one.kind === 'piece' ? one.match.document : one.document;
      let known = judged.get(document);
      if (!known) {
        known = judgeDocument(valuesOf(attributesOf(one, statusOf)), chosen);
        judged.set(document, known);
      }
      return known;
    },
    addCopies(copies) {
      countOnce(copies, counts);
    },
    addSome(document, hits) {
      const known = isFiltered ? counter.judge({ kind: 'document', identity: false, document }) : null;
      addTo(counts, document, hits, known?.counted ?? DIMENSIONS);
      return known?.passes ?? true;
    },
    addHits(document, hits, dimensions) {
      addTo(counts, document, hits, dimensions);
    },
    addDocument(one) {
      if (!isFiltered) {
        addTo(single, one.document, 1, DIMENSIONS);
        return true;
      }
      const known = counter.judge(one);
      known.single += 1;
      return known.passes;
    },
    addCounts(dimension, hits, share) {
      for (const [value, count] of hits) add(counts[dimension], value, count * share);
    },
    facets(share = 1) {
      for (const dimension of DIMENSIONS) {
        scale(counts[dimension], share);
        for (const [value, count] of single[dimension]) add(counts[dimension], value, count);
      }
      for (const { values, counted, single: hits } of judged.values()) {
        if (hits === 0) continue;
        for (const dimension of counted) for (const value of values[dimension]) add(counts[dimension], value, hits);
      }
      return toFacets(counts, chosen, labels);
    },
  };
  return counter;
}

/**
 * Keeps what passes every filter and counts the values of each facet among what passes the filters of the *other* facets, so
 * that choosing one value still shows how many hits another would give. Copies of one text count once, as they are one hit.
 */
export function filterAndCount(
  found: readonly Found[],
  request: SearchRequest,
  statusOf: StatusOf,
  labels: FacetLabels,
): Filtered {
  const counter = createFacetCounter(request, statusOf, labels);
  const groups: CopyGroup[] = [];
  for (const members of groupCopies(found)) {
    const [first] = members;
    if (members.length === 1) {
      const one = counter.judge(first);
      one.single += 1;
      if (one.passes) groups.push(members);
    } else {
      counter.addCopies(members.map((member) => counter.judge(member)));
      const [kept, ...others] = members.filter((member) => counter.judge(member).passes);
      if (kept) groups.push([kept, ...others]);
    }
  }
  return { groups, facets: counter.facets() };
}

function judgeDocument(values: Values, chosen: Record<Dimension, ReadonlySet<string>>): Judged {
  const failed = DIMENSIONS.filter((dimension) => !passes(values[dimension], chosen[dimension]));
  const counted = failed.length === 0 ? DIMENSIONS : failed.length === 1 ? failed : [];
  return { values, passes: failed.length === 0, counted, single: 0 };
}

/** Counts each value that any of the copies has. */
function countOnce(copies: readonly Judged[], counts: Record<Dimension, Map<string, number>>): void {
  const given = noValues();
  for (const { values, counted } of copies) {
    for (const dimension of counted) for (const value of values[dimension]) given[dimension].add(value);
  }
  for (const dimension of DIMENSIONS) for (const value of given[dimension]) add(counts[dimension], value, 1);
}

function add(counts: Map<string, number>, value: string, count: number): void {
  counts.set(value, (counts.get(value) ?? 0) + count);
}

function attributesOf(found: Found, statusOf: StatusOf): Attributes {
  if (found.kind === 'named') {
    const { id, authority, year } = found.document;
    const named = { status: statusOf(id), authority: authority === null ? [] : [authority], type: null, issue: null };
    return { ...named, year: year === null ? null : String(year) };
  }
  const document = found.kind === 'piece' ? found.match.document : found.document;
  const { id, authorities, type, issueId } = document;
  return { status: statusOf(id), authority: authorities, type, year: yearOf(document), issue: issueId };
}

const yearOf = ({ promulgationDate }: SearchableDocument): string | null => promulgationDate?.slice(0, 4) ?? null;

type Values = Record<Dimension, readonly string[]>;

function valuesOf({ status, authority, type, year, issue }: Attributes): Values {
  return {
    status: status === null ? [] : [status],
    authority: [...new Set(authority)],
    type: listOf(type),
    year: listOf(year),
    issue: listOf(issue),
  };
}

function chosenValues(request: SearchRequest): Record<Dimension, ReadonlySet<string>> {
  return {
    status: new Set<string>(request.status),
    authority: new Set(request.authority),
    type: new Set(request.type),
    year: new Set(request.year.map(String)),
    issue: new Set(request.issue),
  };
}

const listOf = (value: string | readonly string[] | null): readonly string[] =>
  value === null ? [] : typeof value === 'string' ? [value] : value;

const noCounts = (): Record<Dimension, Map<string, number>> => ({
  status: new Map(),
  authority: new Map(),
  type: new Map(),
  year: new Map(),
  issue: new Map(),
});

const noValues = (): Record<Dimension, Set<string>> => ({
  status: new Set(),
  authority: new Set(),
  type: new Set(),
  year: new Set(),
  issue: new Set(),
});

const passes = (values: readonly string[], chosen: ReadonlySet<string>): boolean =>
  chosen.size === 0 || values.some((value) => chosen.has(value));

/** A facet of an archive of many years names so many of its values, those with the most hits. */
const MOST_VALUES = 200;

function scale(counts: Map<string, number>, share: number): void {
  for (const [value, count] of counts) counts.set(value, Math.max(1, Math.round(count * share)));
}

function toFacets(
  counts: Record<Dimension, Map<string, number>>,
  chosen: Record<Dimension, ReadonlySet<string>>,
  labels: FacetLabels,
): SearchFacets {
  const facet = (dimension: Dimension, label: (value: string) => string): FacetValue[] => {
    const counted = [...counts[dimension]].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
    const shown = counted.slice(0, MOST_VALUES).map(([value]) => value);
    return Array.from(new Set([...shown, ...chosen[dimension]]), (value) => ({
      value,
      label: label(value),
      count: counts[dimension].get(value) ?? 0,
      selected: chosen[dimension].has(value),
    }));
  };
  const byStatus = facet(
    'status',
    (value) => STATUSES.map((status) => (status === value ? STATUS_LABELS[status] : '')).join('') || value,
  );
  return {
    status: byStatus.sort((a, b) => statusOrder(a.value) - statusOrder(b.value)),
    authority: facet('authority', (value) => value),
    type: facet('type', (key) => labels.type(key)),
    year: facet('year', (value) => `${value}年`).sort((a, b) => Number(b.value) - Number(a.value)),
    issue: facet('issue', (id) => labels.issue(id)),
  };
}

const statusOrder = (value: string): number => STATUSES.findIndex((status) => status === value);
