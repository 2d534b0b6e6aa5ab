import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rowsOfLines } from '../../../ingest/text/rows-of-lines.ts';

describe('rowsOfLines', () => {
  it('reads cells that begin beside the serial', () => {
    expect(rowsOfLines([1, 2, 3, 4, 5], [1, 2, 4], 0)).toEqual([0, 1, 1, 2, 2]);
  });

  it('reads cells in whose middle the serial stands', () => {
    expect(rowsOfLines([1, 2, 3, 4, 5, 6], [2, 5], 0)).toEqual([0, 0, 0, 1, 1, 1]);
    expect(rowsOfLines([1, 1.5, 2, 3, 3.5, 4, 5], [1.5, 3.5, 5], 0)).toEqual([0, 0, 0, 1, 1, 1, 2]);
  });

  it('reads cells that end beside the serial', () => {
    expect(rowsOfLines([1, 2, 3, 4, 5], [2, 5], 0)).toEqual([0, 0, 1, 1, 1]);
  });

  it('takes what stands closer together for one row where two readings fit', () => {
    expect(rowsOfLines([5, 6, 7, 9, 11, 12, 13, 15], [6, 9, 12, 15], 0)).toEqual([0, 0, 0, 1, 2, 2, 2, 3]);
  });

  it('gives every line one row, in order, whatever stands where', () => {
    const places = fc.uniqueArray(fc.nat(200), { minLength: 1, maxLength: 40 });
    const sorted = (some: readonly number[]): number[] => [...some].sort((one, other) => one - other);
    fc.assert(
      fc.property(places, places, (more, rows) => {
        const lines = sorted([...new Set([...more, ...rows])]);
        const reading = rowsOfLines(lines, sorted(rows), 0);
        expect(reading).toHaveLength(lines.length);
        expect(reading).toEqual(sorted(reading));
        expect(reading.every((row) => row >= 0 && row < rows.length)).toBe(true);
      }),
      { seed: 11 },
    );
  });
});
