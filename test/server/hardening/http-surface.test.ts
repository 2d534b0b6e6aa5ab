import { request as rawRequest } from 'node:http';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../../../server/app.ts';
import { fixtureServices } from '../../helpers/fixture-services.ts';
import { listen, type Listening } from '../../helpers/http.ts';

const SEED = 20241117;
let site: Listening;

beforeAll(async () => {
  site = await listen(createApp(fixtureServices()));
});
afterAll(() => site.close());

/** Sends a path as it is: fetch would tidy `..` and refuse bad escapes. */
function ask(
  path: string,
  options: { method?: string; headers?: Record<string, string>; body?: string } = {},
): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(site.url);
    const request = rawRequest(
      { hostname, port, path, method: options.method ?? 'GET', headers: options.headers },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString('utf8') }),
        );
      },
    );
    request.on('error', reject);
    request.end(options.body);
  });
}

const PAGES = [
  '/',
  '/search',
  '/issues',
  '/documents',
  '/catalogues',
  '/register',
  '/repeals',
  '/expiring',
  '/validity',
  '/coverage',
  '/api/v1/search',
  '/api/v1/validity',
  '/api/v1/documents',
  '/openapi.json',
  '/healthz',
];

const NAMES = [
  'q',
  'on',
  'status',
  'authority',
  'type',
  'year',
  'issue',
  'sort',
  'page',
  'limit',
  'offset',
  'ref',
  'document',
  'text',
  '__proto__',
  'constructor',
  'q[]',
  'q[a]',
];

const NASTY = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom(
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    "' OR 1=1 --",
    '(((((((((((a+)+)+)+)+)+$',
    '.*'.repeat(200),
    '^(?=.*)[\\',
    '{{constructor.constructor}}',
    '{{> layout}}',
    'status = "in_force" OR id EXISTS',
    '../../../../etc/passwd',
    '\u202e\u0000\u0007',
    '-'.repeat(500),
    '"'.repeat(301),
    '《'.repeat(500),
    '第'.repeat(500),
    '9'.repeat(400),
    '-1',
    '1e999',
    'NaN',
    '2024-02-30',
    '0000-00-00',
    '\ud800',
  ),
);

const escaped = (text: string): string => encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd'));

describe('the HTTP surface', () => {
  it('answers any query on any page without a fault and without unescaped markup', async () => {
    const query = fc.array(fc.tuple(fc.constantFrom(...NAMES), NASTY), { maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...PAGES), query, async (page, pairs) => {
        const { status, text } = await ask(
          `${page}?${pairs.map(([name, value]) => `${escaped(name)}=${escaped(value)}`).join('&')}`,
        );
        expect(status).toBeLessThan(500);
        if (!page.startsWith('/api/')) expect(text).not.toMatch(/<script>alert|<img src=x/);
      }),
      { seed: SEED, numRuns: 250 },
    );
  });

  it('answers any path without a fault', async () => {
    const piece = fc.oneof(
      fc.constantFrom(
        'documents',
        'issues',
        'register',
        'catalogues',
        'articles',
        'source',
        'feeds',
        'exports',
        'api',
        'v1',
        '..',
        '.',
        '%2e%2e',
        '%2f',
        '%00',
        '%',
        '%zz',
        '%ff%fe',
        '1',
        '-1',
        '2024',
        '999999999999999999999',
        'a.csv',
        'x.xlsx',
        '__proto__',
      ),
      NASTY.map(escaped),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 6 }), async (pieces) => {
        const { status, text } = await ask(`/${pieces.join('/')}`);
        expect(status).toBeLessThan(500);
        expect(text).not.toMatch(/root:x:0|<script>alert|<img src=x/);
      }),
      { seed: SEED, numRuns: 250 },
    );
  });

  it.each([
    '/../package.json',
    '/%2e%2e/package.json',
    '/..%2fpackage.json',
    '/assets/../../package.json',
    '/assets/%2e%2e%2f%2e%2e%2fpackage.json',
    '/favicon.svg/../../server/app.ts',
    '//etc/passwd',
    '/....//package.json',
    '/..\\package.json',
  ])('serves no file outside public/: %s', async (path) => {
    const { status, text } = await ask(path);
    expect([400, 404]).toContain(status);
    expect(text).not.toMatch(/"dependencies"|createApp\(/);
  });

  it('refuses a query string of 1 MB and a form or body beyond its limit', async () => {
    expect((await ask(`/search?q=${'a'.repeat(1 << 20)}`).catch(() => ({ status: 431 }))).status).toBe(431);
    const form = {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      body: `text=${'a'.repeat(13 << 20)}`,
    };
    expect((await ask('/validity', form).catch(() => ({ status: 413 }))).status).toBe(413);
    const json = { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{"text": [[[[' };
    expect((await ask('/api/v1/validity/check', json)).status).toBe(400);
    const deep = { ...json, body: `{"text":${'['.repeat(50_000)}${']'.repeat(50_000)}}` };
    expect((await ask('/api/v1/validity/check', deep)).status).toBe(400);
  });

  it('answers other methods, odd headers and bodies without a fault', async () => {
    const cases = [
      { method: 'DELETE' },
      { method: 'PUT', body: 'x' },
      { method: 'OPTIONS' },
      { method: 'POST', headers: { 'Content-Type': 'text/html; charset=bogus' }, body: '<p>' },
      {
        method: 'POST',
        headers: { 'Content-Type': 'application/x-www-form-urlencoded; charset=utf-7' },
        body: 'text=1',
      },
      { method: 'POST', headers: { 'Content-Type': 'application/json', 'Content-Encoding': 'gzip' }, body: 'not gzip' },
      { headers: { Host: '<script>alert(1)</script>' } },
      { headers: { 'Accept-Language': ','.repeat(5000), 'If-None-Match': '"'.repeat(3000), Range: 'bytes=9-1' } },
      { headers: { 'X-Forwarded-For': '999.999.999.999, <script>', 'X-Forwarded-Host': 'evil.example' } },
    ];
    for (const options of cases) {
      for (const path of ['/', '/validity', '/api/v1/validity/check', '/search?q=1', '/feeds/documents.atom']) {
        const { status, text } = await ask(path, options);
        expect(status, JSON.stringify([path, options])).toBeLessThan(500);
        expect(text).not.toMatch(/<script>alert|evil\.example/);
      }
    }
  });

  it('sends the headers that keep pages harmless', async () => {
    const response = await fetch(`${site.url}/`);
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('x-powered-by')).toBeNull();
    expect(await response.text()).not.toMatch(/ style="| on\w+="|<script>(?!\s*<)/);
  });
});
