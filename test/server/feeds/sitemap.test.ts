import { describe, expect, it } from 'vitest';
import { robotsTxt, sitemapIndexXml, sitemapXml } from '../../../server/feeds/sitemap.ts';

describe('sitemapXml', () => {
  it('gives absolute addresses, escaped, with the day when known', () => {
    const xml = sitemapXml(
      [
        { path: '/issues/xinjiang-2024-17-18', lastModified: '2024-09-15' },
        { path: '/search?a=1&b=2', lastModified: null },
      ],
      'http://127.0.0.1:3000',
    );
    expect(xml).toContain(
      '<url><loc>http://127.0.0.1:3000/issues/xinjiang-2024-17-18</loc><lastmod>2024-09-15</lastmod></url>',
    );
    expect(xml).toContain('<url><loc>http://127.0.0.1:3000/search?a=1&amp;b=2</loc></url>');
  });

  it('numbers the files of an index from one', () => {
    expect(sitemapIndexXml(2, 'https://x')).toContain('<loc>https://x/sitemap-2.xml</loc>');
  });
});

describe('robotsTxt', () => {
  it('names the sitemap and keeps robots out of endless questions', () => {
    expect(robotsTxt('https://x').split('\n')).toEqual([
      'User-agent: *',
      'Disallow: /search',
      'Disallow: /api/',
      'Allow: /',
      '',
      'Sitemap: https://x/sitemap.xml',
      '',
    ]);
  });
});
