import { expect, test } from 'vitest';
import { paginationView } from '../../../server/pages/pagination.ts';
import { withQuery } from '../../../server/pages/urls.ts';
import type { Query } from '../../../server/pages/urls.ts';

const shape = (current: number, count: number): string =>
  paginationView(current, count, (page) => `/${page}`)
    .pages.map(({ number, gap, current: here }) => (gap ? '…' : here ? `[${number}]` : String(number)))
    .join(' ');

test('first, last and two to each side, gaps between', () => {
  expect(shape(1, 1)).toBe('[1]');
  expect(shape(5, 10)).toBe('1 … 3 4 [5] 6 7 … 10');
  expect(shape(1, 10)).toBe('[1] 2 3 … 10');
  expect(shape(10, 10)).toBe('1 … 8 9 [10]');
});

test('one page is no list of pages; the ends have no way on', () => {
  expect(paginationView(1, 1, String).many).toBe(false);
  expect(paginationView(1, 2, String)).toMatchObject({ many: true, previous: null, next: '2' });
  expect(paginationView(2, 2, String)).toMatchObject({ previous: '1', next: null, beyond: null });
});

test('a page behind the last one leads back to it; an empty list has no last page', () => {
  expect(paginationView(9, 2, String)).toMatchObject({ beyond: '2', previous: null, next: null });
  expect(paginationView(9, 0, String).beyond).toBeNull();
});

test('the neighbours of a page say the places they begin from, the first page none', () => {
  const href = (page: number, place: Query = {}): string => withQuery('/x', { page, ...place });
  const places = { previous: { before: 'b' }, next: { after: 'a' } };
  expect(paginationView(2, 5, href, places)).toMatchObject({ previous: '/x?page=1', next: '/x?page=3&after=a' });
  expect(paginationView(4, 5, href, places)).toMatchObject({
    previous: '/x?page=3&before=b',
    next: '/x?page=5&after=a',
  });
  expect(paginationView(5, 5, href, places).next).toBeNull();
});
