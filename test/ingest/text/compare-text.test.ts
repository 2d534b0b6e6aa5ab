import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareText } from '../../../ingest/text/compare-text.ts';

test('orders any texts totally, as sorting without it does', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 4 }), { maxLength: 12 }), (texts) => {
      expect([...texts].sort(compareText)).toEqual([...texts].sort());
      for (const a of texts) for (const b of texts) expect(compareText(a, b)).toBe(0 - compareText(b, a));
    }),
    { seed: 51, numRuns: 300 },
  );
});
