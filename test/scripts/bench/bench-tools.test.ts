import { describe, expect, it } from 'vitest';
import { inTurn, median, quantile } from '../../../scripts/bench/measure.ts';
import { plot } from '../../../scripts/bench/plot.ts';
import { sampleQueries } from '../../../scripts/bench/queries.ts';
import { toJson } from '../../../scripts/bench/report.ts';
import { fixtureStore } from '../../helpers/fixture-issue.ts';

describe('measuring', () => {
  it('tells medians and quantiles whatever the order, and that there is none of nothing', () => {
    const values = [5, 1, 4, 2, 3];
    expect(median(values)).toBe(3);
    expect(quantile(values, 0.99)).toBe(5);
    expect(values).toEqual([5, 1, 4, 2, 3]);
    expect(median([])).toBeNaN();
  });

  it('runs two jobs in turn', async () => {
    const order: string[] = [];
    const [first, second] = await inTurn(
      () => order.push('a'),
      () => order.push('b'),
      { warm: 1, counted: 2 },
    );
    expect(order.join('')).toBe('ababab');
    expect(first.ms).toBeGreaterThanOrEqual(0);
    expect(second.cpuMs).toBeGreaterThanOrEqual(0);
  });

  it('gives each figure its ratio', () => {
    const figure = { what: 'a', value: 3, unit: 'ms', reference: 'b', referenceValue: 2 };
    expect(JSON.parse(toJson({ bench: 'x', on: 'y', figures: [figure] }))).toMatchObject({ figures: [{ ratio: 1.5 }] });
  });
});

describe('a plot', () => {
  const svg = plot('题 <1>', 'x', 'y', [
    { name: 'level', points: [100, 1000, 10_000].map((x) => ({ x, y: 30 })) },
    { name: 'climbing', points: [100, 1000, 10_000].map((x) => ({ x, y: x })) },
  ]);
  const heights = (line: number): number[] => {
    const drawn = [...svg.matchAll(/<path d="([^"]+)" fill="none"/gu)][line]?.[1] ?? '';
    return drawn
      .split(/[ML]/u)
      .filter((point) => point !== '')
      .map((point) => Number(point.split(' ')[1]));
  };

  it('draws a cost that stays as a level line and one that grows as a climbing one', () => {
    expect(new Set(heights(0)).size).toBe(1);
    const climbing = heights(1);
    expect(climbing).toEqual(climbing.toSorted((a, b) => b - a));
    expect(new Set(climbing).size).toBe(3);
  });

  it('escapes its words and keeps every point inside the picture', () => {
    expect(svg).toContain('题 &lt;1>');
    for (const [, x, y] of svg.matchAll(/<circle cx="([\d.]+)" cy="([\d.]+)"/gu)) {
      expect(Number(x)).toBeGreaterThan(0);
      expect(Number(x)).toBeLessThan(640);
      expect(Number(y)).toBeGreaterThan(0);
      expect(Number(y)).toBeLessThan(360);
    }
  });
});

describe('sample queries', () => {
  it('are cut from the archive, the same for the same seed', () => {
    const store = fixtureStore();
    const queries = sampleQueries(store, 50, 3);
    expect(sampleQueries(store, 50, 3)).toEqual(queries);
    expect(sampleQueries(store, 50, 4)).not.toEqual(queries);
    const numbers = store
      .prepare<[], { number: string }>('SELECT document_number AS number FROM documents')
      .all()
      .map(({ number }) => number);
    expect(queries.filter((query) => numbers.includes(query))).not.toHaveLength(0);
    store.close();
  });
});
