import { beforeAll, describe, expect, inject, it } from 'vitest';
import { z } from 'zod';
import { ApiClient } from '../server/api/api-client.ts';

const site = inject('siteUrl');
let api: ApiClient;

beforeAll(async () => {
  api = await ApiClient.of(site);
});

const List = z.object({ total: z.int(), items: z.array(z.record(z.string(), z.unknown())) });

/** Every item of a list, over all its pages. */
async function all(path: string): Promise<Record<string, unknown>[]> {
  const items: Record<string, unknown>[] = [];
  for (;;) {
    const page = List.parse((await api.get(path, `${path}?limit=10&offset=${items.length}`)).body);
    items.push(...page.items);
    if (items.length >= page.total || page.items.length === 0) return items;
  }
}

describe('the API over the five gazettes: every answer as it is described', () => {
  it('gives all thirty documents, each with its relations and its articles', async () => {
    const documents = await all('/api/v1/documents');
    expect(documents.filter(({ kind }) => kind === 'act')).toHaveLength(30);
    const Articles = z.object({ kind: z.string(), id: z.string() });
    let articles = 0;
    for (const { documentId } of documents) {
      const address = `/api/v1/documents/${String(documentId)}`;
      const { body } = await api.get('/api/v1/documents/{id}', address);
      await api.get('/api/v1/documents/{id}/relations', `${address}/relations`);
      const found = nodesOf(body).map((node) => Articles.safeParse(node).data);
      for (const node of found) {
        const n = node?.kind === 'article' ? /^art-(.+)$/u.exec(node.id)?.[1] : undefined;
        if (node?.kind === 'article') articles += 1;
        if (n !== undefined) await api.get('/api/v1/documents/{id}/articles/{n}', `${address}/articles/${n}`);
      }
    }
    expect(articles).toBe(320);
  }, 120_000);

  it('gives all issues and the 118 entries of three catalogues', async () => {
    const issues = await all('/api/v1/issues');
    expect(issues).toHaveLength(5);
    for (const { id } of issues) await api.get('/api/v1/issues/{id}', `/api/v1/issues/${String(id)}`);
    const items = await all('/api/v1/catalogues');
    expect(items).toHaveLength(3);
    expect(items.reduce((sum, { actualTotal }) => sum + Number(actualTotal), 0)).toBe(118);
    for (const { year, quarter } of items) {
      const address = `/api/v1/catalogues/${String(year)}/${String(quarter)}`;
      await api.get('/api/v1/catalogues/{year}/{quarter}', address);
    }
  });

  it.each([
    '举报奖励',
    '新政办发[2010]23号',
    '第十条',
    '评查 程序',
    '《新疆维吾尔自治区行政执法案卷评查办法》',
    '2024年',
    '',
    '没有的话没有',
  ])('searches for %j', async (q) => {
    const { status } = await api.get('/api/v1/search', `/api/v1/search?${new URLSearchParams({ q }).toString()}`);
    expect(status).toBe(200);
  });

  it.each([
    ['2024-08-08', 'unknown', null],
    ['2024-08-09', 'repealed', '同时废止'],
  ])('answers for 新政办发〔2010〕23号, which nobody ingested, on %s: %s', async (on, status, clause) => {
    const query = new URLSearchParams({ ref: '新政办发〔2010〕23号', on });
    const { body } = await api.get('/api/v1/validity', `/api/v1/validity?${query.toString()}`);
    const quote: unknown = expect.stringContaining(clause ?? '');
    expect(body).toMatchObject({
      matches: [
        { held: false, status, decidedBy: clause === null ? null : { documentNumber: '新政办发〔2024〕36号', quote } },
      ],
    });
  });

  it('checks a text that cites what has ended', async () => {
    const text = '依据新政办发〔2010〕23号、新政办发〔2021〕115号和新政办发〔2024〕43号办理。';
    const { body } = await api.post('/api/v1/validity/check', { text, on: '2025-01-01' });
    expect(body).toMatchObject({
      citations: [
        { matches: [{ status: 'repealed' }] },
        { matches: [{ status: 'repealed' }] },
        { matches: [{ status: 'presumed_in_force' }] },
      ],
    });
  });

  it('suggests while typing, by pinyin initials too', async () => {
    const { body } = await api.get('/api/v1/suggest', '/api/v1/suggest?q=xzzf');
    const text: unknown = expect.stringContaining('行政执法');
    const hit: unknown = expect.objectContaining({ text });
    expect(body).toHaveProperty('suggestions', expect.arrayContaining([hit]));
  });
});

function nodesOf(value: unknown): unknown[] {
  if (Array.isArray(value)) return value.flatMap(nodesOf);
  if (typeof value !== 'object' || value === null) return [];
  return [value, ...Object.values(value).flatMap(nodesOf)];
}
