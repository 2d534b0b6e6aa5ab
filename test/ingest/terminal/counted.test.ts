import { expect, test } from 'vitest';
import { counted } from '../../../ingest/terminal/counted.ts';

test.each([
  [0, '0 documents'],
  [1, '1 document'],
  [2, '2 documents'],
])('%i is written %s', (count, words) => {
  expect(counted(count, 'document')).toBe(words);
});

test('a word that does not just take an s has its own', () => {
  expect([1, 2].map((count) => counted(count, 'catalogue entry', 'catalogue entries'))).toEqual([
    '1 catalogue entry',
    '2 catalogue entries',
  ]);
});
