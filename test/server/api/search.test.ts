import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SearchUnavailable } from '../../../server/search/search-types.ts';
import { fixtureServices, FIXTURE_TODAY, searchDouble } from '../../helpers/fixture-services.ts';
import { serveApi } from './served-api.ts';
import type { ServedApi } from './served-api.ts';

const search = searchDouble(45);
let api: ServedApi;

beforeAll(async () => {
  api = await serveApi(fixtureServices({ search }));
});

afterAll(() => api.close());

describe('GET /api/v1/search', () => {
  it('gives hits, an exact total and links to the other pages', async () => {
    const { status, body, headers } = await api.client.get(
      '/api/v1/search',
      '/api/v1/search?q=评查&limit=20&offset=20',
    );
    expect(status).toBe(200);
    expect(body).toMatchObject({ total: 45, limit: 20, offset: 20, on: FIXTURE_TODAY, query: { mode: 'exact' } });
    expect(headers.get('link')).toContain('offset=40>; rel="next"');
    expect(headers.get('link')).toContain('offset=0>; rel="prev"');
  });

  it('passes every filter to the search', async () => {
    const filters =
      'q=评查&on=2024-10-14&status=pending&status=expired&authority=甲&type=通知&year=2024&issue=x&sort=date';
    await api.client.get('/api/v1/search', `/api/v1/search?${filters}`);
    expect(search.asked.at(-1)).toEqual({
      q: '评查',
      on: '2024-10-14',
      status: ['pending', 'expired'],
      authority: ['甲'],
      type: ['通知'],
      year: [2024],
      issue: ['x'],
      document: null,
      sort: 'date',
      inForceFirst: true,
      limit: 20,
      offset: 0,
      keywords: false,
    });
  });

  it('looks for words to narrow by where they are asked for', async () => {
    const { body } = await api.client.get('/api/v1/search', '/api/v1/search?q=评查&keywords=true');
    expect(search.asked.at(-1)).toMatchObject({ keywords: true });
    expect(body).toMatchObject({ keywords: [{ word: '随机抽查', count: 2 }] });
    const { body: plain } = await api.client.get('/api/v1/search', '/api/v1/search?q=评查');
    expect(plain).toMatchObject({ keywords: [] });
  });

  it.each([
    'keywords=1',
    'limit=0',
    'limit=101',
    'limit=x',
    'offset=-1',
    'on=2024-02-30',
    'status=valid',
    'sort=best',
    'year=x',
  ])('refuses %s and names the parameter', async (query) => {
    const { status, body } = await api.client.get('/api/v1/search', `/api/v1/search?${query}`);
    expect(status).toBe(400);
    const message: unknown = expect.stringContaining(query.split('=')[0] ?? '');
    expect(body).toEqual({ error: { code: 'invalid_parameter', message } });
  });

  it('says in words that the engine is down, and when to come back', async () => {
    const down = searchDouble();
    down.search = () => Promise.reject(new SearchUnavailable('down'));
    const other = await serveApi(fixtureServices({ search: down }));
    const { status, body, headers } = await other.client.get('/api/v1/search', '/api/v1/search?q=x');
    await other.close();
    expect(status).toBe(503);
    expect(headers.get('retry-after')).toBe('5');
    expect(body).toMatchObject({ error: { code: 'search_unavailable' } });
  });
});

describe('GET /api/v1/suggest', () => {
  it('gives suggestions', async () => {
    const { body } = await api.client.get('/api/v1/suggest', '/api/v1/suggest?q=xzzf&limit=3');
    expect(body).toEqual({ suggestions: [{ type: 'term', text: 'xzzf…', url: '/search' }] });
  });
});
