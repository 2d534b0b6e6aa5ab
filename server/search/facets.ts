import { STATUSES, STATUS_LABELS } from '../../ingest/model/validity.ts';
import type { Status } from '../../ingest/model/validity.ts';
import { foldDuplicates } from './duplicates.ts';
import type { Found } from './found.ts';
import type { FacetValue, SearchFacets, SearchRequest } from './search-types.ts';

/** What facets and filters read of a found thing. */
interface Attributes {
  status: Status;
  authority: readonly string[];
  type: string | null;
  year: number | null;
  issue: string | null;
}

type Dimension = keyof SearchFacets;
const DIMENSIONS: readonly Dimension[] = ['status', 'authority', 'type', 'year', 'issue'];

/** How values are shown and ordered. */
export interface FacetLabels {
  type(key: string): string;
  issue(id: string): string;
}

/** The found things that pass the request's filters, with the counts of each facet. */
export interface Filtered {
  found: Found[];
  facets: SearchFacets;
}

/**
 * Keeps what passes every filter and counts the values of each facet among what passes the filters of the *other* facets, so
 * that choosing one value still shows how many hits another would give. Copies of one text count once, as they are one hit.
 */
export function filterAndCount(
  found: readonly Found[],
  request: SearchRequest,
  statusOf: (documentId: string) => Status,
  labels: FacetLabels,
): Filtered {
  const chosen = chosenValues(request);
  const counts = noCounts();
  const kept = new Set<Found>();
  for (const { members } of foldDuplicates(found)) {
    const given = noValues();
    for (const one of members) {
      const values = valuesOf(attributesOf(one, statusOf));
      const failed = DIMENSIONS.filter((dimension) => !passes(values[dimension], chosen[dimension]));
      if (failed.length === 0) kept.add(one);
      const [only] = failed;
      if (failed.length > 1) continue;
      for (const dimension of only === undefined ? DIMENSIONS : [only]) {
        for (const value of values[dimension]) given[dimension].add(value);
      }
    }
    for (const dimension of DIMENSIONS) {
      for (const value of given[dimension]) counts[dimension].set(value, (counts[dimension].get(value) ?? 0) + 1);
    }
  }
  return { found: found.filter((one) => kept.has(one)), facets: toFacets(counts, chosen, labels) };
}

function attributesOf(found: Found, statusOf: (documentId: string) => Status): Attributes {
  if (found.kind === 'named') {
    const { id, authority, year } = found.document;
    return { status: statusOf(id), authority: authority === null ? [] : [authority], type: null, year, issue: null };
  }
  const document = found.kind === 'piece' ? found.match.document : found.document;
  const { id, authorities, type, year, issueId } = document;
  return { status: statusOf(id), authority: authorities, type, year, issue: issueId };
}

type Values = Record<Dimension, readonly string[]>;

function valuesOf({ status, authority, type, year, issue }: Attributes): Values {
  const list = (value: string | number | null): string[] => (value === null ? [] : [String(value)]);
  return {
    status: [status],
    authority: [...new Set(authority)],
    type: list(type),
    year: list(year),
    issue: list(issue),
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

function toFacets(
  counts: Record<Dimension, Map<string, number>>,
  chosen: Record<Dimension, ReadonlySet<string>>,
  labels: FacetLabels,
): SearchFacets {
  const facet = (dimension: Dimension, label: (value: string) => string): FacetValue[] => {
    const values = new Set([...counts[dimension].keys(), ...chosen[dimension]]);
    return Array.from(values, (value) => ({
      value,
      label: label(value),
      count: counts[dimension].get(value) ?? 0,
      selected: chosen[dimension].has(value),
    })).sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
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
