import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openSite } from '../../helpers/site.ts';
import type { TestSite } from '../../helpers/site.ts';

const ORDER = '/documents/xinjiangweiwuerzizhiqurenminzhengfuling-239';

const PAGES = [
  '/',
  '/search',
  '/search?q=重点评查',
  '/documents',
  ORDER,
  `${ORDER}/articles/3`,
  `${ORDER}/source`,
  '/issues',
  '/issues/xinjiang-2024-17-18',
  '/issues/xinjiang-2024-17-18/source',
  '/catalogues',
  '/catalogues/all',
  '/catalogues/2024/2',
  '/coverage',
  '/register',
  '/repeals',
  '/expiring',
  '/validity',
  '/api',
];

describe('every page', () => {
  let site: TestSite;
  beforeAll(async () => {
    site = await openSite();
  });
  afterAll(() => site.close());

  test.each(PAGES)('%s is a whole page in Chinese with landmarks and one h1', async (path) => {
    const { status, headers, $ } = await site.get(path);
    expect(status).toBe(200);
    expect(headers.get('content-type')).toContain('text/html');
    expect($('html').attr('lang')).toBe('zh-CN');
    expect($('h1')).toHaveLength(1);
    expect($('title').text()).toContain('邸报');
    expect($('a.skip').attr('href')).toBe('#main');
    for (const landmark of ['header', 'main#main', 'footer', 'nav[aria-label]'])
      expect($(landmark).length, landmark).toBeGreaterThan(0);
  });

  test.each(PAGES)('%s has captions and scoped headings on every table', async (path) => {
    const { $ } = await site.get(path);
    for (const table of $('table').toArray()) {
      expect($(table).children('caption').text().trim(), path).not.toBe('');
      for (const heading of $(table).find('th').toArray())
        expect($(heading).attr('scope'), $(heading).text()).toMatch(/^(?:col|row)(?:group)?$/u);
    }
  });

  test.each(PAGES)('%s takes no longer question than search answers', async (path) => {
    const { $ } = await site.get(path);
    const boxes = $('form[action="/search"] input[name="q"][type="search"]').toArray();
    expect(boxes.length).toBeGreaterThan(0);
    for (const box of boxes) expect($(box).attr('maxlength')).toBe('1000');
  });

  test.each(PAGES)('%s has unique ids, and its own anchors lead somewhere', async (path) => {
    const { $ } = await site.get(path);
    const ids = $('[id]')
      .toArray()
      .map((element) => $(element).attr('id'));
    expect(new Set(ids).size).toBe(ids.length);
    for (const link of $('main a[href^="#"]').toArray())
      expect(ids).toContain(decodeURIComponent($(link).attr('href') ?? '').slice(1));
  });

  test.each(PAGES)('%s has no inline script or style, under a policy that forbids them', async (path) => {
    const { headers, $ } = await site.get(path);
    expect(headers.get('content-security-policy')).toContain("default-src 'self'");
    expect(headers.get('content-security-policy')).not.toContain('unsafe');
    expect($('script:not([src]):not([type="application/ld+json"])')).toHaveLength(0);
    expect($('style, [style], [onclick], [onload]')).toHaveLength(0);
  });

  test('every link of the site leads to a page', async () => {
    const seen = new Set<string>();
    for (const path of PAGES) {
      const { $ } = await site.get(path);
      for (const link of $('a[href^="/"], link[href^="/"], script[src^="/"]').toArray()) {
        seen.add(($(link).attr('href') ?? $(link).attr('src') ?? '').split('#')[0] ?? '');
      }
    }
    // The API page's examples ask the real archive.
    const pages = [...seen].filter((href) => !href.startsWith('/api/v1/'));
    for (const href of pages) expect((await site.get(href)).status, href).toBeLessThan(400);
  });

  test('the stylesheet and the script are cached for ever by their content', async () => {
    const { $ } = await site.get('/');
    for (const href of [$('link[rel="stylesheet"]').attr('href'), $('script[src]').attr('src')]) {
      const { status, headers } = await site.get(href ?? '');
      expect(status).toBe(200);
      expect(headers.get('cache-control')).toContain('immutable');
    }
  });

  test('the chosen text size comes from the cookie', async () => {
    expect((await site.get('/', { cookie: 'a=b; size=l' })).$('html').attr('data-size')).toBe('l');
    expect((await site.get('/', { cookie: 'size="><script>' })).$('html').attr('data-size')).toBeUndefined();
  });
});
