import { LOTS, documentOf } from '../../ingest/index/search-record.ts';
import type { Conditions, FilterField } from '../../ingest/index/engine-filter.ts';
import type { Archive } from './archive.ts';
import type { FoundWay } from './candidates.ts';
import { askTogether } from './engine-query.ts';
import type { EngineClient, EngineResult } from './engine-query.ts';
import { isFree } from './meets-conditions.ts';
import type { SearchableDocument } from './searchable.ts';
import { wayQueries, wayQuery } from './ways.ts';
import type { Way } from './ways.ts';
import { sum } from '../sum.ts';

/** What the engine counts records by. */
export const COUNTED = ['authority', 'type', 'year', 'issue'] as const satisfies readonly FilterField[];
export type CountedFacet = (typeof COUNTED)[number];

/** Records by the engine's count: there are not more of them, and a few less (frequent.ts). */
export interface FrequentCounts {
  /** Of ways that few records have, or those of some documents alone: all their documents, under no condition yet. */
  documents: DocumentCount[];
  /** Of the others what the engine counts; null where there are none. */
  values: ValueCounts | null;
}

/** A document, and how many records of it there are, or those that were drawn stand for. */
export interface DocumentCount {
  document: SearchableDocument;
  count: number;
}

/** What passes some conditions. */
export interface ValueCounts {
  total: number;
  /** By each value, of what passes the conditions on the other fields. */
  values: Record<CountedFacet, ReadonlyMap<string, number>>;
  /** Some of the records, drawn evenly, by their documents. */
  sample: DocumentCount[];
}

/** Which records are to be counted. */
export interface CountedRecords {
  conditions: Conditions;
  /** Conditions on the sample. */
  sampled: Conditions;
  /** About so many records are drawn for a sample. */
  size: number;
}

/** What counting works with. */
export interface CountSources {
  archive: Archive;
  client: EngineClient;
}

/** Of very many issues, so many are counted: the latest that have what was asked. */
const LATEST_ISSUES = 20;

/**
 * Counts the records of some ways. Of up to `byDocument` records the engine gives the documents, and those that it has listed whole are known
 * already: each document tells all its values, its status of the day among them. Of more it counts the values, which takes it less. Those of
 * the ways of named documents, which are a part of what was asked, are told by a sample: one query with the names instead of several.
 */
export async function countFrequent(
  ways: readonly FoundWay[],
  counted: CountedRecords,
  sources: CountSources,
): Promise<FrequentCounts> {
  const { byDocument } = sources.archive.limits;
  const listed = ways.filter(({ complete }) => complete);
  const open = ways.filter(({ complete }) => !complete);
  const isMany = ({ way, total }: FoundWay): boolean => way.documents === null && total > byDocument;
  const many = open.filter(isMany);
  const [drawn, values] = await Promise.all([
    drawDocuments(
      open.filter((one) => !isMany(one)),
      counted.size,
      sources,
    ),
    many.length === 0 ? null : countValues(many, counted, sources),
  ]);
  const known = listed.flatMap(({ records }) => counts(records.map(documentOf)));
  return { documents: [...documentCounts(known, sources.archive), ...drawn], values };
}

/** The documents of ways, from all of their records or, where those are many, from a sample. */
async function drawDocuments(
  ways: readonly FoundWay[],
  size: number,
  { archive, client }: CountSources,
): Promise<DocumentCount[]> {
  const lots = ways.map(({ total }) => (total <= archive.limits.byDocument ? LOTS : lotsFor(total, size)));
  const queries = ways.map(({ way }, index) =>
    wayQuery(way, { limit: 0, facets: ['document'], conditions: lotsUnder(lots[index] ?? LOTS) }),
  );
  const [results = []] = await askTogether(client, [queries]);
  return ways.flatMap(({ way: { documents } }, index) => {
    const all = Object.entries(results[index]?.facetDistribution?.document ?? {});
    const own = documents === null ? all : all.filter(([id]) => documents.has(id));
    return documentCounts(own, archive, LOTS / (lots[index] ?? LOTS));
  });
}

/** One request, after another one where the sample has conditions, and before one where issues are counted under conditions. */
async function countValues(
  found: readonly FoundWay[],
  { conditions, sampled, size }: CountedRecords,
  { archive, client }: CountSources,
): Promise<ValueCounts> {
  const ways = found.map(({ way }) => way);
  const most = isFree(sampled)
    ? sum(found.map(({ total }) => total))
    : totalOf((await askTogether(client, [wayQueries(ways, sampled, { limit: 0 })])).flat());
  const lots = lotsFor(most, size);
  const isCounted = (facet: CountedFacet): boolean => facet !== 'issue' || archive.issueCount <= archive.limits.issues;
  const chosen = COUNTED.filter((facet) => isCounted(facet) && (conditions[facet]?.length ?? 0) > 0);
  const others = COUNTED.filter((facet) => isCounted(facet) && !chosen.includes(facet));
  const latest =
    isCounted('issue') || !isFree(conditions)
      ? null
      : latestIssues(
          found.flatMap(({ records }) => records.map(documentOf)),
          archive,
        );
  const [drawn = [], all = [], inLatest = [], ...freed] = await askTogether(client, [
    wayQueries(ways, { ...sampled, ...lotsUnder(lots) }, { limit: 0, facets: ['document'] }),
    wayQueries(ways, conditions, { limit: 0, facets: others }),
    latest === null ? [] : issueQueries(ways, conditions, latest),
    ...chosen.map((facet) => wayQueries(ways, { ...conditions, [facet]: [] }, { limit: 0, facets: [facet] })),
  ]);
  const valuesOf = (facet: CountedFacet): ReadonlyMap<string, number> =>
    addedUp(freed[chosen.indexOf(facet)] ?? all, facet);
  const sample = documentCounts(addedUp(drawn, 'document'), archive, LOTS / lots);
  const issuesOfSample = async (): Promise<EngineResult[]> => {
    const ids = sample.map(({ document }) => document.id);
    return (await askTogether(client, [issueQueries(ways, conditions, latestIssues(ids, archive))])).flat();
  };
  return {
    total: totalOf(all),
    values: {
      authority: valuesOf('authority'),
      type: valuesOf('type'),
      year: valuesOf('year'),
      issue: isCounted('issue')
        ? valuesOf('issue')
        : addedUp(latest === null ? await issuesOfSample() : inLatest, 'issue'),
    },
    sample,
  };
}

const issueQueries = (ways: readonly Way[], conditions: Conditions, issues: readonly string[]) =>
  issues.length === 0 ? [] : wayQueries(ways, { ...conditions, issue: issues }, { limit: 0, facets: ['issue'] });

/** The latest issues that some documents are in; where these are few, the others about them are likely to have more of the kind. */
function latestIssues(ids: readonly string[], archive: Archive): string[] {
  const held = archive.documentsWith(new Set(ids)).sort((a, b) => b.order - a.order);
  const issues = new Set(held.map(({ issueId }) => issueId));
  const { documents } = archive;
  let at = Math.min((held[0]?.order ?? -1) + 1, documents.length);
  while (at > 0 && issues.size < LATEST_ISSUES) {
    at -= 1;
    const before = documents[at];
    if (before !== undefined) issues.add(before.issueId);
  }
  return [...issues].slice(0, LATEST_ISSUES);
}

const lotsFor = (total: number, size: number): number => Math.min(LOTS, Math.ceil((LOTS * size) / Math.max(total, 1)));

const lotsUnder = (lots: number): Conditions => (lots < LOTS ? { lotsUnder: lots } : {});

function documentCounts(found: Iterable<readonly [string, number]>, archive: Archive, each = 1): DocumentCount[] {
  return Array.from(found, ([id, count]) => {
    const document = archive.document(id);
    return document === null ? [] : [{ document, count: count * each }];
  }).flat();
}

/** How often each value is there. */
function counts(values: readonly string[]): [string, number][] {
  const found = new Map<string, number>();
  for (const value of values) found.set(value, (found.get(value) ?? 0) + 1);
  return [...found];
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
