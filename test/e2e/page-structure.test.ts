import { load } from 'cheerio';
import type { CheerioAPI } from 'cheerio';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { PAGES } from './helpers/pages.ts';

const site = inject('siteUrl');
const pages = new Map<string, { $: CheerioAPI; policy: string }>();

beforeAll(async () => {
  for (const path of Object.values(PAGES)) {
    const response = await fetch(site + encodeURI(path), { headers: { accept: 'text/html' } });
    pages.set(path, { $: load(await response.text()), policy: response.headers.get('content-security-policy') ?? '' });
  }
});

function page(path: string): { $: CheerioAPI; policy: string } {
  const found = pages.get(path);
  if (found === undefined) throw new Error(`${path} was not fetched`);
  return found;
}

describe.each(Object.entries(PAGES))('%s', (_name, path) => {
  it('says where one is: language, title, one h1', () => {
    const { $ } = page(path);
    expect($('html').attr('lang')).toBe('zh-CN');
    expect($('title').text().trim().length).toBeGreaterThan(2);
    expect($('h1')).toHaveLength(1);
    expect($('h1').text().trim()).not.toBe('');
  });

  it('has a skip link to its main landmark, a banner, a navigation and a footer', () => {
    const { $ } = page(path);
    expect($('body > a').first().attr('href')).toBe('#main');
    for (const landmark of ['main#main', 'body > header', 'nav[aria-label]', 'body > footer']) {
      expect($(landmark).length, landmark).toBeGreaterThan(0);
    }
  });

  it('names its navigations, and no heading skips a level', () => {
    const { $ } = page(path);
    expect($('main')).toHaveLength(1);
    const names = $('nav')
      .toArray()
      .map((nav) => $(nav).attr('aria-label') ?? '');
    expect(names.filter((name, index) => name === '' || names.indexOf(name) !== index)).toEqual([]);
    const levels = $('h1, h2, h3, h4, h5, h6')
      .toArray()
      .map((heading) => Number(heading.tagName.slice(1)));
    expect(levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1)).toEqual([]);
  });

  it('gives every table a caption and every heading cell a scope', () => {
    const { $ } = page(path);
    $('table').each((_index, table) => {
      expect($(table).find('> caption').text().trim(), $.html(table).slice(0, 200)).not.toBe('');
    });
    expect(
      $('th:not([scope])')
        .toArray()
        .map((cell) => $.html(cell)),
    ).toEqual([]);
  });

  it('gives every field a label', () => {
    const { $ } = page(path);
    const bare = $('input:not([type=hidden]), select, textarea').filter((_index, field) => {
      const id = $(field).attr('id');
      const labelled = $(field).attr('aria-label') !== undefined || $(field).closest('label').length > 0;
      return !labelled && (id === undefined || $(`label[for="${id}"]`).length === 0);
    });
    expect(bare.toArray().map((field) => $.html(field))).toEqual([]);
  });

  it('runs no script and no style of its own, and its policy forbids them', () => {
    const { $, policy } = page(path);
    expect(policy).toContain("default-src 'self'");
    expect(policy).not.toContain('unsafe');
    expect($('script:not([src]):not([type="application/ld+json"])')).toHaveLength(0);
    expect($('style, [style]')).toHaveLength(0);
    const handlers = $('*').filter((_index, element) =>
      Object.keys($(element).attr() ?? {}).some((name) => /^on[a-z]/u.test(name)),
    );
    expect(handlers).toHaveLength(0);
  });

  it('repeats no id', () => {
    const { $ } = page(path);
    const ids = $('[id]')
      .toArray()
      .map((element) => $(element).attr('id') ?? '');
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });
});

describe('for search engines', () => {
  it('every page of the sitemap answers, and names itself as canonical', async () => {
    const sitemap = load(await (await fetch(`${site}/sitemap.xml`)).text(), { xml: true });
    const addresses = sitemap('loc')
      .toArray()
      .map((element) => sitemap(element).text());
    expect(addresses.length).toBeGreaterThan(100);
    const sample = addresses.filter((address, index) => index % 7 === 0 || address.includes('/documents/'));
    for (const address of sample) {
      const response = await fetch(address);
      expect(response.status, address).toBe(200);
      const $ = load(await response.text());
      expect($('meta[name=robots]').attr('content') ?? '', address).not.toContain('noindex');
      expect(new URL($('link[rel=canonical]').attr('href') ?? '', site).href, address).toBe(address);
    }
  }, 60_000);

  it('a document carries its Legislation metadata', () => {
    const { $ } = page(PAGES['document with chapters'] ?? '');
    const data: unknown = JSON.parse($('script[type="application/ld+json"]').text());
    expect(data).toMatchObject({
      '@type': ['Legislation', 'eli:LegalResource'],
      legislationIdentifier: '新发改规〔2024〕4号',
    });
  });

  it('every feed that a page names is a feed', async () => {
    const alternates = [...pages.values()].flatMap(({ $ }) =>
      $('link[rel=alternate]')
        .toArray()
        .map((link) => [$(link).attr('href') ?? '', $(link).attr('type') ?? ''] as const),
    );
    expect(alternates.length).toBeGreaterThan(0);
    for (const [href, type] of new Map(alternates)) {
      const response = await fetch(new URL(href, site));
      expect(response.status, href).toBe(200);
      expect(response.headers.get('content-type'), href).toContain(type);
    }
  });
});
