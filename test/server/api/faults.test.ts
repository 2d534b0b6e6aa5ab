import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../../../server/app.ts';
import { fixtureServices, searchDouble } from '../../helpers/fixture-services.ts';
import { listen } from '../../helpers/http.ts';
import type { Listening } from '../../helpers/http.ts';

const search = searchDouble(45);
let site: Listening;

beforeAll(async () => {
  site = await listen(createApp(fixtureServices({ search })));
});
afterAll(() => site.close());

const faultOf = async (path: string, init?: RequestInit): Promise<[number, unknown]> => {
  const response = await fetch(site.url + path, init);
  const body: unknown = await response.json();
  return [response.status, body];
};

const fault = (message: unknown, code = 'invalid_parameter'): unknown => ({ error: { code, message } });

describe('what is wrong with a question', () => {
  it.each([
    ['search?limit=x', 'limit: 应是数字'],
    ['search?limit=1.5', 'limit: 应是整数'],
    ['search?limit=0', 'limit: 不能小于1'],
    ['search?limit=101', 'limit: 不能大于100'],
    ['search?sort=best', 'sort: 应是 relevance、date、number 之一'],
    ['search?q=a&q=b', 'q: 应是文字'],
    [`search?q=${'a'.repeat(1001)}`, 'q: 不能长于1000个字符'],
    ['documents?kind=news', 'kind: 应是 act、report 之一'],
    ['validity', 'ref: 必须给出'],
    ['validity?ref=', 'ref: 必须给出'],
    ['catalogues/2024/5', 'quarter: 不能大于4'],
    ['search?status=bogus', expect.stringMatching(/^status: 应是 in_force、.*unknown 之一$/u)],
  ])('%s is told in words: %s', async (query, message) => {
    expect(await faultOf(`/api/v1/${query}`)).toEqual([400, fault(message)]);
  });

  it.each(['2024-02-30', '9999-12-31', '0001-01-01', '2024-9-3', 'x'])(
    '%s is no day to ask for, anywhere',
    async (day) => {
      const message = 'on: 应是日历上的日子（1800-01-01 至 2200-12-31，写作 2024-09-15）';
      for (const path of ['search?q=x&', 'documents?', 'validity?ref=x&', 'catalogues/2024/2?'])
        expect(await faultOf(`/api/v1/${path}on=${day}`)).toEqual([400, fault(message)]);
      const table = await fetch(`${site.url}/expiring.csv?on=${day}`);
      expect([table.status, await table.text()]).toEqual([400, `${message}\n`]);
    },
  );

  it.each([
    ['{"text":5}', 'text: 应是文字', 'invalid_parameter'],
    ['{}', 'text: 必须给出', 'invalid_parameter'],
    ['[]', '正文应是对象', 'invalid_parameter'],
    ['{"text"', '正文不是 JSON', 'entity_parse_failed'],
  ])('the body %s is told in words: %s', async (body, message, code) => {
    const headers = { 'Content-Type': 'application/json' };
    expect(await faultOf('/api/v1/validity/check', { method: 'POST', headers, body })).toEqual([
      400,
      fault(message, code),
    ]);
  });

  it('a field that is left empty is not given', async () => {
    const empty = 'on=&status=&authority=&type=&year=&issue=&limit=&offset=&sort=';
    expect((await fetch(`${site.url}/api/v1/search?q=评查&${empty}`)).status).toBe(200);
    const asked = search.asked.at(-1);
    await fetch(`${site.url}/api/v1/search?q=评查`);
    expect(asked).toEqual(search.asked.at(-1));
    for (const path of [
      'search.csv?q=评查&',
      'feeds/search.atom?q=评查&',
      'register.csv?q=&held=&',
      'expiring.csv?days=&',
    ])
      expect((await fetch(`${site.url}/${path}${empty}`)).status, path).toBe(200);
  });
});

describe('another method than an address takes', () => {
  it.each([
    ['POST', '/api/v1/search', 'GET, HEAD'],
    ['GET', '/api/v1/validity/check', 'POST'],
    ['DELETE', '/api/v1/documents/x', 'GET, HEAD'],
    ['POST', '/search', 'GET, HEAD'],
    ['PUT', '/validity', 'GET, HEAD, POST'],
  ])('%s %s is 405 and says what is allowed', async (method, path, allow) => {
    const response = await fetch(site.url + path, { method });
    expect([response.status, response.headers.get('allow')]).toEqual([405, allow]);
  });

  it('is called so on a page', async () => {
    const page = await (await fetch(`${site.url}/search`, { method: 'POST' })).text();
    expect(page).toContain('<h1>此处不能提交</h1>');
  });
});
