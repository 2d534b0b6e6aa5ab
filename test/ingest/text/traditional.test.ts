import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holdsTraditional, toSimplifiedUnits } from '../../../ingest/text/traditional.ts';

describe('holdsTraditional', () => {
  it.each([
    ['國務院關於發布本國標準的命令', true],
    ['第一條　為了加強管理', true],
    ['国务院关于公布《历史文化名城保护条例》的通知', false],
    ['', false],
  ])('%s: %s', (text, expected) => {
    expect(holdsTraditional(text)).toBe(expected);
  });
});

describe('toSimplifiedUnits', () => {
  it.each([
    ['國務院關於「一九五五年度國家預算」的決定', '国务院关于“一九五五年度国家预算”的决定'],
    ['第一條　本條例自公佈之日起施行。', '第一条　本条例自公布之日起施行。'],
    ['財政廳（56）財字第12號批覆', '财政厅（56）财字第12号批复'],
    ['目　錄', '目　录'],
  ])('%s', (printed, read) => {
    expect(toSimplifiedUnits(printed)).toBe(read);
  });

  it('keeps the place of every character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.constantFrom('國務院', '𠀀條', 'A號'), (text, more) => {
        expect(toSimplifiedUnits(text + more)).toHaveLength(text.length + more.length);
      }),
      { seed: 1955 },
    );
  });
});
