import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { engineFilter } from '../../../ingest/index/engine-filter.ts';

/** Reads `field IN ["a", "b"] AND …` back: a quoted string ends at the first quote that is not escaped. */
function readFilter(filter: string): Record<string, string[]> {
  const conditions: Record<string, string[]> = {};
  let at = 0;
  while (at < filter.length) {
    const head = /^(?: AND )?(\w+) IN \[/u.exec(filter.slice(at));
    if (!head) throw new Error(`no condition at ${at}: ${filter}`);
    at += head[0].length;
    const values: string[] = [];
    while (filter.charAt(at) !== ']') {
      const value = /^(?:"((?:[^"\\]|\\.)*)"|(-?[\d.e+]+))(?:, )?/su.exec(filter.slice(at));
      if (!value) throw new Error(`no value at ${at}: ${filter}`);
      values.push(value[1]?.replace(/\\(.)/gsu, '$1') ?? value[2] ?? '');
      at += value[0].length;
    }
    at += 1;
    conditions[head[1] ?? ''] = values;
  }
  return conditions;
}

describe('engineFilter', () => {
  it('takes any of several documents', () => {
    expect(engineFilter({ document: ['xinzhengbanfa-2024-43', 't-1'] })).toBe(
      'document IN ["xinzhengbanfa-2024-43", "t-1"]',
    );
  });

  it('is undefined when nothing filters', () => {
    expect(engineFilter({ document: [] })).toBeUndefined();
    expect(engineFilter({})).toBeUndefined();
  });

  it('lets no value be read as syntax', () => {
    const value = fc.oneof(
      fc.string(),
      fc.constantFrom('"', '\\', '\\"', '"] OR document EXISTS', '"]; DROP', '\n', 'a"b\\'),
    );
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 4 }), (document) => {
        expect(readFilter(engineFilter({ document }) ?? '')).toEqual({ document });
      }),
      { seed: 5, numRuns: 1000 },
    );
  });
});
