import type { Status } from '../../ingest/model/validity.ts';
import type { CopyGroup } from './duplicates.ts';
import { createFacetCounter, filterAndCount } from './facets.ts';
import type { FacetLabels } from './facets.ts';
import type { Found } from './found.ts';
import { documentsInOrder, firstRanked } from './rank.ts';
import type { SearchFacets, SearchRequest } from './search-types.ts';
import type { SearchLimits } from './search-limits.ts';
import type { CountedDocument, FrequentPassages } from './search-texts.ts';

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
 * are estimates: the engine counts a passage also where its record repeats the beginning of the next one, and of its counts so much is taken as
 * was true in the first block.
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
  for (const counted of frequent.documents) {
    if (counter.addHits(counted.document, counted.count)) passing.push(counted);
  }
  let titles = 0;
  for (const one of found) {
    const judged = counter.judge(one);
    judged.single += 1;
    if (judged.passes) titles += 1;
  }
  const wanted = request.offset + request.limit;
  const list: Found[] = [...found];
  let documentsRead = 0;
  let passagesRead = 0;
  let block = 0;
  let share = 1;
  let filtered = filterAndCount(list, request, statusOf, labels);
  for (const lot of lotsOf(passing, limits, (count) => documentsInOrder(passing, count, request, statusOf))) {
    if (filtered.groups.length >= wanted || passagesRead >= limits.listed) break;
    const documents = lot.map(({ document }) => document);
    const passages = await frequent.passagesOf(documents);
    block += 1;
    for (const passage of passages) list.push({ ...passage, block });
    documentsRead += documents.length;
    if (block === 1) share = Math.min(1, passages.length / countIn(lot));
    passagesRead += passages.length;
    filtered = filterAndCount(list, request, statusOf, labels);
  }
  const isWhole = documentsRead === passing.length;
  const read = filtered.groups.length;
  return {
    groups: firstRanked(filtered.groups, wanted, request, statusOf),
    total: isWhole ? read : Math.max(read, titles + Math.round(share * countIn(passing))),
    totalIsExact: isWhole,
    facets: counter.facets(share),
  };
}

const countIn = (documents: readonly CountedDocument[]): number => documents.reduce((sum, { count }) => sum + count, 0);

/** The documents in order, in lots of about `block` passages. They are put in order as far as they are needed. */
function* lotsOf(
  documents: readonly CountedDocument[],
  { block, listed }: SearchLimits,
  inOrder: (count: number) => CountedDocument[],
): Generator<CountedDocument[]> {
  let ordered = inOrder(block);
  let lot: CountedDocument[] = [];
  let counted = 0;
  for (let next = 0; next < Math.min(documents.length, listed); next++) {
    if (next === ordered.length) ordered = inOrder(listed);
    const one = ordered[next];
    if (!one) break;
    lot.push(one);
    counted += one.count;
    if (counted < block) continue;
    yield lot;
    lot = [];
    counted = 0;
  }
  if (lot.length > 0) yield lot;
}
