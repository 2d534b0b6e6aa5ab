import { beforeAll, describe, expect, it } from 'vitest';
import { sortableNumber } from '../../../ingest/index/search-record.ts';
import { STATUSES } from '../../../ingest/model/validity.ts';
import type { Store } from '../../../ingest/store/open-store.ts';
import type { EngineQuery } from '../../../server/search/engine-query.ts';
import { plainRequest } from '../../../server/search/plain-request.ts';
import { SEARCH_LIMITS } from '../../../server/search/search-limits.ts';
import type { SearchLimits } from '../../../server/search/search-limits.ts';
import { createSearchService } from '../../../server/search/search-service.ts';
import type { SearchEngineHandle } from '../../../server/search/search-service.ts';
import type { SearchAnswer, SearchRequest, SearchService } from '../../../server/search/search-types.ts';
import { engineDouble } from '../../helpers/engine-double.ts';
import { addMadeUpIssues, madeUpArchive } from '../../helpers/made-up-archive.ts';

const LIMIT = 20;

let store: Store;
let engine: SearchEngineHandle;

const service = (limits: Partial<SearchLimits>): SearchService =>
  createSearchService({ store, engine, limits: { ...SEARCH_LIMITS, ...limits } });

/** As a large archive: nothing is looked through whole, and twelve records are very many. */
const large = (limits: Partial<SearchLimits> = {}): SearchService =>
  service({ fewPassages: 0, first: 12, records: 12, byDocument: 0, block: 10, listed: 100_000, ...limits });

/** The engine counts values, or documents of which the values are known. */
const COUNTING = [{ byDocument: 0 }, { byDocument: 100_000 }];

beforeAll(async () => {
  store = await madeUpArchive(10);
  engine = engineDouble(store);
}, 60_000);

function page(search: SearchService, q: string, more: Partial<SearchRequest> = {}): Promise<SearchAnswer> {
  return search.search({ ...plainRequest(q, '2026-01-01'), limit: LIMIT, copies: 1000, ...more });
}

async function allPages(search: SearchService, q: string, more: Partial<SearchRequest> = {}): Promise<SearchAnswer[]> {
  const pages: SearchAnswer[] = [];
  do pages.push(await page(search, q, { ...more, offset: pages.length * LIMIT }));
  while ((pages.at(-1)?.hits.length ?? 0) > 0);
  return pages;
}

const lookedThrough = new Map<string, Promise<SearchAnswer[]>>();

/** All pages of a search through all texts, made once for each question. */
const exactPages = (q: string, more: Partial<SearchRequest> = {}): Promise<SearchAnswer[]> => {
  const key = JSON.stringify([q, more]);
  const known = lookedThrough.get(key) ?? allPages(service({}), q, more);
  lookedThrough.set(key, known);
  return known;
};

/** Every hit, and every copy under a hit, in order: a passage by its number, a document by its id. */
const foundIn = (pages: readonly SearchAnswer[]): (number | string)[] =>
  pages.flatMap(({ hits }) =>
    hits.flatMap(({ pieceId, documentId, alsoIn }) => [pieceId ?? documentId, ...alsoIn.map((copy) => copy.pieceId)]),
  );

describe('words that very many passages have', () => {
  it('finds the same whether it is known beforehand what is rare or not', async () => {
    const limits = { ...SEARCH_LIMITS, fewPassages: 0, first: 12, records: 40, byDocument: 100 };
    const warm = createSearchService({ store, engine, limits });
    await warm.warmUp('2026-01-01');
    for (const q of ['备案审查', '监督 检查', '案卷 OR 举报奖励', '应当', '案卷', '"，应当"', '绿化 -补偿']) {
      const pages = await allPages(warm, q);
      expect([q, new Set(foundIn(pages))]).toEqual([q, new Set(foundIn(await exactPages(q)))]);
      expect(pages.at(-1)?.totalIsExact).toBe(true);
    }
  });

  it.each<[string, Partial<SearchRequest>]>([
    ['应当', {}],
    ['行政', {}],
    ['监督 检查', {}],
    ['应当 -监督', {}],
    ['"，应当"', {}],
    ['监督 OR 应当', {}],
    ['应当', { sort: 'date' }],
    ['应当', { sort: 'number' }],
    ['管理', { sort: 'number' }],
    ['应当', { inForceFirst: false }],
  ])('%s %o: page after page gives what looking through all texts gives', async (q, more) => {
    const exact = foundIn(await exactPages(q, more));
    expect(exact.length).toBeGreaterThan(2 * LIMIT);
    for (const limits of COUNTING) {
      const pages = await allPages(large(limits), q, more);
      expect(pages[0]?.totalIsExact).toBe(false);
      expect(new Set(foundIn(pages))).toEqual(new Set(exact));
      expect(pages.at(-1)?.totalIsExact).toBe(true);
    }
  });

  it('reads on in one request for a sentence that very many documents repeat', async () => {
    const asked: EngineQuery[][] = [];
    const counting: SearchEngineHandle = {
      health: () => engine.health(),
      client: { multiSearch: (request) => (asked.push(request.queries), engine.client.multiSearch(request)) },
    };
    const limits = { ...SEARCH_LIMITS, fewPassages: 0, first: 2, records: 2, block: 2 };
    const search = createSearchService({ store, engine: counting, limits });
    const q = '自1990年3月1日起';
    expect((await page(search, q)).hits).toHaveLength(LIMIT);
    expect(asked.length).toBeLessThanOrEqual(3);
    expect(new Set(foundIn(await allPages(search, q)))).toEqual(new Set(foundIn(await exactPages(q))));
  });

  it.each(
    ['应当', '行政', '管理 应当', '应当 -监督', '"，应当"', '管理'].flatMap((q) =>
      COUNTING.map((limits) => [q, limits] as const),
    ),
  )('tells about how many have %s, counting %o', async (q, limits) => {
    const counted = await page(large({ first: 100, block: 100, ...limits }), q);
    const exact = foundIn(await exactPages(q)).length;
    expect(counted.totalIsExact).toBe(false);
    expect(Math.abs(counted.total - exact)).toBeLessThan(0.2 * exact);
  });

  it('never shows a hit twice, page after page', async () => {
    for (const sort of ['relevance', 'date', 'number'] as const) {
      const hits = (await allPages(large(), '管理', { sort })).flatMap((page) => page.hits);
      const keys = hits.map(({ pieceId, documentId }) => pieceId ?? documentId);
      expect(keys).toEqual([...new Set(keys)]);
    }
  });

  it.each(COUNTING)('counts facets, %o, and is exact again where a filter leaves few', async (limits) => {
    const first = await page(large({ first: 100, block: 100, ...limits }), '应当');
    const exact = await page(service({}), '应当');
    const counts = new Map(first.facets.issue.map(({ value, count }) => [value, count]));
    expect(counts.size).toBe(10);
    for (const { value, count } of exact.facets.issue)
      expect(Math.abs((counts.get(value) ?? 0) - count)).toBeLessThan(0.2 * count + 2);
    const issue = first.facets.issue[0]?.value ?? '';
    const [type] = (await page(large(), '应当', { issue: [issue] })).facets.type;
    const filter = { issue: [issue], type: [type?.value ?? ''] };
    expect(new Set(foundIn(await allPages(large(), '应当', filter)))).toEqual(
      new Set(foundIn(await exactPages('应当', filter))),
    );
  });

  it.each([{ named: 500 }, { named: 0 }])(
    'finds what has a status, by naming %o documents or comparing',
    async (limits) => {
      const all = await page(service({}), '应当');
      const statuses = all.facets.status.filter(({ count }) => count > 0).map(({ value }) => value);
      expect(statuses.length).toBeGreaterThan(1);
      for (const status of STATUSES.filter((one) => statuses.includes(one))) {
        const pages = await allPages(large(limits), '应当', { status: [status] });
        const exact = await exactPages('应当', { status: [status] });
        expect([status, new Set(foundIn(pages))]).toEqual([status, new Set(foundIn(exact))]);
        const hits = pages.flatMap((page) => page.hits);
        expect([...new Set(hits.map((hit) => hit.status))]).toEqual([status]);
      }
    },
  );

  it.each([{ named: 500 }, { named: 0 }, { named: 0, byDocument: 100_000 }])(
    'tells about how many have a status and what they are: %o',
    async (limits) => {
      const half = { first: 100, block: 100, sample: 200, ...limits };
      const exact = await page(service({}), '应当');
      const [status] = exact.facets.status.toSorted((a, b) => b.count - a.count);
      const wanted = STATUSES.filter((one) => one === status?.value);
      const all = await page(large(half), '应当');
      const some = await page(large(half), '应当', { status: wanted });
      const right = await page(service({}), '应当', { status: wanted });
      const about = (a = 0, b = 0): boolean => Math.abs(a - b) < 0.2 * b + 5;
      const countOf = (answer: SearchAnswer | undefined, facet: 'status' | 'type', value: string): number | undefined =>
        answer?.facets[facet].find((one) => one.value === value)?.count;
      for (const { value, count } of exact.facets.status) {
        expect([value, about(countOf(all, 'status', value), count)]).toEqual([value, true]);
        expect([value, about(countOf(some, 'status', value), count)]).toEqual([value, true]);
      }
      expect([some.total, about(some.total, right.total)]).toEqual([some.total, true]);
      for (const { value, count } of right.facets.type) {
        expect([value, about(countOf(some, 'type', value), count)]).toEqual([value, true]);
      }
    },
  );

  it('counts the latest issues alone where there are very many', async () => {
    const all = await page(large({ first: 100, block: 100 }), '应当');
    const latest = await page(large({ first: 100, block: 100, issues: 5 }), '应当');
    expect(latest.facets.issue).toEqual(all.facets.issue);
    const type = all.facets.type[0]?.value ?? '';
    const some = await page(large({ first: 100, block: 100, records: 1, issues: 5 }), '应当', { type: [type] });
    const right = await page(large({ first: 100, block: 100, records: 1 }), '应当', { type: [type] });
    expect(some.facets.issue).toEqual(right.facets.issue);
  });

  it.each<[string, Partial<SearchLimits>]>([
    ['应当', {}],
    ['监督 OR 应当', {}],
    ['消防 OR 应当', { records: 200 }],
    ['管理 应当', {}],
  ])('puts later documents first by day: %s %o', async (q, limits) => {
    const pages = await allPages(large(limits), q, { sort: 'date' });
    expect(pages[0]?.totalIsExact).toBe(false);
    const passages = pages.flatMap(({ hits }) => hits.filter(({ pieceId }) => pieceId !== null));
    const days = passages.map(({ promulgationDate }) => promulgationDate ?? '');
    expect(new Set(days).size).toBeGreaterThan(2);
    expect(days).toEqual(days.toSorted((a, b) => (a < b ? 1 : a > b ? -1 : 0)));
  });

  it.each([
    ['应当', 12],
    ['消防 OR 应当', 200],
    ['管理 应当', 12],
  ])('puts numbers in the order of their agencies: %s', async (q, records) => {
    const pages = await allPages(large({ records }), q, { sort: 'number' });
    const passages = pages.flatMap(({ hits }) => hits.filter(({ pieceId }) => pieceId !== null));
    const sounds = passages.flatMap(({ documentNumber }) => sortableNumber(documentNumber ?? '~').split(' ', 1));
    expect(new Set(sounds).size).toBeGreaterThan(5);
    expect(sounds).toEqual(sounds.toSorted());
  });

  it('looks into all documents of an issue that say a word in their titles, and tells where not all can be named', async () => {
    const q = '管理 应当';
    const oldest = (await exactPages(q))[0]?.facets.issue.map(({ value }) => value).toSorted()[0] ?? '';
    const limits = { named: 4, records: 1 };
    const pages = await allPages(large(limits), q, { issue: [oldest], sort: 'date' });
    expect(new Set(foundIn(pages))).toEqual(new Set(foundIn(await exactPages(q, { issue: [oldest] }))));
    expect(pages.at(-1)?.totalIsExact).toBe(true);
    const all = await allPages(large(limits), q, { sort: 'date' });
    expect(foundIn(all).length).toBeLessThan(foundIn(await exactPages(q)).length);
    expect(all.at(-1)?.totalIsExact).toBe(false);
  });

  it.each(COUNTING)('asks the engine three times at most for a page, counting %o', async (limits) => {
    const engine = engineDouble(store);
    let requests = 0;
    const client: SearchEngineHandle['client'] = {
      multiSearch(request) {
        requests += 1;
        return engine.client.multiSearch(request);
      },
    };
    const search = createSearchService({
      store,
      engine: { health: () => 'ok', client },
      limits: { ...SEARCH_LIMITS, fewPassages: 0, records: 12, issues: 5, ...limits },
    });
    const { totalIsExact } = await search.search(plainRequest('应当', '2026-01-01'));
    expect(totalIsExact).toBe(false);
    expect(requests).toBeLessThanOrEqual(3);
  });

  it('ends the list where it said it would', async () => {
    const found = foundIn(await allPages(large({ listed: 60, block: 20 }), '应当'));
    expect(found.length).toBeGreaterThanOrEqual(60);
    expect(found.length).toBeLessThan(200);
  });

  it('looks in one document alone when asked', async () => {
    const all = await page(service({}), '应当');
    const document = all.hits.find((hit) => hit.kind === 'article')?.documentId ?? '';
    expect(new Set(foundIn(await allPages(large({ records: 1 }), '应当', { document })))).toEqual(
      new Set(foundIn(await exactPages('应当', { document }))),
    );
  });
});

describe('an archive that grows while it is searched', () => {
  it('finds the passages of new documents at once, and their titles when it has read on', async () => {
    const grown = await madeUpArchive(1);
    const engine = engineDouble(grown);
    const search = createSearchService({ store: grown, engine, limits: { ...SEARCH_LIMITS, patience: 0 } });
    const find = async (q: string): Promise<SearchAnswer> =>
      search.search({ ...plainRequest(q, '2026-01-01'), limit: 100 });
    await find('应当');
    const before = new Set(grown.prepare<[], string>('SELECT id FROM documents').pluck().all());
    await addMadeUpIssues(grown, 1, 1);
    const renewed = createSearchService({
      store: grown,
      engine: engineDouble(grown),
      limits: { ...SEARCH_LIMITS, patience: 0 },
    });
    expect((await renewed.search(plainRequest('应当', '2026-01-01'))).total).toBeGreaterThan(0);
    Object.assign(engine, engineDouble(grown));
    const late = await find('应当');
    expect(late.hits.some(({ documentId }) => !before.has(documentId))).toBe(true);
    const title = late.hits.find(({ documentId }) => !before.has(documentId))?.title ?? '';
    await expect.poll(async () => (await find(title)).hits[0]).toMatchObject({ kind: 'document', title });
  });
});
