import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FIXTURE_NOTICE as NOTICE, FIXTURE_ORDER as ORDER } from '../../helpers/fixture-issue.ts';
import { fixtureServices } from '../../helpers/fixture-services.ts';
import { serveApi } from './served-api.ts';
import type { ServedApi } from './served-api.ts';

let api: ServedApi;

beforeAll(async () => {
  api = await serveApi(fixtureServices());
});

afterAll(() => api.close());

describe('GET /api/v1/issues and /catalogues', () => {
  it('lists issues and gives one with its printed contents', async () => {
    const list = await api.client.get('/api/v1/issues', '/api/v1/issues');
    expect(list.body).toMatchObject({
      total: 1,
      items: [{ id: 'xinjiang-2024-17-18', counts: { documents: 3, articles: 4 } }],
    });
    const one = await api.client.get('/api/v1/issues/{id}', '/api/v1/issues/xinjiang-2024-17-18');
    expect(one.body).toMatchObject({
      issueNumbers: [17, 18],
      contents: [{ page: 1, documentId: ORDER }, { page: 8, documentId: NOTICE }, { page: 12 }],
      filingCatalogues: [{ year: 2024, quarter: 2 }],
    });
  });

  it('gives a quarter by group with both counts', async () => {
    const list = await api.client.get('/api/v1/catalogues', '/api/v1/catalogues');
    expect(list.headers.get('link')).toBe('</api/v1/catalogues?offset=0>; rel="first"');
    expect(list.body).toMatchObject({
      total: 1,
      limit: 20,
      offset: 0,
      items: [{ year: 2024, quarter: 2, actualTotal: 2 }],
    });
    const { body } = await api.client.get('/api/v1/catalogues/{year}/{quarter}', '/api/v1/catalogues/2024/2');
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
    const other = await serveApi(services);
    const { body, headers } = await other.client.get('/api/v1/catalogues', '/api/v1/catalogues?limit=2&offset=2');
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
    const other = await serveApi(services);
    const address = '/api/v1/catalogues/2024/2';
    const pathOf = '/api/v1/catalogues/{year}/{quarter}';
    const first = await other.client.get(pathOf, `${address}?limit=2`);
    const last = await other.client.get(pathOf, `${address}?limit=2&offset=4&on=2024-07-01`);
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
    expect((await api.client.get('/api/v1/catalogues', address)).status).toBe(400);
  });

  it.each(['/api/v1/catalogues/2024/5', '/api/v1/catalogues/x/1', '/api/v1/catalogues/2024/2?limit=101'])(
    'refuses %s',
    async (address) => {
      const { status } = await api.client.get('/api/v1/catalogues/{year}/{quarter}', address);
      expect(status).toBe(400);
    },
  );
});
