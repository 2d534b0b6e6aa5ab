import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { processorTime } from '../../helpers/processor-time.ts';
import { regulation } from './draft.ts';

describe('the facts of any text', () => {
  const word = fc.constantFrom(
    ...[
      '《',
      '》',
      '〈',
      '〉',
      '（',
      '）',
      '甲法',
      '办法',
      '第三条',
      '、',
      '，',
      '。',
      '废止',
      '同时废止',
      '根据',
      '制定本办法',
      '自2024年1月1日起施行',
      '有效期',
      '5年',
      '国发〔2019〕5号',
      '令第5号',
      '附件',
      '：',
      '一、',
      '1.',
      ' ',
      '\t',
      '修改为',
      '以下简称',
      '同法第九条',
      '至',
      '2024年2月30日',
    ],
  );

  it('are read without a fault, with spans in order', () => {
    fc.assert(
      fc.property(fc.array(fc.array(word, { maxLength: 14 }), { maxLength: 5 }), (lines) => {
        const facts = regulation(
          '甲市管理办法',
          lines.map((parts) => parts.join('')),
        );
        for (const { citation, evidence } of facts.relations) {
          expect(citation.span.end).toBeGreaterThanOrEqual(citation.span.start);
          expect(evidence.span.end).toBeGreaterThanOrEqual(evidence.span.start);
          expect(citation.title !== null || citation.documentNumber !== null).toBe(true);
        }
      }),
      { seed: 9, numRuns: 400 },
    );
  });

  it('are read twice alike', () => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 40 }), (parts) => {
        expect(regulation('甲办法', [parts.join('')])).toEqual(regulation('甲办法', [parts.join('')]));
      }),
      { seed: 10, numRuns: 100 },
    );
  });

  it.each([
    '《',
    '（',
    '《甲法》',
    '（《',
    '废止',
    '《甲法》废止',
    '根据《甲法》，',
    '自2024年1月1日起施行',
    '有效期',
    '有效期5年',
    '第三条、',
    '国发〔2019〕5号',
    '1国发〔2019〕5号关于',
    '本办法自',
    '同法第九条',
    '一、',
    ' ',
    '：',
    '至',
    '2024年1月1日',
  ])('of 200,000 characters of %s costs little', (piece) => {
    const used = processorTime(() => {
      regulation('甲办法', [piece.repeat(200_000 / piece.length)]);
    });
    expect(used).toBeLessThan(10_000);
  });
});
