import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldText } from '../../../ingest/index/fold-text.ts';
import { cropText } from '../../../server/search/crop.ts';
import { highlightText } from '../../../server/search/highlight.ts';
import { queryMarks } from '../../../server/search/query-marks.ts';

const marked = (text: string, terms: string[]): string[] =>
  highlightText(text, terms.map(foldText)).map(({ start, end }) => text.slice(start, end));

describe('highlightText', () => {
  it.each([
    ['现予公布,自2024年10月15日起施行。', ['公布自2024'], ['公布,自2024']],
    ['评查结果应当公开。\n评查结果', ['评查结果'], ['评查结果', '评查结果']],
    ['新政办发〔2024〕43号', ['新政办发[2024]43号'], ['新政办发〔2024〕43号']],
    ['行政執法與評查', ['行政执法', '评查'], ['行政執法', '評查']],
    ['甲乙甲乙甲', ['甲乙甲'], ['甲乙甲乙甲']],
    ['𠮷野家', ['𠮷'], ['𠮷']],
    ['无', ['有'], []],
  ])('%j for %j', (text, terms, expected) => {
    expect(marked(text, terms)).toEqual(expected);
  });

  it('holds every occurrence in exactly one mark, in order and apart', () => {
    const text = fc.stringMatching(/^[甲乙丙1２，。〔 \n]{0,40}$/u);
    const terms = fc.array(fc.stringMatching(/^[甲乙丙12]{1,4}$/u), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(text, terms, (printed, wanted) => {
        const marks = highlightText(printed, wanted.map(foldText));
        marks.forEach((mark, index) => {
          expect(mark.end).toBeGreaterThan(mark.start);
          expect(mark.start).toBeGreaterThanOrEqual(marks[index - 1]?.end ?? 0);
        });
        for (let start = 0; start < printed.length; start++) {
          for (let end = start + 1; end <= printed.length; end++) {
            const isOccurrence = wanted.some((term) => foldText(printed.slice(start, end)) === foldText(term));
            const tight = foldText(printed.charAt(start)) !== '' && foldText(printed.charAt(end - 1)) !== '';
            if (!isOccurrence || !tight) continue;
            expect(marks.filter((mark) => mark.start <= start && mark.end >= end)).toHaveLength(1);
          }
        }
      }),
      { seed: 6, numRuns: 500 },
    );
  });
});

describe('highlightText before another text', () => {
  it('marks the end of a text where a run goes on into the next', () => {
    const next = (): string => '第四条 本办法';
    expect(highlightText('结果应当公开。', [foldText('公开第四条')], next)).toEqual([{ start: 4, end: 6 }]);
    expect(highlightText('结果应当公开。', [foldText('公开第五条')], next)).toEqual([]);
    expect(highlightText('第2024', [foldText('2024')], () => '5年')).toEqual([{ start: 1, end: 5 }]);
    expect(highlightText('第2024', [foldText('20245')], () => '5年')).toEqual([]);
  });

  it('asks for the next text only where a run may go on there', () => {
    const next = (): string => {
      throw new Error('not needed');
    };
    expect(highlightText('结果应当公开。', ['应当'], next)).toEqual([{ start: 2, end: 4 }]);
  });
});

describe('cropText', () => {
  const sentence = `${'依照有关法律、法规的规定办理'.repeat(4)}。`;
  const text = `${sentence.repeat(4)}举报人应当保密。${sentence.repeat(4)}`;

  it('shows the sentence of the mark, from its beginning to the end of one', () => {
    const marks = highlightText(text, ['举报人']);
    const crop = cropText(text, marks);
    const shown = text.slice(crop.start, crop.end);
    expect(shown.startsWith('举报人应当保密。')).toBe(true);
    expect(shown.endsWith('。')).toBe(true);
    expect(shown.length).toBeLessThan(320);
  });

  it('shows a short text whole', () => {
    expect(cropText('举报人应当保密。', [])).toEqual({ start: 0, end: 8 });
  });

  it('always lies within the text', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 800 }), fc.nat(800), (printed, at) => {
        const start = Math.min(at, printed.length);
        const crop = cropText(printed, [{ start, end: Math.min(printed.length, start + 3) }], 60);
        expect(crop.start).toBeGreaterThanOrEqual(0);
        expect(crop.end).toBeLessThanOrEqual(printed.length);
        expect(crop.end).toBeGreaterThanOrEqual(crop.start);
      }),
      { seed: 7 },
    );
  });
});

describe('queryMarks', () => {
  it.each([
    ['新政办发2024 43', ['新政办发2024¦43号']],
    ['举报 奖励 -通知', ['举报', '奖励']],
    ['《行政处罚法》', ['行政处罚法']],
    ['。', []],
  ])('%s', (query, marks) => {
    expect(queryMarks(query)).toEqual(marks);
  });
});
