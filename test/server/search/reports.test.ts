import { describe, expect, it } from 'vitest';
import { plainRequest } from '../../../server/search/plain-request.ts';
import { createSearchService } from '../../../server/search/search-service.ts';
import type { SearchAnswer, SearchRequest } from '../../../server/search/search-types.ts';
import { archiveOf, parseGazettes } from '../../ingest/validity/gazette-archive.ts';
import { engineDouble } from '../../helpers/engine-double.ts';

/** Xinjiang 2024 no. 7-8 prints nine reports of meetings beside its documents. */
const FILE = 'xinjiang-2024-07-08.txt';
const store = archiveOf(await parseGazettes(), [FILE]);
const service = createSearchService({ store, engine: engineDouble(store) });
const reports = new Set(store.prepare("SELECT id FROM documents WHERE kind = 'report'").pluck().all());

const search = (q: string, more: Partial<SearchRequest> = {}): Promise<SearchAnswer> =>
  service.search({ ...plainRequest(q, '2024-12-31'), limit: 100, ...more });

describe('reports of meetings among what is found', () => {
  it.each(['召开', '常务会议'])('have no status; what is promulgated has one: %s', async (q) => {
    const { hits } = await search(q);
    expect(hits.filter(({ documentId }) => reports.has(documentId)).length).toBeGreaterThan(3);
    for (const { documentId, status } of hits) expect(status === null, documentId).toBe(reports.has(documentId));
  });

  it('are counted by no status, and a filter by status leaves them out', async () => {
    const { total, hits, facets } = await search('会议');
    const news = hits.filter(({ documentId }) => reports.has(documentId)).length;
    expect(news).toBeGreaterThan(3);
    expect(facets.status.reduce((sum, { count }) => sum + count, 0)).toBe(total - news);
    const unknown = await search('会议', { status: ['unknown'] });
    expect(unknown.hits.filter(({ documentId }) => reports.has(documentId))).toEqual([]);
    expect(unknown.total).toBe(facets.status.find(({ value }) => value === 'unknown')?.count ?? 0);
  });
});
