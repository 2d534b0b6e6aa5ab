import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openStore } from '../../../../ingest/store/open-store.ts';
import { holding } from '../../../../ingest/store/queries/like-pattern.ts';

test('a pattern finds exactly the texts that hold what was asked for, whatever characters it has', () => {
  const store = openStore(':memory:');
  const like = store.prepare<[string, string], number>("SELECT ? LIKE ? ESCAPE '\\'").pluck();
  const text = fc.string({ unit: fc.constantFrom('办', '法', '%', '_', '\\', '5', ' '), maxLength: 6 });
  try {
    fc.assert(
      fc.property(text, text, (held, asked) => {
        expect(like.get(held, holding(asked))).toBe(held.includes(asked) ? 1 : 0);
      }),
      { seed: 52, numRuns: 2000 },
    );
  } finally {
    store.close();
  }
});
