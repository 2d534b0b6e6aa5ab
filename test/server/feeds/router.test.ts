import { load } from 'cheerio';
import type { CheerioAPI } from 'cheerio';
import express from 'express';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFeedRouter } from '../../../server/feeds/router.ts';
import { fixtureServices, searchDouble } from '../../helpers/fixture-services.ts';
import { listen } from '../../helpers/http.ts';
import type { Listening } from '../../helpers/http.ts';

const search = searchDouble(2);
let site: Listening;

beforeAll(async () => {
  site = await listen(express().use(createFeedRouter(fixtureServices({ search }))));
});

afterAll(() => site.close());

async function feed(address: string): Promise<CheerioAPI> {
  const response = await fetch(site.url + address);
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toContain('application/atom+xml');
  return load(await response.text(), { xml: true });
}

describe('feeds', () => {
  it('tells of new documents, newest first, with absolute addresses', async () => {
    const $ = await feed('/feeds/documents.atom');
    expect($('entry > id').first().text()).toBe(`${site.url}/documents/xinzhengbanfa-2024-43`);
    expect($('entry')).toHaveLength(3);
    expect($('feed > updated').text()).toBe('2024-09-03T00:00:00.000Z');
    expect($('feed > link[rel=self]').attr('href')).toBe(`${site.url}/feeds/documents.atom`);
  });

  it('tells of repeals with the clause', async () => {
    const $ = await feed('/feeds/repeals.atom');
    expect($('entry > title').text()).toBe('《新疆维吾尔自治区行政执法案卷管理规定》2024-10-15起废止');
    expect($('entry > summary').text()).toContain('《新疆维吾尔自治区行政执法案卷管理规定》同时废止。');
    expect($('entry > id').text()).toMatch(/\/register\/.+\?on=2024-10-15$/u);
  });

  it('follows a saved search, newest first', async () => {
    const $ = await feed('/feeds/search.atom?q=评查&status=in_force');
    expect(search.asked.at(-1)).toMatchObject({ q: '评查', status: ['in_force'], sort: 'date' });
    expect($('feed > link[rel=alternate]').attr('href')).toContain('/search?q=');
    expect($('entry > title').first().text()).toContain('第三条');
  });

  it('says what is wrong with a search', async () => {
    const response = await fetch(`${site.url}/feeds/search.atom?on=x`);
    expect([response.status, await response.text()]).toEqual([
      400,
      'on: 应是日历上的日子（1800-01-01 至 2200-12-31，写作 2024-09-15）\n',
    ]);
  });

  it('marks last days in a calendar', async () => {
    const response = await fetch(`${site.url}/feeds/expiring.ics`);
    expect(response.headers.get('content-type')).toContain('text/calendar');
    expect(await response.text()).toContain('DTSTART;VALUE=DATE:20290902');
  });
});

describe('for search engines', () => {
  it('lists every page once: a held document by its text, a named one by its entry', async () => {
    const response = await fetch(`${site.url}/sitemap.xml`);
    const $ = load(await response.text(), { xml: true });
    const addresses = $('loc')
      .toArray()
      .map((element) => $(element).text().replace(site.url, ''));
    expect(new Set(addresses).size).toBe(addresses.length);
    expect(addresses).toContain('/documents/xinzhengbanfa-2024-43');
    expect(addresses).not.toContain('/register/xinzhengbanfa-2024-43');
    expect(addresses.filter((address) => address.startsWith('/register/')).length).toBe(4);
    expect(addresses).toContain('/catalogues/2024/2');
    expect((await fetch(`${site.url}/sitemap-2.xml`)).status).toBe(404);
    expect(await (await fetch(`${site.url}/robots.txt`)).text()).toContain(`Sitemap: ${site.url}/sitemap.xml`);
  });
});
