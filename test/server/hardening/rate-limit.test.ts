import express from 'express';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { limitRates } from '../../../server/hardening/rate-limit.ts';
import { listen, type Listening } from '../../helpers/http.ts';

let site: Listening;

beforeAll(async () => {
  const app = express().set('trust proxy', 'loopback');
  app.use(limitRates({ all: 20, costly: 3 }));
  app.use((_request, response) => response.send('ok'));
  site = await listen(app);
});
afterAll(() => site.close());

function ask(path: string, from: string | null, method = 'GET'): Promise<Response> {
  return fetch(site.url + path, { method, headers: from === null ? {} : { 'X-Forwarded-For': from } });
}

describe('limitRates', () => {
  it('stops an address that asks beyond all measure, and no other', async () => {
    for (let count = 0; count < 20; count += 1) expect((await ask('/search?q=1', '203.0.113.9')).status).toBe(200);
    const refused = await ask('/search?q=1', '203.0.113.9');
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await refused.text()).toBe('请求过于频繁，请一分钟后再试。\n');
    expect(await (await ask('/api/v1/search', '203.0.113.9')).json()).toMatchObject({
      error: { code: 'too_many_requests' },
    });
    expect((await ask('/search?q=1', '203.0.113.10')).status).toBe(200);
  });

  it('counts what is costly by itself', async () => {
    for (let count = 0; count < 3; count += 1)
      expect((await ask('/validity', '203.0.113.20', 'POST')).status).toBe(200);
    expect((await ask('/validity', '203.0.113.20', 'POST')).status).toBe(429);
    expect((await ask('/validity', '203.0.113.20')).status).toBe(200);
  });

  it('never limits this machine itself', async () => {
    for (let count = 0; count < 40; count += 1) expect((await ask('/', null)).status).toBe(200);
  });
});
