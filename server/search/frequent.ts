import type { Status } from '../../ingest/model/validity.ts';
import type { CopyGroup } from './duplicates.ts';
import { createFacetCounter, filterAndCount } from './facets.ts';
import type { FacetLabels } from './facets.ts';
import type { Found } from './found.ts';

import { documentsInOrder, firstRanked } from './rank.ts';
import type { SearchFacets, SearchRequest } from './search-types.ts';
import type { SearchLimits } from './search-limits.ts';
import type { CountedDocument, FrequentPassages } from './search-texts.ts';
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
  const passing: CountedDocument[] = [];
  let total = 0;
  for (const counted of frequent.documents) {
    if (!counter.addHits(counted.document, counted.count)) continue;
    passing.push(counted);
    total += counted.count;
  }
  for (const one of found) {
    const judged = counter.judge(one);
    judged.single += 1;
    if (judged.passes) total += 1;
  }
  const wanted = request.offset + request.limit;
  const list: Found[] = [...found];
  const documentsRead: SearchableDocument[] = [];
  let passagesRead = 0;
  let block = 0;
  let filtered = filterAndCount(list, request, statusOf, labels);
  for (const documents of lotsOf(passing, limits, (count) => documentsInOrder(passing, count, request, statusOf))) {
    if (filtered.groups.length >= wanted || passagesRead >= limits.listed) break;
    const passages = await frequent.passagesOf(documents);
    block += 1;
    for (const passage of passages) list.push({ ...passage, block });
    documentsRead.push(...documents);
    passagesRead += passages.length;
    filtered = filterAndCount(list, request, statusOf, labels);
  }
  const isWhole = documentsRead.length === passing.length;
  return {
    groups: firstRanked(filtered.groups, wanted, request, statusOf),
    total: isWhole ? filtered.groups.length : total,
    totalIsExact: isWhole,
    facets: counter.facets(),
  };
}

/** The documents in order, in lots of about `block` passages. They are put in order as far as they are needed. */
function* lotsOf(
  documents: readonly CountedDocument[],
  { block, listed }: SearchLimits,
  inOrder: (count: number) => CountedDocument[],
): Generator<SearchableDocument[]> {
  let ordered = inOrder(block);
  let lot: SearchableDocument[] = [];
  let counted = 0;
  for (let next = 0; next < Math.min(documents.length, listed); next++) {
    if (next === ordered.length) ordered = inOrder(listed);
    const one = ordered[next];
    if (!one) break;
    lot.push(one.document);
    counted += one.count;
    if (counted < block) continue;
    yield lot;
    lot = [];
    counted = 0;
  }
  if (lot.length > 0) yield lot;
}
