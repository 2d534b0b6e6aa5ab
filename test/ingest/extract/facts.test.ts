import { describe, expect, it } from 'vitest';
import { factsOf } from './draft.ts';
import type { PartText } from './draft.ts';

describe('an order (令) and the regulation it promulgates', () => {
  const facts = factsOf({
    title: '甲省行政执法案卷评查办法',
    authority: '甲省人民政府令',
    number: '第239号',
    parts: [
      {
        kind: 'notice',
        title: '',
        lines: [
          [
            'promulgation',
            '《甲省行政执法案卷评查办法》已经2024年8月23日省人民政府第71次常务会议通过，现予公布，自2024年10月15日起施行。',
          ],
          ['signature', '省　长　　王　浩'],
          ['date', '2024年8月30日'],
        ],
      },
      {
        kind: 'regulation',
        title: '甲省行政执法案卷评查办法',
        lines: ['第一条 制定本办法。', '第二十三条 本办法自2024年10月15日起施行。'],
      },
    ],
  });

  it('has the number of authority and serial', () => expect(facts.documentNumber?.value).toBe('甲省人民政府令第239号'));
  it('is issued by the authority in its heading', () =>
    expect(facts.issuingAuthorities.map(({ value }) => value)).toEqual(['甲省人民政府']));
  it('is signed', () => expect(facts.signatory?.value).toBe('王浩'));
  it('keeps the meeting, the signature and the commencement apart', () =>
    expect([facts.adoptionDate?.value, facts.promulgationDate?.value, facts.effectiveDate?.value]).toEqual([
      '2024-08-23',
      '2024-08-30',
      '2024-10-15',
    ]));
  it('has the type of the regulation', () => expect(facts.documentType).toBe('办法'));
  it('gives no warning', () => expect(facts.warnings).toEqual([]));
  it('cites nothing, for it names only itself', () => expect(facts.relations).toEqual([]));
});

describe('document numbers', () => {
  it.each<[string, string | undefined, string | undefined, string | null]>([
    ['甲市委办公室印发《关于推进工作的意见》的通知(甲办发〔2017〕2号)', undefined, undefined, '甲办发〔2017〕2号'],
    ['中国证券监督管理委员会公告〔2017〕13号', undefined, undefined, '中国证券监督管理委员会公告〔2017〕13号'],
    ['甲指导意见', '〔2017〕13号', '中国证券监督管理委员会公告', '中国证券监督管理委员会公告〔2017〕13号'],
    ['关于修改《甲办法》（甲政发〔2010〕3号）的通知', undefined, undefined, null],
    ['商务部公告2020年第48号 关于废止部分公告的公告', undefined, undefined, '商务部公告2020年第48号'],
    ['甲条例', '十四届第九号', '甲省人民代表大会常务委员会公告', '甲省人民代表大会常务委员会公告〔十四届〕第九号'],
  ])('of %s %s', (title, number, authority, expected) => {
    const facts = factsOf({
      title,
      ...(number === undefined ? {} : { number }),
      ...(authority === undefined ? {} : { authority }),
      parts: [{ kind: 'notice', title, lines: ['请遵照执行。'] }],
    });
    expect(facts.documentNumber?.value ?? null).toBe(expected);
  });
});

describe('evidence', () => {
  it('quotes the passage that stands at its span', () => {
    const title = '甲市人民政府关于印发《甲办法》的通知';
    const lines: PartText['lines'] = [
      ['title', title],
      '根据《乙法》第三条，制定本办法。',
      '本办法自2024年7月1日起施行。',
      ['signature', '甲市人民政府'],
      ['date', '2024年5月1日'],
    ];
    const source = ['甲政发〔2024〕5号'].concat(lines.map((line) => (typeof line === 'string' ? line : line[1])));
    const text = `${title}\n${source[0] ?? ''}\n\n${source.slice(1).join('\n')}\n`;
    const facts = factsOf({ title, number: '甲政发〔2024〕5号', parts: [{ kind: 'notice', title: '', lines }] });
    const all = [
      facts.documentNumber,
      facts.effectiveDate,
      facts.promulgationDate,
      ...facts.issuingAuthorities,
      ...facts.aliases,
    ];
    for (const fact of all) {
      if (!fact) throw new Error('a fact is missing');
      expect(text.slice(fact.span.start, fact.span.end)).toBe(fact.raw);
      expect(fact.rule).toMatch(/^[a-z-]+\/[a-z-]+$/u);
    }
    for (const relation of facts.relations)
      expect(text.slice(relation.citation.span.start, relation.citation.span.end)).toBe(relation.citation.raw);
  });
});
