import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { totalLine } from '../../../ingest/terminal/hit-lines.ts';
import { MOST_FACET_VALUES } from '../../../server/api/schemas/search.ts';
import { MOST_LISTED } from '../../../server/search/search-limits.ts';
import { plainRequest } from '../../../server/search/plain-request.ts';
import type { SearchRequest, SearchService } from '../../../server/search/search-types.ts';
import { FIXTURE_TODAY, searchDouble } from '../../helpers/fixture-services.ts';
import { openSite } from '../../helpers/site.ts';
import type { TestSite } from '../../helpers/site.ts';
import { ApiClient } from '../api/api-client.ts';

const TOTAL = 52_340;

/** Finds very many, of which the first 990 can be had: copies of a passage are one hit. */
function manyHits(): SearchService {
  const listed = searchDouble(MOST_LISTED - 10);
  return {
    ...listed,
    search: async (request: SearchRequest) => ({
      ...(await listed.search(request)),
      total: TOTAL,
      totalIsExact: false,
    }),
  };
}

describe('a search of very many hits', () => {
  let site: TestSite;
  beforeAll(async () => {
    site = await openSite({ search: manyHits() });
  });
  afterAll(() => site.close());

  test('is told as about so many, with what can be listed and what to do', async () => {
    const { $ } = await site.get('/search?q=人民政府');
    expect($('.result-line').text()).toContain(`约${TOTAL}处`);
    expect($('.hits-column').text()).toContain(`只列出前${MOST_LISTED}处`);
    expect($('.pagination a').last().attr('href')).toBe('/search?q=%E4%BA%BA%E6%B0%91%E6%94%BF%E5%BA%9C&page=2');
    const pages = $('.pagination li')
      .toArray()
      .map((item) => $(item).text().trim());
    expect(pages).toContain(String(MOST_LISTED / 20));
    expect(pages).not.toContain(String(Math.ceil(TOTAL / 20)));
  });

  test('says on a page behind the last hit that there are no more', async () => {
    const { $, status } = await site.get('/search?q=人民政府&year=2024&page=60');
    expect(status).toBe(200);
    expect($('.hits-column').text()).toContain('这一页没有内容');
    const last = `/search?q=%E4%BA%BA%E6%B0%91%E6%94%BF%E5%BA%9C&year=2024&page=${MOST_LISTED / 20}`;
    expect($('a:contains(回到最后一页)').attr('href')).toBe(last);
    expect((await site.get('/search?q=人民政府')).$('.hits-column').text()).not.toContain('这一页没有内容');
  });

  test('says so in the API, and leads no further than to the last page that has hits', async () => {
    const api = await ApiClient.of(site.url);
    const first = await api.get('/api/v1/search', '/api/v1/search?q=a&limit=100');
    expect(first.body).toMatchObject({ total: TOTAL, totalIsExact: false });
    expect(first.headers.get('link')).toContain('offset=100>; rel="next"');
    const last = await api.get('/api/v1/search', `/api/v1/search?q=a&limit=100&offset=${MOST_LISTED - 100}`);
    expect(last.headers.get('link')).not.toContain('rel="next"');
  });

  test('leaves the site as a table of what can be listed, with the whole number beside it', async () => {
    const { headers, html } = await site.get('/search.csv?q=a');
    expect(headers.get('x-total-count')).toBe(String(TOTAL));
    expect(html.match(/第三条/gu)).toHaveLength(MOST_LISTED - 10);
  });

  test('is told so at the command line', async () => {
    const answer = await manyHits().search(plainRequest('a', FIXTURE_TODAY));
    expect(totalLine(answer)).toBe(`约${TOTAL}条，只列得出前${MOST_LISTED}条，加词可以缩小范围`);
  });
});

describe('a search whose hits stand in very many issues', () => {
  const issue = Array.from({ length: 500 }, (_, index) => ({
    value: `i-${index}`,
    label: `第${index}期`,
    count: 500 - index,
    selected: index === 400,
  }));
  const double = searchDouble(3);
  const search: SearchService = {
    ...double,
    search: async (request) => {
      const answer = await double.search(request);
      return { ...answer, facets: { ...answer.facets, issue } };
    },
  };

  test('offers the first of them and the chosen one, on the page and in the API', async () => {
    const site = await openSite({ search });
    const { $ } = await site.get('/search?q=a&issue=i-400');
    const labels = $('.facets li a')
      .toArray()
      .map((link) => $(link).text());
    expect(labels).toHaveLength(61);
    expect(labels[0]).toContain('第400期');
    expect($('.facets').text()).toContain('另有439项未列出');
    const { body } = await (await ApiClient.of(site.url)).get('/api/v1/search', '/api/v1/search?q=a&issue=i-400');
    await site.close();
    expect(body).toHaveProperty('facets.issue.length', MOST_FACET_VALUES + 1);
    expect(body).toHaveProperty(`facets.issue.${MOST_FACET_VALUES}.value`, 'i-400');
  });
});
