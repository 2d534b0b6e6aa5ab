import { describe, expect, test } from 'vitest';
import type { IssuePlace } from '../../../ingest/store/queries/issues.ts';
import { seriesGaps } from '../../../server/pages/series-gaps.ts';

function issue(
  year: number | null,
  issueNumbers: number[],
  serialNumbers: number[],
  gazette: string | null = '甲公报',
): IssuePlace {
  return {
    id: `${year}-${issueNumbers.join('-')}`,
    title: '',
    gazette,
    year,
    issueNumbers,
    serialNumbers,
  };
}

describe('seriesGaps', () => {
  test('the serial numbers of the next year tell how many numbers a year had', () => {
    const [series] = seriesGaps([issue(2024, [17, 18], [987, 988]), issue(2023, [13, 14], [959, 960])]);
    expect(series?.years.map(({ year, held, missing, complete }) => ({ year, held, missing, complete }))).toEqual([
      { year: 2024, held: 2, missing: 16, complete: false },
      { year: 2023, held: 2, missing: 22, complete: true },
    ]);
    expect(series?.years[1]?.numbers.at(-1)).toEqual({ number: 24, serial: 970, href: null });
  });

  test('what is missing is said in words, with the serial numbers where they are known', () => {
    const [series] = seriesGaps([issue(2024, [4, 5], [104, 105]), issue(2023, [2], [])]);
    expect(series?.years.map(({ missingText }) => missingText)).toEqual(['第1—3期（总101—103期）', '第1期']);
    const [whole] = seriesGaps([issue(2024, [1], []), issue(2024, [2], []), issue(2024, [4], [])]);
    expect(whole?.years[0]?.missingText).toBe('第3期');
  });

  test('a year between two held ones is listed though nothing of it is held', () => {
    const [series] = seriesGaps([issue(2024, [1], []), issue(2022, [1], [])]);
    expect(series?.years.map(({ year, held }) => [year, held])).toEqual([
      [2024, 1],
      [2023, 0],
      [2022, 1],
    ]);
  });

  test('without serial numbers a year is known up to the last one held', () => {
    const [series] = seriesGaps([issue(2024, [3], [])]);
    expect(series?.years[0]).toMatchObject({ held: 1, missing: 2, complete: false });
  });

  test('issues without number or year are named apart; gazettes do not mix', () => {
    const series = seriesGaps([issue(null, [], [], null), issue(2024, [1], [1]), issue(2024, [2], [2], '乙公报')]);
    expect(series).toHaveLength(3);
    expect(series.find(({ gazette }) => gazette === '名称不明的公报')?.unplaced).toHaveLength(1);
  });

  test('a misread number cannot make an endless list', () => {
    const [series] = seriesGaps([issue(2024, [20241231], [5])]);
    expect(series?.years[0]?.numbers.length).toBeLessThanOrEqual(400);
  });
});
