import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatChineseNumber } from '../../../ingest/text/chinese-numerals.ts';
import {
  addDays,
  addMonths,
  addYears,
  daysBetween,
  findDates,
  isIsoDate,
  parseDate,
} from '../../../ingest/text/dates.ts';
import { processorTime } from '../../helpers/processor-time.ts';
import { formatChineseDigits } from './chinese-digits.ts';

const anyDay = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2100-12-31'), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10));

const partsOf = (day: string): [number, number, number] => {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  return [year, month, date];
};

describe('parseDate', () => {
  it.each([
    ['2024年8月23日', '2024-08-23'],
    ['２０２４年８月２３日', '2024-08-23'],
    ['2024 年 8 月 23 日', '2024-08-23'],
    ['2024　年8月　3日', '2024-08-03'],
    ['二〇二四年八月二十三日', '2024-08-23'],
    ['一九九六年六月二十九日', '1996-06-29'],
    ['二○○八年十月一日', '2008-10-01'],
    ['二00八年十二月卅一日', '2008-12-31'],
    ['二OO八年十月十日', '2008-10-10'],
    ['2017-04-25', '2017-04-25'],
    ['2017.4.25', '2017-04-25'],
    ['2017/4/5', '2017-04-05'],
    ['2024年2月29日', '2024-02-29'],
  ])('reads %s', (text, day) => expect(parseDate(text)).toBe(day));

  it.each([
    '2024年2月30日',
    '2023年2月29日',
    '2024年13月1日',
    '2024年8月',
    '8月23日',
    '印发之日',
    '',
    '2024年8月23日起',
    '1.2.3',
  ])('refuses %s', (text) => expect(parseDate(text)).toBeNull());

  it('reads back every day in each spelling', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const [y, m, d] = partsOf(day);
        expect(parseDate(`${y}年${m}月${d}日`)).toBe(day);
        expect(parseDate(day)).toBe(day);
        expect(parseDate(`${formatChineseDigits(y)}年${formatChineseNumber(m)}月${formatChineseNumber(d)}日`)).toBe(
          day,
        );
      }),
      { seed: 4 },
    );
  });
});

describe('findDates', () => {
  it('finds every day of a sentence with its place', () => {
    const text = '已经2024年8月23日自治区人民政府第29次常务会议通过，自2024年10月15日起施行。';
    expect(findDates(text)).toEqual([
      { date: '2024-08-23', raw: '2024年8月23日', start: 2, end: 12 },
      { date: '2024-10-15', raw: '2024年10月15日', start: 31, end: 42 },
    ]);
  });

  it('keeps a printed day that no calendar has, without a date', () => {
    expect(findDates('至2024年2月30日止')).toEqual([{ date: null, raw: '2024年2月30日', start: 1, end: 11 }]);
  });

  it('takes no decimal heading or version for a day', () => {
    expect(findDates('2.1.1 目标；版本2024.1；8.12.3.4；编号2017-04-255')).toEqual([]);
  });

  it('is safe with any string, and its spans are what it says', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('2024', '年', '八', '月', '1', '日', '-', '.', ' ', '〇', 'O', '甲')),
        (parts) => {
          const text = parts.join('');
          for (const found of findDates(text)) {
            expect(text.slice(found.start, found.end)).toBe(found.raw);
            expect(found.date === null || isIsoDate(found.date)).toBe(true);
          }
        },
      ),
      { seed: 5, numRuns: 500 },
    );
  });

  it('is linear on hostile text', () => {
    const used = processorTime(() => {
      for (const piece of ['2024年', '年', '1', '2024年1月', '2024-1-', '二〇二四年八月', ' '])
        findDates(piece.repeat(1_000_000 / piece.length));
    });
    expect(used).toBeLessThan(3000);
  });
});

describe('calendar', () => {
  it.each([
    [addDays('2024-02-28', 2), '2024-03-01'],
    [addDays('2024-03-01', -1), '2024-02-29'],
    [addMonths('2024-01-31', 1), '2024-02-29'],
    [addMonths('2024-11-15', 3), '2025-02-15'],
    [addMonths('2024-01-15', -1), '2023-12-15'],
    [addYears('2024-02-29', 1), '2025-02-28'],
    [addYears('2024-03-04', 5), '2029-03-04'],
  ])('gives %s', (made, expected) => expect(made).toBe(expected));

  it('adds and takes away the same days', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -5000, max: 5000 }), (day, n) => {
        expect(addDays(addDays(day, n), -n)).toBe(day);
      }),
      { seed: 6 },
    );
  });

  it('goes on behind the last year that is printed, and ends with the last one of four digits', () => {
    expect(addDays('2200-12-31', 1)).toBe('2201-01-01');
    expect(addDays(addDays('2200-12-31', 1), -1)).toBe('2200-12-31');
    expect(addYears(addYears('2200-02-28', 200), 200)).toBe('2600-02-28');
    expect(addYears('2200-01-01', 9000)).toBe('9999-12-31');
    expect(addDays('9999-12-31', 1)).toBe('9999-12-31');
    expect(addYears('1800-01-01', -9000)).toBe('1000-01-01');
    for (const none of ['2024-02-30', '2024-13-01', '2024-00-10', '24-01-01', ''])
      expect(() => addDays(none, 1)).toThrow(RangeError);
  });

  it('counts the days that it adds', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -5000, max: 5000 }), (day, n) => {
        expect(daysBetween(day, addDays(day, n))).toBe(n);
      }),
      { seed: 7 },
    );
  });

  it('knows a real day', () => {
    expect(['2024-02-29', '2023-02-29', '2024-2-9', '', '2024-00-10'].map(isIsoDate)).toEqual([
      true,
      false,
      false,
      false,
      false,
    ]);
    expect(() => addDays('2023-02-29', 1)).toThrow(RangeError);
  });
});
