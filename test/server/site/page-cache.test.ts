import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import express from 'express';
import type { Store } from '../../../ingest/store/open-store.ts';
import { cachePages } from '../../../server/site/page-cache.ts';
import { fixtureStore } from '../../helpers/fixture-issue.ts';
import { listen } from '../../helpers/http.ts';

/** A site whose every page says how many pages were made, behind the cache. */
describe('cachePages', () => {
  let store: Store;
  let day: string;
  let made: number;
  let site: { url: string; close(): Promise<void> };

  beforeEach(async () => {
    store = fixtureStore();
    day = '2026-01-01';
    made = 0;
    const app = express();
    app.use(cachePages({ store, today: () => day }, 4000));
    app.get('/fails', (_request, response) => {
      made += 1;
      response.status(404).send('nothing');
    });
    app.get('/data', (_request, response) => {
      made += 1;
      response.json({ made });
    });
    app.use((_request, response) => {
      made += 1;
      response.set('Cache-Control', 'no-cache').vary('Cookie').send(`<p>第${made}页</p>`);
    });
    site = await listen(app);
  });
  afterEach(() => site.close());

  const get = async (path: string, headers: Record<string, string> = {}): Promise<string> => {
    const response = await fetch(site.url + path, { headers: { 'accept-encoding': 'identity', ...headers } });
    return response.text();
  };

  test('a page is made once, with the same answer and headers, also compressed', async () => {
    const first = await fetch(`${site.url}/documents/a`, { headers: { 'accept-encoding': 'identity' } });
    const second = await fetch(`${site.url}/documents/a`, { headers: { 'accept-encoding': 'identity' } });
    expect(await second.text()).toBe(await first.text());
    for (const name of ['content-type', 'etag', 'cache-control', 'vary'])
      expect(second.headers.get(name)).toBe(first.headers.get(name));
    const zipped = await fetch(`${site.url}/documents/a`, { headers: { 'accept-encoding': 'gzip' } });
    expect(zipped.headers.get('content-encoding')).toBe('gzip');
    expect(await zipped.text()).toBe('<p>第1页</p>');
    expect(made).toBe(1);
  });

  test.each(['/search?q=a', '/documents/a/articles/8'])(
    '%s, which the search engine helps to make, is made anew',
    async (path) => {
      expect(await get(path)).toBe('<p>第1页</p>');
      expect(await get(path)).toBe('<p>第2页</p>');
    },
  );

  test('an unchanged page is answered with 304', async () => {
    const first = await fetch(`${site.url}/a`);
    const etag = first.headers.get('etag') ?? '';
    expect(etag).not.toBe('');
    const again = await fetch(`${site.url}/a`, {
      headers: { 'if-none-match': etag, 'cache-control': 'max-age=0' },
    });
    expect(again.status).toBe(304);
    expect(made).toBe(1);
  });

  test('another address, day, host or state of the store is another page', async () => {
    expect(await get('/a')).toBe('<p>第1页</p>');
    expect(await get('/a?on=2024-01-01')).toBe('<p>第2页</p>');
    day = '2026-01-02';
    expect(await get('/a')).toBe('<p>第3页</p>');
    store.prepare("UPDATE issues SET title = '别的' WHERE 1").run();
    expect(await get('/a')).toBe('<p>第4页</p>');
    expect(await get('/a')).toBe('<p>第4页</p>');
    expect(await get('/a', { 'x-forwarded-host': 'x' })).toBe('<p>第4页</p>');
  });

  test('searches, failures, data, posts and pages in another text size are made anew', async () => {
    for (const path of ['/search?q=a', '/fails', '/data']) {
      const before = made;
      await get(path);
      await get(path);
      expect(made).toBe(before + 2);
    }
    await get('/a');
    const before = made;
    await get('/a', { cookie: 'size=l' });
    await fetch(`${site.url}/a`, { method: 'POST' });
    expect(made).toBe(before + 2);
    await get('/a');
    expect(made).toBe(before + 2);
  });

  test('only the pages asked for last are kept', async () => {
    for (let page = 0; page < 400; page++) await get(`/p${page}`);
    expect(made).toBe(400);
    await get('/p399');
    expect(made).toBe(400);
    await get('/p0');
    expect(made).toBe(401);
  });
});
