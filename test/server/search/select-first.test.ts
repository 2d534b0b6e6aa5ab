import fc from 'fast-check';
import { expect, it } from 'vitest';
import { selectFirst } from '../../../server/search/select-first.ts';

it('gives the beginning of the sorted list, equals in the order in which they come', () => {
  const item = fc.record({ key: fc.integer({ min: 0, max: 9 }), id: fc.integer() });
  const compare = (a: { key: number }, b: { key: number }) => a.key - b.key;
  fc.assert(
    fc.property(fc.array(item, { maxLength: 80 }), fc.integer({ min: 0, max: 12 }), (items, count) => {
      expect(selectFirst(items, count, compare)).toEqual([...items].sort(compare).slice(0, count));
    }),
    { seed: 12, numRuns: 500 },
  );
});
