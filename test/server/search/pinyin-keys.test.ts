import { describe, expect, it } from 'vitest';
import { pinyinKeys, soundGrade } from '../../../server/search/pinyin-keys.ts';

describe('pinyinKeys', () => {
  it('reads a text by its words, and letters and digits one by one', () => {
    expect(pinyinKeys('行政执法')).toEqual({ full: 'xingzhengzhifa', initials: 'xzzf', syllables: [0, 4, 9, 12] });
    expect(pinyinKeys('银行').full).toBe('yinhang');
    expect(pinyinKeys('drg付费').full).toBe('drgfufei');
    expect(pinyinKeys('')).toEqual({ full: '', initials: '', syllables: [] });
  });
});

describe('soundGrade', () => {
  it.each([
    ['xzzf', 2],
    ['xingzhengzhifa', 2],
    ['xz', 3],
    ['xingz', 3],
    ['zzf', 4],
    ['zhengzhi', 4],
    ['zf', null],
    ['engzhi', null],
    ['fa', null],
  ])('grades %j as %j of 行政执法', (typed, grade) => {
    expect(soundGrade(pinyinKeys('行政执法'), typed)).toBe(grade);
  });
});
