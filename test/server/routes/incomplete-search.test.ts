import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { totalLine } from '../../../ingest/terminal/hit-lines.ts';
import { plainRequest } from '../../../server/search/plain-request.ts';
import { searchDouble } from '../../helpers/fixture-services.ts';
import { openSite } from '../../helpers/site.ts';
import type { TestSite } from '../../helpers/site.ts';

describe('a search that one server of a cluster did not answer', () => {
  const double = searchDouble(3);
  const partial = {
    ...double,
    search: async (request: Parameters<typeof double.search>[0]) => ({
      ...(await double.search(request)),
      unanswered: 1,
    }),
  };
  let site: TestSite;
  let whole: TestSite;
  beforeAll(async () => {
    site = await openSite({ search: partial });
    whole = await openSite({ search: double });
  });
  afterAll(async () => {
    await site.close();
    await whole.close();
  });

  test('says on the page that hits may be missing', async () => {
    const { $, status } = await site.get('/search?q=评查');
    expect(status).toBe(200);
    expect($('[role="alert"]').text()).toContain('结果不全');
    expect($('.hit').length).toBe(3);
    expect((await whole.get('/search?q=评查')).$('main').text()).not.toContain('结果不全');
  });

  test('says so in the API', async () => {
    const complete = async (url: string): Promise<unknown> => {
      const answer: unknown = await (await fetch(`${url}/api/v1/search?q=评查`)).json();
      return typeof answer === 'object' && answer !== null && 'complete' in answer ? answer.complete : null;
    };
    expect([await complete(site.url), await complete(whole.url)]).toEqual([false, true]);
  });

  test.each(['/search.csv?q=评查', '/search.xlsx?q=评查', '/feeds/search.atom?q=评查'])(
    'is no table and no feed: %s',
    async (path) => {
      expect((await fetch(site.url + path)).status).toBe(503);
      expect((await fetch(whole.url + path)).status).toBe(200);
    },
  );

  test('says so at the command line', async () => {
    const request = plainRequest('评查', '2024-12-31');
    expect(totalLine(await partial.search(request))).toBe('共3条（有1台检索服务器没有应答，结果不全）');
    expect(totalLine(await double.search(request))).toBe('共3条');
  });
});
