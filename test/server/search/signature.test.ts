import fc from 'fast-check';
import { expect, it } from 'vitest';
import { mayHold, probeOf, signatureOf } from '../../../server/search/signature.ts';

it('never denies a run that the text has', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 }),
      fc.nat(),
      fc.nat(30),
      (text, at, length) => {
        const run = text.slice(at % text.length, (at % text.length) + length);
        expect(mayHold(signatureOf(text), probeOf(run))).toBe(true);
      },
    ),
    { seed: 13, numRuns: 500 },
  );
});

it('denies most runs that the text does not have', () => {
  const characters = (from: number, count: number) =>
    Array.from({ length: count }, (_, at) => String.fromCharCode(0x4e00 + ((from + at * 7919) % 4000)));
  const table = signatureOf(characters(1, 3000).join(''));
  const others = Array.from({ length: 500 }, (_, at) =>
    characters(at * 31 + 5, 4)
      .reverse()
      .join(''),
  );
  expect(others.filter((run) => mayHold(table, probeOf(run))).length).toBeLessThan(50);
});
