import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasRefusalsAlone, parseQuery } from '../../../server/search/parse-query.ts';
import { processorTime } from '../../helpers/processor-time.ts';

/** The alternatives as text: + positive, - negative, "" literal. */
function shown(query: string): string {
  return parseQuery(query)
    .alternatives.map(({ all, none }) =>
      [
        ...all.map((term) => (term.literal ? `"${term.text}"` : term.text)),
        ...none.map((term) => `-${term.text}`),
      ].join(' '),
    )
    .join(' | ');
}

describe('parseQuery', () => {
  it.each([
    ['举报奖励', '举报奖励'],
    ['举报　奖励', '举报 奖励'],
    ['现予\n\n公布', '现予公布'],
    ['"评查 结果" 执法', '"评查 结果" 执法'],
    ['“评查结果”', '"评查结果"'],
    ['“三率”指标', '“三率”指标'],
    ['执法 -通知', '执法 -通知'],
    ['-2027年', '-2027年'.slice(1)],
    ['执法 OR 评查', '执法 | 评查'],
    ['OR', ''],
    ['执法 AND 评查', '执法 评查'],
    ['执法 NOT 通知', '执法 -通知'],
    ['AND', 'AND'],
    ['NOT', 'NOT'],
    ['执法 AND', '执法 AND'],
    ['2024 年 8 月 30 日', '2024年8月30日'],
    ['目 录', '目录'],
    ['执法 2024', '执法 2024'],
    ['，。 执法', '执法'],
    ['，。', ''],
    ['', ''],
    ['-', ''],
    ['"', ''],
  ])('%j reads as %j', (query, expected) => {
    expect(shown(query)).toBe(expected);
  });

  it.each([
    ['新政办发[2024]43号', 'number'],
    ['新政办发2024 43', 'number'],
    ['新政办发２０２４年４３号', 'number'],
    ['国务院令427号', 'number'],
    ['第239号令', 'number'],
    ['239号令', 'number'],
    ['政府239号令', 'number'],
    ['新政辦發〔2024〕43號', 'number'],
    ['239号令第十条', 'article'],
    ['20240913', 'date'],
    ['2024年43号', 'serial'],
    ['〔2024〕43号', 'serial'],
    ['43号', 'serial'],
    ['新政办发〔2024〕', 'series'],
    ['第十条', 'article'],
    ['第8条', 'article'],
    ['第八条第二款第（三）项', 'article'],
    ['行政处罚法第三十条', 'article'],
    ['2024年9月13日', 'date'],
    ['2024-09-13', 'date'],
    ['2024年9月', 'date'],
    ['2024', 'date'],
    ['二〇二四年', 'date'],
    ['《行政处罚法》', 'title'],
    ['《关于印发〈办法〉的通知》', 'title'],
  ])('%s is a %s', (query, kind) => {
    expect(parseQuery(query).reading?.kind).toBe(kind);
  });

  it.each([
    '举报奖励',
    '第八条例',
    '2024年2月30日',
    '9999',
    '《》',
    '执法 OR 2024年',
    '根据《行政处罚法》制定',
    '12024',
    '20241301',
    '1995年6',
    '部令2',
  ])('%s is plain text', (query) => {
    expect(parseQuery(query).reading).toBeNull();
  });

  it('reads anything that people type, without an error, quickly, as terms that are never empty', () => {
    const typed = fc.oneof(
      fc.string({ maxLength: 80 }),
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.stringMatching(/^[第条款项号年月日0-9一二〇〔〕《》"“” \-ORab]{0,60}$/u),
    );
    fc.assert(
      fc.property(typed, (query) => {
        const { alternatives } = parseQuery(query);
        for (const { all, none } of alternatives) {
          expect(all.length).toBeGreaterThan(0);
          for (const term of [...all, ...none]) expect(term.folded).not.toBe('');
        }
      }),
      { seed: 4, numRuns: 3000 },
    );
  });

  it('takes a time that grows with the length at most', () => {
    const cost = processorTime(() => {
      for (const unit of ['第', '2024年', '"', '- ', '〔', '《', '新政办发']) parseQuery(unit.repeat(200_000));
    });
    expect(cost).toBeLessThan(1000);
  });
});

describe('hasRefusalsAlone', () => {
  it.each([
    ['-举报', true],
    ['-举报 -奖励', true],
    ['NOT 举报', true],
    ['-"一案一奖 制度"', true],
    ['-举报 OR NOT 奖励', true],
    ['备案 -目录', false],
    ['-目录 备案', false],
    ['-', false],
    ['-，', false],
    ['2024-09-13', false],
    ['', false],
  ])('%s: %s', (query, expected) => {
    expect(hasRefusalsAlone(query)).toBe(expected);
  });
});
