import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatChineseNumber, parseChineseNumber } from '../../../ingest/text/chinese-numerals.ts';
import { formatChineseDigits } from './chinese-digits.ts';

describe('parseChineseNumber', () => {
  it.each([
    ['一', 1],
    ['十', 10],
    ['十二', 12],
    ['二十', 20],
    ['廿三', 23],
    ['卅', 30],
    ['一百', 100],
    ['一百零五', 105],
    ['一百一十', 110],
    ['一百一十二', 112],
    ['四百〇三', 403],
    ['一千零二十', 1020],
    ['一千二百六十', 1260],
    ['一万二千', 12000],
    ['三万零五', 30005],
    ['两', 2],
    ['二〇二四', 2024],
    ['二○○八', 2008],
    ['一九九六', 1996],
    ['二零零八', 2008],
    ['壹佰贰拾', 120],
    ['12', 12],
    ['１２', 12],
    ['零', 0],
  ])('reads %s', (text, number) => expect(parseChineseNumber(text)).toBe(number));

  it.each(['', '百', '一百五', '十十', '二三十', '一千一千', '甲', '第三', '一点五', '万', '一百零', '零十', '1二a'])(
    'refuses %s',
    (text) => expect(parseChineseNumber(text)).toBeNull(),
  );

  it('reads back every number that formatChineseNumber writes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999 }), (n) => {
        expect(parseChineseNumber(formatChineseNumber(n))).toBe(n);
      }),
      { seed: 1 },
    );
  });

  it('reads back every year that formatChineseDigits writes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1000, max: 9999 }), (n) => {
        expect(parseChineseNumber(formatChineseDigits(n))).toBe(n);
      }),
      { seed: 2 },
    );
  });

  it('is safe with any string', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
        const n = parseChineseNumber(text);
        expect(n === null || Number.isSafeInteger(n)).toBe(true);
      }),
      { seed: 3 },
    );
  });
});

describe('formatChineseNumber', () => {
  it.each([
    [8, '八'],
    [10, '十'],
    [19, '十九'],
    [105, '一百零五'],
    [120, '一百二十'],
    [1010, '一千零一十'],
    [10000, '一万'],
    [10500, '一万零五百'],
  ])('writes %i', (n, text) => expect(formatChineseNumber(n)).toBe(text));

  it('refuses what cannot be counted', () => {
    expect(() => formatChineseNumber(-1)).toThrow(RangeError);
    expect(() => formatChineseNumber(1.5)).toThrow(RangeError);
  });
});
