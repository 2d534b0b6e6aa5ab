import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fixtureServices, searchDouble } from '../../helpers/fixture-services.ts';
import { serveApi } from './served-api.ts';
import type { ServedApi } from './served-api.ts';

let api: ServedApi;

beforeAll(async () => {
  api = await serveApi(fixtureServices());
});

afterAll(() => api.close());

describe('every answer', () => {
  it('may be read from any site, but only read', async () => {
    const { headers } = await api.client.get('/api/v1/issues', '/api/v1/issues', {
      headers: { origin: 'https://example.org' },
    });
    expect(headers.get('access-control-allow-origin')).toBe('*');
    const preflight = await fetch(`${api.url}/api/v1/validity/check`, { method: 'OPTIONS' });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get('access-control-allow-methods')).toBe('GET, HEAD, OPTIONS');
  });

  it('carries an ETag and is not sent twice', async () => {
    const first = await api.client.get('/api/v1/issues', '/api/v1/issues');
    const etag = first.headers.get('etag') ?? '';
    expect(first.headers.get('cache-control')).toContain('max-age=60');
    const second = await api.client.get('/api/v1/issues', '/api/v1/issues', {
      headers: { 'if-none-match': etag, 'cache-control': 'max-age=0' },
    });
    expect(second.status).toBe(304);
  });

  it('is JSON for an unknown address and for a wrong method', async () => {
    const unknown = await fetch(`${api.url}/api/v1/nothing`);
    expect(unknown.status).toBe(404);
    expect(await unknown.json()).toMatchObject({ error: { code: 'not_found' } });
    const wrong = await fetch(`${api.url}/api/v1/issues`, { method: 'DELETE' });
    expect(wrong.status).toBe(405);
    expect(await wrong.json()).toMatchObject({ error: { code: 'method_not_allowed' } });
  });

  it('tells nothing of an error inside', async () => {
    const broken = searchDouble();
    broken.search = () => Promise.reject(new Error('secret detail'));
    const other = await serveApi(fixtureServices({ search: broken }));
    const response = await fetch(`${other.url}/api/v1/search?q=x`);
    await other.close();
    expect(response.status).toBe(500);
    expect(await response.json()).toEqual({ error: { code: 'internal_error', message: '服务器内部错误' } });
  });
});
