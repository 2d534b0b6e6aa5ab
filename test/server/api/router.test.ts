import express from 'express';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createApiRouter } from '../../../server/api/router.ts';
import { SearchUnavailable } from '../../../server/search/search-types.ts';
import { fixtureServices, FIXTURE_TODAY, searchDouble } from '../../helpers/fixture-services.ts';
import { listen } from '../../helpers/http.ts';
import type { Listening } from '../../helpers/http.ts';
import { ApiClient } from './api-client.ts';

const ORDER = 'xinjiangweiwuerzizhiqurenminzhengfuling-239';
const NOTICE = 'xinzhengbanfa-2024-43';
const search = searchDouble(45);

let site: Listening;
let api: ApiClient;

beforeAll(async () => {
  site = await listen(express().use(createApiRouter(fixtureServices({ search }))));
  api = await ApiClient.of(site.url);
});

afterAll(() => site.close());

describe('GET /api/v1/search', () => {
  it('gives hits, an exact total and links to the other pages', async () => {
    const { status, body, headers } = await api.get('/api/v1/search', '/api/v1/search?q=评查&limit=20&offset=20');
    expect(status).toBe(200);
    expect(body).toMatchObject({ total: 45, limit: 20, offset: 20, on: FIXTURE_TODAY, query: { mode: 'exact' } });
    expect(headers.get('link')).toContain('offset=40>; rel="next"');
    expect(headers.get('link')).toContain('offset=0>; rel="prev"');
  });

  it('passes every filter to the search', async () => {
    const filters =
      'q=评查&on=2024-10-14&status=pending&status=expired&authority=甲&type=通知&year=2024&issue=x&sort=date';
    await api.get('/api/v1/search', `/api/v1/search?${filters}`);
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
    const { body } = await api.get('/api/v1/search', '/api/v1/search?q=评查&keywords=true');
    expect(search.asked.at(-1)).toMatchObject({ keywords: true });
    expect(body).toMatchObject({ keywords: [{ word: '随机抽查', count: 2 }] });
    const { body: plain } = await api.get('/api/v1/search', '/api/v1/search?q=评查');
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
    const { status, body } = await api.get('/api/v1/search', `/api/v1/search?${query}`);
    expect(status).toBe(400);
    const message: unknown = expect.stringContaining(query.split('=')[0] ?? '');
    expect(body).toEqual({ error: { code: 'invalid_parameter', message } });
  });

  it('says in words that the engine is down, and when to come back', async () => {
    const down = searchDouble();
    down.search = () => Promise.reject(new SearchUnavailable('down'));
    const other = await listen(express().use(createApiRouter(fixtureServices({ search: down }))));
    const client = await ApiClient.of(other.url);
    const { status, body, headers } = await client.get('/api/v1/search', '/api/v1/search?q=x');
    await other.close();
    expect(status).toBe(503);
    expect(headers.get('retry-after')).toBe('5');
    expect(body).toMatchObject({ error: { code: 'search_unavailable' } });
  });
});

describe('GET /api/v1/documents', () => {
  it('lists documents newest first, filtered', async () => {
    const { body } = await api.get('/api/v1/documents', '/api/v1/documents?type=通知');
    expect(body).toMatchObject({ total: 1, items: [{ documentId: NOTICE, documentNumber: '新政办发〔2024〕43号' }] });
  });

  it.each([
    ['/api/v1/documents', 'documentId'],
    ['/api/v1/issues', 'id'],
  ])('leads through all of %s from the place where each page ended', async (path, id) => {
    const services = fixtureServices();
    services.store.exec(
      "INSERT INTO issues SELECT 'other', gazette, publication_date, year, issue_numbers, serial_numbers, title FROM issues",
    );
    const other = await listen(express().use(createApiRouter(services)));
    const client = await ApiClient.of(other.url);
    const Page = z.object({ total: z.int(), offset: z.int(), items: z.array(z.record(z.string(), z.unknown())) });
    const whole = Page.parse((await client.get(path, path)).body);
    const found: unknown[] = [];
    let address: string | undefined = `${path}?limit=1`;
    while (address !== undefined) {
      const { body, headers } = await client.get(path, address);
      const page = Page.parse(body);
      expect(page.offset).toBe(found.length);
      found.push(...page.items.map((item) => item[id]));
      const [, next] = /<([^>]+)>; rel="next"/u.exec(headers.get('link') ?? '') ?? [];
      expect(next === undefined || next.includes('cursor=')).toBe(true);
      address = next;
    }
    await other.close();
    expect(found).toEqual(whole.items.map((item) => item[id]));
    expect(found.length).toBe(whole.total);
    expect(found.length).toBeGreaterThan(1);
  });

  it('refuses a cursor that no list gave', async () => {
    const { status, body } = await api.get('/api/v1/documents', '/api/v1/documents?cursor=abc');
    expect(status).toBe(400);
    expect(body).toMatchObject({ error: { code: 'invalid_parameter' } });
  });

  it('gives a document with evidence for each fact and its text as a tree', async () => {
    const { body } = await api.get('/api/v1/documents/{id}', `/api/v1/documents/${ORDER}?on=2024-10-14`);
    expect(body).toMatchObject({
      title: '新疆维吾尔自治区行政执法案卷评查办法',
      signatory: '艾尔肯·吐尼亚孜',
      adoptionDate: '2024-08-23',
      effectiveDate: '2024-10-15',
      publicationDate: '2024-09-15',
      status: { status: 'pending', on: '2024-10-14' },
      parts: [
        { kind: 'notice' },
        {
          kind: 'regulation',
          provisions: [{ id: 'chp-1', children: [{ id: 'art-1' }, { id: 'art-2' }] }, { id: 'chp-2' }],
        },
      ],
    });
    const fact: unknown = expect.objectContaining({
      name: 'effectiveDate',
      value: '2024-10-15',
      raw: '自2024年10月15日起施行',
      certainty: 'stated',
    });
    expect(body).toHaveProperty('facts', expect.arrayContaining([fact]));
  });

  it('gives an article with its place, its neighbours and its whole text', async () => {
    const { body } = await api.get('/api/v1/documents/{id}/articles/{n}', `/api/v1/documents/${ORDER}/articles/3`);
    expect(body).toMatchObject({
      label: '第三条',
      chapterPath: ['第二章 评查程序'],
      text: '行政执法案卷评查可以采取全面评查、重点评查、随机抽查等形式。\n评查结果应当公开。',
      citation: '《新疆维吾尔自治区行政执法案卷评查办法》（新疆维吾尔自治区人民政府令第239号）第三条',
      previous: { n: '2' },
      next: { n: '4', url: `/documents/${ORDER}/articles/4` },
    });
  });

  it('gives the relations of a held document and of one that is only named', async () => {
    const { body } = await api.get('/api/v1/documents/{id}/relations', `/api/v1/documents/${ORDER}/relations`);
    expect(body).toMatchObject({
      outgoing: [
        { type: 'based_on', citation: { title: '中华人民共和国行政处罚法' } },
        { type: 'repeals', mode: 'repealed', effectiveDate: '2024-10-15', target: { held: false } },
      ],
      incoming: [],
    });
  });

  it.each([
    ['/api/v1/documents/{id}', '/api/v1/documents/nothing'],
    ['/api/v1/documents/{id}/articles/{n}', `/api/v1/documents/${ORDER}/articles/99`],
    ['/api/v1/documents/{id}/articles/{n}', `/api/v1/documents/${NOTICE}/articles/1`],
    ['/api/v1/documents/{id}/relations', '/api/v1/documents/nothing/relations'],
    ['/api/v1/issues/{id}', '/api/v1/issues/nothing'],
    ['/api/v1/catalogues/{year}/{quarter}', '/api/v1/catalogues/1999/1'],
  ])('answers 404 for what is not there: %s', async (path, address) => {
    const { status, body } = await api.get(path, address);
    expect(status).toBe(404);
    expect(body).toMatchObject({ error: { code: 'not_found' } });
  });

  it('leads from an address that moved to the one that is', async () => {
    const services = fixtureServices();
    services.store.prepare("INSERT INTO redirects VALUES ('document', 'old-2024-1', ?)").run(NOTICE);
    const other = await listen(express().use(createApiRouter(services)));
    const response = await fetch(`${other.url}/api/v1/documents/old-2024-1?on=2025-01-01`, { redirect: 'manual' });
    await other.close();
    expect(response.status).toBe(308);
    expect(response.headers.get('location')).toBe(`/api/v1/documents/${NOTICE}?on=2025-01-01`);
  });
});

describe('GET /api/v1/issues and /catalogues', () => {
  it('lists issues and gives one with its printed contents', async () => {
    const list = await api.get('/api/v1/issues', '/api/v1/issues');
    expect(list.body).toMatchObject({
      total: 1,
      items: [{ id: 'xinjiang-2024-17-18', counts: { documents: 3, articles: 4 } }],
    });
    const one = await api.get('/api/v1/issues/{id}', '/api/v1/issues/xinjiang-2024-17-18');
    expect(one.body).toMatchObject({
      issueNumbers: [17, 18],
      contents: [{ page: 1, documentId: ORDER }, { page: 8, documentId: NOTICE }, { page: 12 }],
      filingCatalogues: [{ year: 2024, quarter: 2 }],
    });
  });

  it('gives a quarter by group with both counts', async () => {
    const list = await api.get('/api/v1/catalogues', '/api/v1/catalogues');
    expect(list.headers.get('link')).toBe('</api/v1/catalogues?offset=0>; rel="first"');
    expect(list.body).toMatchObject({
      total: 1,
      limit: 20,
      offset: 0,
      items: [{ year: 2024, quarter: 2, actualTotal: 2 }],
    });
    const { body } = await api.get('/api/v1/catalogues/{year}/{quarter}', '/api/v1/catalogues/2024/2');
    expect(body).toMatchObject({
      catalogues: [
        {
          groups: [
            {
              name: '乌鲁木齐市',
              declared: 2,
              actual: 2,
              entries: [
                { documentNumber: '乌政办规〔2024〕2号', date: '2024-04-08' },
                { documentNumber: '乌政规〔2024〕3号' },
              ],
            },
          ],
        },
      ],
    });
  });

  it('gives the catalogues a page at a time', async () => {
    const services = fixtureServices();
    const quarters = [1, 2, 3, 4].map((quarter) => `('xinjiang-2024-17-18', 2023, ${quarter}, 0, 0)`);
    services.store.exec(
      `INSERT INTO catalogues (issue_id, year, quarter, span_start, span_end) VALUES ${quarters.join(',')}`,
    );
    const other = await listen(express().use(createApiRouter(services)));
    const client = await ApiClient.of(other.url);
    const { body, headers } = await client.get('/api/v1/catalogues', '/api/v1/catalogues?limit=2&offset=2');
    await other.close();
    expect(body).toMatchObject({ total: 5, limit: 2, offset: 2, items: [{ quarter: 3 }, { quarter: 2 }] });
    expect(headers.get('link')).toBe(
      '</api/v1/catalogues?limit=2&offset=0>; rel="first", </api/v1/catalogues?limit=2&offset=0>; rel="prev", </api/v1/catalogues?limit=2&offset=4>; rel="next"',
    );
  });

  it('gives the catalogues of a quarter a page at a time, each whole', async () => {
    const services = fixtureServices();
    const more = Array.from({ length: 4 }, () => "('xinjiang-2024-17-18', 2024, 2, 0, 0)");
    services.store.exec(
      `INSERT INTO catalogues (issue_id, year, quarter, span_start, span_end) VALUES ${more.join(',')}`,
    );
    const other = await listen(express().use(createApiRouter(services)));
    const client = await ApiClient.of(other.url);
    const address = '/api/v1/catalogues/2024/2';
    const pathOf = '/api/v1/catalogues/{year}/{quarter}';
    const first = await client.get(pathOf, `${address}?limit=2`);
    const last = await client.get(pathOf, `${address}?limit=2&offset=4&on=2024-07-01`);
    await other.close();
    expect(first.body).toMatchObject({
      total: 5,
      limit: 2,
      offset: 0,
      catalogues: [{ groups: [{ entries: [{ seq: 1 }, { seq: 2 }] }] }, { groups: [] }],
    });
    expect(first.headers.get('link')).toContain(`<${address}?limit=2&offset=2>; rel="next"`);
    expect(last.body).toMatchObject({ total: 5, offset: 4, on: '2024-07-01', catalogues: [{ groups: [] }] });
    expect(last.headers.get('link')).not.toContain('next');
  });

  it.each(['/api/v1/catalogues?limit=0', '/api/v1/catalogues?offset=x'])('refuses %s', async (address) => {
    expect((await api.get('/api/v1/catalogues', address)).status).toBe(400);
  });

  it.each(['/api/v1/catalogues/2024/5', '/api/v1/catalogues/x/1', '/api/v1/catalogues/2024/2?limit=101'])(
    'refuses %s',
    async (address) => {
      const { status } = await api.get('/api/v1/catalogues/{year}/{quarter}', address);
      expect(status).toBe(400);
    },
  );
});

describe('GET /api/v1/validity', () => {
  const REPEALED = '新疆维吾尔自治区行政执法案卷管理规定';

  it('answers for a document that is only named, with the clause that ended it', async () => {
    const { body } = await api.get('/api/v1/validity', `/api/v1/validity?ref=《${REPEALED}》&on=2024-10-15`);
    expect(body).toMatchObject({
      ref: `《${REPEALED}》`,
      on: '2024-10-15',
      matches: [
        {
          title: REPEALED,
          held: false,
          status: 'repealed',
          since: '2024-10-15',
          decidedBy: {
            type: 'repealed',
            documentId: ORDER,
            effectiveDate: '2024-10-15',
            quote: `2010年5月1日公布的《${REPEALED}》同时废止。`,
            url: `/documents/${ORDER}#art-4`,
          },
          replacedBy: { documentId: ORDER },
        },
      ],
    });
  });

  it('says unknown, not in force, for the day before', async () => {
    const { body } = await api.get('/api/v1/validity', `/api/v1/validity?ref=${REPEALED}&on=2024-10-14`);
    expect(body).toMatchObject({ matches: [{ status: 'unknown', decidedBy: null }] });
  });

  it('reads a number in any spelling and takes today when no day is given', async () => {
    const { body } = await api.get('/api/v1/validity', '/api/v1/validity?ref=新政办发[2024]43号');
    expect(body).toMatchObject({
      on: FIXTURE_TODAY,
      matches: [{ documentId: NOTICE, held: true, status: 'in_force', until: '2029-09-02' }],
    });
  });

  it('is a 404 not_known for what the archive does not know', async () => {
    const { status, body } = await api.get('/api/v1/validity', '/api/v1/validity?ref=国发〔1999〕1号');
    expect(status).toBe(404);
    expect(body).toMatchObject({ error: { code: 'not_known' } });
  });

  it('needs a reference', async () => {
    const { status } = await api.get('/api/v1/validity', '/api/v1/validity');
    expect(status).toBe(400);
  });
});

describe('POST /api/v1/validity/check', () => {
  const PATH = '/api/v1/validity/check';

  it('answers for each document that the text cites, in order, with its place', async () => {
    const text = '依据《关于加强绿色勘查工作的通知》（新政办发〔2024〕43号）和国发〔1999〕1号执行。';
    const { body, headers } = await api.post(PATH, { text, on: '2029-09-03' });
    expect(body).toMatchObject({
      on: '2029-09-03',
      citations: [
        { start: 2, matches: [{ documentId: NOTICE, status: 'expired', until: null }], note: null },
        { raw: '国发〔1999〕1号', matches: [] },
      ],
    });
    expect(headers.get('cache-control')).toBe('no-store');
  });

  it('takes a text of a megabyte and refuses a longer one', async () => {
    const fits = await api.post(PATH, { text: '新'.repeat(1_048_576) });
    expect(fits.status).toBe(200);
    const { status, body } = await api.post(PATH, { text: '新'.repeat(1_048_577) });
    expect(status).toBe(413);
    expect(body).toMatchObject({ error: { code: 'text_too_long' } });
  });

  it.each([{}, { text: 1 }, { text: 'x', on: '2024-13-01' }])('refuses the body %j', async (wrong) => {
    const { status, body } = await api.post(PATH, wrong);
    expect(status).toBe(400);
    expect(body).toMatchObject({ error: { code: 'invalid_parameter' } });
  });

  it('refuses broken JSON and a body of another kind', async () => {
    const send = async (type: string, body: string): Promise<number> =>
      (await fetch(site.url + PATH, { method: 'POST', headers: { 'content-type': type }, body })).status;
    expect(await send('application/json', '{"text":')).toBe(400);
    expect(await send('text/plain', 'x')).toBe(415);
  });
});

describe('GET /api/v1/suggest', () => {
  it('gives suggestions', async () => {
    const { body } = await api.get('/api/v1/suggest', '/api/v1/suggest?q=xzzf&limit=3');
    expect(body).toEqual({ suggestions: [{ type: 'term', text: 'xzzf…', url: '/search' }] });
  });
});

describe('every answer', () => {
  it('may be read from any site, but only read', async () => {
    const { headers } = await api.get('/api/v1/issues', '/api/v1/issues', {
      headers: { origin: 'https://example.org' },
    });
    expect(headers.get('access-control-allow-origin')).toBe('*');
    const preflight = await fetch(`${site.url}/api/v1/validity/check`, { method: 'OPTIONS' });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get('access-control-allow-methods')).toBe('GET, HEAD, OPTIONS');
  });

  it('carries an ETag and is not sent twice', async () => {
    const first = await api.get('/api/v1/issues', '/api/v1/issues');
    const etag = first.headers.get('etag') ?? '';
    expect(first.headers.get('cache-control')).toContain('max-age=60');
    const second = await api.get('/api/v1/issues', '/api/v1/issues', {
      headers: { 'if-none-match': etag, 'cache-control': 'max-age=0' },
    });
    expect(second.status).toBe(304);
  });

  it('is JSON for an unknown address and for a wrong method', async () => {
    const unknown = await fetch(`${site.url}/api/v1/nothing`);
    expect(unknown.status).toBe(404);
    expect(await unknown.json()).toMatchObject({ error: { code: 'not_found' } });
    const wrong = await fetch(`${site.url}/api/v1/issues`, { method: 'DELETE' });
    expect(wrong.status).toBe(405);
    expect(await wrong.json()).toMatchObject({ error: { code: 'method_not_allowed' } });
  });

  it('tells nothing of an error inside', async () => {
    const broken = searchDouble();
    broken.search = () => Promise.reject(new Error('secret detail'));
    const other = await listen(express().use(createApiRouter(fixtureServices({ search: broken }))));
    const response = await fetch(`${other.url}/api/v1/search?q=x`);
    await other.close();
    expect(response.status).toBe(500);
    expect(await response.json()).toEqual({ error: { code: 'internal_error', message: '服务器内部错误' } });
  });
});
