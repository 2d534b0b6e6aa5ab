import { expect, it } from 'vitest';
import { sitemapEntries, sitemapLength } from '../../../server/feeds/sitemap-entries.ts';
import { fixtureStore } from '../../helpers/fixture-issue.ts';

it('cuts the pages into stretches that lose and repeat none', () => {
  const store = fixtureStore();
  const all = sitemapEntries(store, { offset: 0, limit: 50_000 }).map(({ path }) => path);
  expect(all).toHaveLength(sitemapLength(store));
  expect(all).toContain('/documents/xinjiangweiwuerzizhiqurenminzhengfuling-239');
  expect(all).toContain('/issues/xinjiang-2024-17-18');
  for (const limit of [1, 4, 7]) {
    const stretches: string[] = [];
    for (let offset = 0; offset < all.length + limit; offset += limit) {
      stretches.push(...sitemapEntries(store, { offset, limit }).map(({ path }) => path));
    }
    expect(stretches, `by ${limit}`).toEqual(all);
  }
});
