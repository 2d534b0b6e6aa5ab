import type { Status } from '../../ingest/model/validity.ts';
import type { CopyGroup } from './duplicates.ts';
import { createFacetCounter, filterAndCount } from './facets.ts';
import type { FacetLabels } from './facets.ts';
import type { Found } from './found.ts';

import { documentsInOrder, firstRanked } from './rank.ts';
import type { SearchFacets, SearchRequest } from './search-types.ts';
import type { SearchLimits } from './search-limits.ts';
import type { FrequentPassages } from './search-texts.ts';
import type { SearchableDocument } from './searchable.ts';

/** The first ones of very many found things, in order, and about how many there are. */
export interface FrequentList {
  groups: CopyGroup[];
  total: number;
  /** Whether all could be read after all, as after filtering. */
  totalIsExact: boolean;
  facets: SearchFacets;
}

/**
 * The page of an answer that has more passages than can be read: documents are put in order by what is known of them without their texts,
 * and read in blocks of about a hundred passages until the page is full; within a block, passages are ranked as always. Totals and facets
 * are the engine's counts, which are a little high: a passage counts also where it repeats the beginning of the next one.
 */
export async function listFrequent(
  { found, frequent }: { found: readonly Found[]; frequent: FrequentPassages },
  request: SearchRequest,
  statusOf: (documentId: string) => Status,
  labels: FacetLabels,
  limits: SearchLimits,
): Promise<FrequentList> {
  const counter = createFacetCounter(request, statusOf, labels);
  const passing: SearchableDocument[] = [];
  let total = 0;
  for (const [document, count] of frequent.counts) {
    if (!counter.addHits(document, count)) continue;
    passing.push(document);
    total += count;
  }
  for (const one of found) {
    const judged = counter.judge(one);
    judged.single += 1;
    if (judged.passes) total += 1;
  }
  const order = { ...request, isTitled: frequent.isTitled };
  const wanted = request.offset + request.limit;
  const list: Found[] = [...found];
  let ordered = documentsInOrder(passing, limits.block, order, statusOf);
  let read = 0;
  let block = 1;
  let next = 0;
  let filtered = filterAndCount(list, request, statusOf, labels);
  const last = Math.min(passing.length, limits.listed);
  while (next < last && read < limits.listed && filtered.groups.length < wanted) {
    const documents: SearchableDocument[] = [];
    for (let counted = 0; counted < limits.block && next < last; next++) {
      if (next === ordered.length) ordered = documentsInOrder(passing, limits.listed, order, statusOf);
      const document = ordered[next];
      if (!document) break;
      documents.push(document);
      counted += frequent.counts.get(document) ?? 0;
    }
    const passages = await frequent.passagesOf(documents);
    for (const passage of passages) list.push({ ...passage, block });
    read += passages.length;
    block += 1;
    filtered = filterAndCount(list, request, statusOf, labels);
  }
  const isWhole = next === passing.length;
  return {
    groups: firstRanked(filtered.groups, wanted, request, statusOf),
    total: isWhole ? filtered.groups.length : total,
    totalIsExact: isWhole,
    facets: counter.facets(),
  };
}
