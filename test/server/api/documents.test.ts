import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { FIXTURE_NOTICE as NOTICE, FIXTURE_ORDER as ORDER } from '../../helpers/fixture-issue.ts';
import { fixtureServices } from '../../helpers/fixture-services.ts';
import { serveApi } from './served-api.ts';
import type { ServedApi } from './served-api.ts';

let api: ServedApi;

beforeAll(async () => {
  api = await serveApi(fixtureServices());
});

afterAll(() => api.close());

describe('GET /api/v1/documents', () => {
  it('lists documents newest first, filtered', async () => {
    const { body } = await api.client.get('/api/v1/documents', '/api/v1/documents?type=通知');
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
    const other = await serveApi(services);
    const Page = z.object({ total: z.int(), offset: z.int(), items: z.array(z.record(z.string(), z.unknown())) });
    const whole = Page.parse((await other.client.get(path, path)).body);
    const found: unknown[] = [];
    let address: string | undefined = `${path}?limit=1`;
    while (address !== undefined) {
      const { body, headers } = await other.client.get(path, address);
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
    const { status, body } = await api.client.get('/api/v1/documents', '/api/v1/documents?cursor=abc');
    expect(status).toBe(400);
    expect(body).toMatchObject({ error: { code: 'invalid_parameter' } });
  });

  it('gives a document with evidence for each fact and its text as a tree', async () => {
    const { body } = await api.client.get('/api/v1/documents/{id}', `/api/v1/documents/${ORDER}?on=2024-10-14`);
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
    const { body } = await api.client.get(
      '/api/v1/documents/{id}/articles/{n}',
      `/api/v1/documents/${ORDER}/articles/3`,
    );
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
    const { body } = await api.client.get('/api/v1/documents/{id}/relations', `/api/v1/documents/${ORDER}/relations`);
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
    const { status, body } = await api.client.get(path, address);
    expect(status).toBe(404);
    expect(body).toMatchObject({ error: { code: 'not_found' } });
  });

  it('leads from an address that moved to the one that is', async () => {
    const services = fixtureServices();
    services.store.prepare("INSERT INTO redirects VALUES ('document', 'old-2024-1', ?)").run(NOTICE);
    const other = await serveApi(services);
    const response = await fetch(`${other.url}/api/v1/documents/old-2024-1?on=2025-01-01`, { redirect: 'manual' });
    await other.close();
    expect(response.status).toBe(308);
    expect(response.headers.get('location')).toBe(`/api/v1/documents/${NOTICE}?on=2025-01-01`);
  });
});
