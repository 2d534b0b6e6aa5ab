import { describe, expect, test } from 'vitest';
import { dayOf } from '../../../server/site/query-parameters.ts';

const TODAY = '2026-01-01';

describe('dayOf', () => {
  test.each([
    ['', { on: TODAY, isToday: true, carried: null, notice: null }],
    [TODAY, { on: TODAY, isToday: true, carried: null, notice: null }],
    ['1800-01-01', { on: '1800-01-01', isToday: false, carried: '1800-01-01', notice: null }],
    ['2200-12-31', { on: '2200-12-31', isToday: false, carried: '2200-12-31', notice: null }],
  ])('“%s” is a day to ask for', (asked, day) => {
    expect(dayOf(asked, TODAY)).toEqual(day);
  });

  test.each([
    ['2024-02-30', '“2024-02-30”不是日历上的日子'],
    ['2024-9-3', '“2024-9-3”不是日历上的日子'],
    ['２０２４-09-03', '“２０２４-09-03”不是日历上的日子'],
    ['9999-12-31', '“9999-12-31”不在可以查询的年份（1800年至2200年）之内'],
    ['0001-01-01', '“0001-01-01”不在可以查询的年份（1800年至2200年）之内'],
    ['x'.repeat(500), `“${'x'.repeat(40)}”不是日历上的日子`],
  ])('%s is told what it is, and today stands for it', (asked, words) => {
    expect(dayOf(asked, TODAY)).toEqual({
      on: TODAY,
      isToday: true,
      carried: null,
      notice: `${words}，以下按今日（${TODAY}）说明效力。`,
    });
  });
});
