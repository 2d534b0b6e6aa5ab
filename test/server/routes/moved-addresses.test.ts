import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fixtureStore } from '../../helpers/fixture-issue.ts';
import { openSite } from '../../helpers/site.ts';
import type { TestSite } from '../../helpers/site.ts';

const ORDER = 'xinjiangweiwuerzizhiqurenminzhengfuling-239';
/** Known by name only: repealed in 第四条 of the order. */
let named = '';

describe('old addresses', () => {
  let site: TestSite;
  beforeAll(async () => {
    const store = fixtureStore();
    named = String(store.prepare("SELECT id FROM register WHERE title LIKE '%行政执法案卷管理规定'").pluck().get());
    const move = store.prepare('INSERT INTO redirects (kind, from_id, to_id) VALUES (?, ?, ?)');
    move.run('document', 'old-239', ORDER);
    move.run('document', 'old-named', named);
    move.run('issue', 'old-2024-17', 'xinjiang-2024-17-18');
    site = await openSite({ store });
  });
  afterAll(() => site.close());

  test.each([
    ['/documents/old-239', 301, `/documents/${ORDER}`],
    ['/documents/old-239?on=2024-10-14&q=a%20b', 301, `/documents/${ORDER}?on=2024-10-14&q=a%20b`],
    ['/documents/old-239/articles/3?on=2024-10-14', 301, `/documents/${ORDER}/articles/3?on=2024-10-14`],
    ['/documents/old-239/source?from=501', 301, `/documents/${ORDER}/source?from=501`],
    ['/documents/old-239.jsonld', 308, `/documents/${ORDER}.jsonld`],
    ['/register/old-239?on=2024-10-14', 301, `/register/${ORDER}?on=2024-10-14`],
    ['/issues/old-2024-17', 301, '/issues/xinjiang-2024-17-18'],
    ['/issues/old-2024-17/source?line=5', 301, '/issues/xinjiang-2024-17-18/source?line=5'],
    ['/api/v1/issues/old-2024-17', 308, '/api/v1/issues/xinjiang-2024-17-18'],
    ['/api/v1/documents/old-239/articles/3?on=2024-10-14', 308, `/api/v1/documents/${ORDER}/articles/3?on=2024-10-14`],
  ])('%s leads to the same page of what it became', async (path, status, address) => {
    const answer = await site.get(path);
    expect(answer.status).toBe(status);
    expect(answer.headers.get('location')).toBe(address);
    expect((await site.get(address)).status).toBeLessThan(400);
  });

  test.each(['', '/articles/3', '/source'])(
    'of a document known by name only the entry answers, as of the day: %s',
    async (page) => {
      for (const [id, status] of [[named, 302] as const, ['old-named', 301] as const]) {
        const answer = await site.get(`/documents/${id}${page}?on=2024-10-14`);
        expect(answer.status).toBe(status);
        expect(answer.headers.get('location')).toBe(`/register/${named}?on=2024-10-14`);
      }
    },
  );

  test.each([
    '/documents/nope',
    '/documents/nope/articles/3',
    '/documents/nope/source',
    '/issues/nope',
    '/register/nope',
  ])('%s leads nowhere', async (path) => {
    const { status, $ } = await site.get(path);
    expect(status).toBe(404);
    expect($('main').text()).toContain('nope');
  });
});
