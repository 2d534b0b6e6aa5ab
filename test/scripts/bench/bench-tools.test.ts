import { describe, expect, it } from 'vitest';
import { inTurn, median, quantile } from '../../../scripts/bench/measure.ts';
import { plot } from '../../../scripts/bench/plot.ts';
import { sampleDocuments, sampleQueries } from '../../../scripts/bench/queries.ts';
import { toJson } from '../../../scripts/bench/report.ts';
import { askInTurn, searchFigures } from '../../../scripts/bench/search.ts';
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

describe('measuring searches', () => {
  it('puts each query to all ways before the next, another way first each time, and leaves the first queries out', async () => {
    const asked: string[] = [];
    const way = (name: string) => (q: string) => {
      asked.push(`${name}${q}`);
      return Promise.resolve(asked.length);
    };
    const times = await askInTurn(['1', '2', '3', '4'], [way('a'), way('b'), way('c')], 1);
    expect(asked).toEqual(['a1', 'b1', 'c1', 'b2', 'c2', 'a2', 'c3', 'a3', 'b3', 'a4', 'b4', 'c4']);
    expect(times).toEqual([
      [6, 8, 10],
      [4, 9, 11],
      [5, 7, 12],
    ]);
  });

  it('sets the same API times beside both references, each of which is named', () => {
    const figures = searchFigures({ api: [13, 13, 13], stock: [10, 10, 10], engine: [2, 2, 2] });
    expect(figures.map(({ what, value, referenceValue }) => [what, value, referenceValue])).toEqual([
      ['API search p50', 13, 10],
      ['API search p95', 13, 10],
      ['API search p99', 13, 10],
      ['API search p50', 13, 2],
      ['API search p95', 13, 2],
      ['API search p99', 13, 2],
    ]);
    expect(new Set(figures.map(({ reference }) => reference)).size).toBe(2);
    expect(figures.map(({ promise }) => promise)).toEqual(['≤ 1.3', undefined, '≤ 1.5', '≤ 1.3', undefined, '≤ 1.5']);
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

  it('name each document once: a page that is asked for again is not made anew', () => {
    const store = fixtureStore();
    const held = store.prepare<[], { id: string }>('SELECT id FROM documents').all();
    expect(sampleDocuments(store, 50).sort()).toEqual(held.map(({ id }) => id).sort());
    expect(sampleDocuments(store, 2)).toHaveLength(2);
    store.close();
  });
});
