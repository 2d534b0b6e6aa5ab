import { describe, expect, it } from 'vitest';
import { findMonthsAndYears } from '../../../ingest/text/months-and-years.ts';

describe('findMonthsAndYears', () => {
  it.each([
    ['执行至2025年底。', [[null, '2025-12-31', '2025年底']]],
    ['至二〇二四年末', [[null, '2024-12-31', '二〇二四年末']]],
    ['有效期至2024年2月底', [[null, '2024-02-29', '2024年2月底']]],
    [
      '自2021年6月起至2023年2月',
      [
        ['2021-06-01', '2021-06-30', '2021年6月'],
        ['2023-02-01', '2023-02-28', '2023年2月'],
      ],
    ],
    ['２０２２年１２月份', [['2022-12-01', '2022-12-31', '２０２２年１２月份']]],
    ['2021年6月15日', []],
    ['2021 年 6 月 15 日', []],
    ['二〇二一年六月十五日', []],
    ['2021年度', []],
    ['2021年第3号', []],
    ['2021年13月', []],
    ['12021年6月', []],
  ])('%s', (text, expected) =>
    expect(findMonthsAndYears(text).map(({ first, last, raw }) => [first, last, raw])).toEqual(expected),
  );
});
