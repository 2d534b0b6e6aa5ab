import { describe, expect, test } from 'vitest';
import { emptyAdvice } from '../../../server/pages/empty-advice.ts';
import { plainRequest } from '../../../server/search/plain-request.ts';
import type { SearchService } from '../../../server/search/search-types.ts';
import { searchDouble } from '../../helpers/fixture-services.ts';

const REQUEST = plainRequest('', '2026-01-01');

const TITLES = ['新疆维吾尔自治区安全生产条例', '新疆维吾尔自治区消防条例'];

/** A search that finds nothing and suggests the titles that begin with what is typed, and all of them for zz, the first letters of many words; `asked` remembers what that was. */
function searchOfTitles(): SearchService & { typed: string[] } {
  const typed: string[] = [];
  return {
    ...searchDouble(0),
    typed,
    suggest: (prefix) => {
      typed.push(prefix);
      return TITLES.filter((title) => title.startsWith(prefix) || /^z+$/u.test(prefix)).map((text) => ({
        type: 'title',
        text,
        url: '/x',
      }));
    },
  };
}

describe('emptyAdvice', () => {
  test.each([
    ['新疆维吾尔自治区安全生产条列', ['新疆维吾尔自治区安全生产条例']],
    ['《新疆维吾尔自治区消防安全若干规定（试行）》', ['新疆维吾尔自治区消防条例']],
    ['新疆维吾尔自治区水法', TITLES],
    ['西藏', []],
    ['新疆zzz', TITLES],
    ['zzqqq', []],
    ['zz新疆', []],
    ['新', []],
  ])('names titles that share the longest beginning with %s, asking a few times', async (q, titles) => {
    const search = searchOfTitles();
    const advice = await emptyAdvice(search, { ...REQUEST, q });
    expect(advice.titles.map(({ title }) => title)).toEqual(titles);
    expect(search.typed.length).toBeLessThanOrEqual(5);
  });

  test('says how much is found without each filter', async () => {
    const double = searchDouble(0);
    const search: SearchService = {
      ...double,
      search: async (request) => ({ ...(await double.search(request)), total: request.year.length === 0 ? 7 : 0 }),
    };
    const advice = await emptyAdvice(search, { ...REQUEST, q: '评查', year: [1999], type: ['通知'] });
    expect(advice.without).toEqual([{ name: 'year', value: '1999', count: 7 }]);
  });
});
