import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isSameDocument, likeness } from '../../../ingest/store/same-document.ts';
import type { Comparable } from '../../../ingest/store/same-document.ts';

describe('likeness', () => {
  test.each([
    ['甲办法', '甲办法', 2, 1],
    ['关于印发《甲奖励办法》的通知', '甲奖励办法', 2, 1],
    ['甲办法（试行）', '甲办法(试行)', 2, 1],
    ['甲乙丙丁', '甲乙戊己', 2, 1 / 3],
    ['甲', '甲', 2, 0],
    ['甲办法', '', 2, 0],
  ])('of %s and %s by runs of %i characters', (left, right, size, share) => {
    expect(likeness(left, right, size)).toBe(share);
  });

  const text = fc.string({ unit: fc.constantFrom('甲', '乙', '丙', '办法'), maxLength: 30 });

  test('is a share, the same both ways for texts of two lengths, and whole for a part of a text', () => {
    fc.assert(
      fc.property(text, text, fc.integer({ min: 1, max: 4 }), (left, right, size) => {
        const share = likeness(left, right, size);
        expect(share).toBeGreaterThanOrEqual(0);
        expect(share).toBeLessThanOrEqual(1);
        if (left.length !== right.length) expect(likeness(right, left, size)).toBe(share);
        expect([0, 1]).toContain(likeness(left, left + right, size));
      }),
      { seed: 61, numRuns: 500 },
    );
  });
});

describe('isSameDocument', () => {
  const appearance = (sourceId: number, title: string, text: string): Comparable => ({
    sourceId,
    title,
    titleKey: title,
    fingerprint: text,
    text: () => text,
  });
  const body = '各州、市人民政府要加强领导，落实责任，保障经费，并于年底以前报告办理结果。';
  const other = '有关单位应当建立台账，逐项销号，每季度通报一次进展，逾期未办结的要说明理由。';

  test.each([
    ['equal words under other titles', '甲通知', body, '乙通知', body, true],
    ['one title over other words', '甲通知', body, '甲通知', other, true],
    [
      'a notice and the regulation that it promulgates',
      '关于印发《甲奖励办法》的通知',
      body,
      '甲奖励办法',
      other,
      true,
    ],
    ['two notices of one office', '关于加强防汛工作的通知', body, '关于做好造林绿化的通知', other, false],
    ['a text with a new beginning', '甲通知', body, '乙意见', `${other}${body}`, true],
  ])('%s', (_what, title, text, otherTitle, otherText, same) => {
    expect(isSameDocument(appearance(1, title, text), appearance(2, otherTitle, otherText))).toBe(same);
    expect(isSameDocument(appearance(2, otherTitle, otherText), appearance(1, title, text))).toBe(same);
  });

  test('inside one file only equal words make one document of two', () => {
    expect(isSameDocument(appearance(1, '甲通知', body), appearance(1, '甲通知', other))).toBe(false);
    expect(isSameDocument(appearance(1, '甲通知', body), appearance(1, '乙通知', body))).toBe(true);
  });
});
