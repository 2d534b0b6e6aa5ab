import { expect, test } from 'vitest';
import { withQuery } from '../../../server/pages/urls.ts';

test.each([
  ['/search', { q: '举报', year: [2023, 2024] }, '/search?q=%E4%B8%BE%E6%8A%A5&year=2023&year=2024'],
  ['/documents/x#art-8', { on: '2024-10-15' }, '/documents/x?on=2024-10-15#art-8'],
  ['/register?q=a', { on: '2024-10-15' }, '/register?q=a&on=2024-10-15'],
  ['/documents/x?q=a#art-8/para-2', { on: null }, '/documents/x?q=a#art-8/para-2'],
  ['/documents/x', { on: null, q: '', page: undefined }, '/documents/x'],
  ['', { q: 'a' }, '?q=a'],
])('%s with %j is %s', (address, query, expected) => {
  expect(withQuery(address, query)).toBe(expected);
});
