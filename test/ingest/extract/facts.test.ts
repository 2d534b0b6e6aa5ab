import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ParagraphRole } from '../../../ingest/segment/document-draft.ts';
import { factsOf, regulation } from './draft.ts';
import type { PartText } from './draft.ts';
import { processorTime } from '../../helpers/processor-time.ts';

const notice = (lines: PartText['lines'], title = '甲市人民政府关于加强管理的通知'): ReturnType<typeof factsOf> =>
  factsOf({ title, number: '甲政发〔2024〕5号', parts: [{ kind: 'notice', title, lines }] });

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

describe('the meeting that adopted a text', () => {
  const adopted = (kind: PartText['kind'], line: PartText['lines'][number]): string | undefined =>
    factsOf({ title: '甲条例', parts: [{ kind, title: '甲条例', lines: [line, '第一条 制定本条例。'] }] }).adoptionDate
      ?.value;

  it.each<[string, string | undefined]>([
    ['《甲条例》已由甲省第十四届人民代表大会常务委员会第九次会议于2024年5月30日通过，现予公布。', '2024-05-30'],
    ['《甲条例》已于2024年5月30日经甲市第十五届人民代表大会常务委员会第九次会议修订通过,现予以公布。', '2024-05-30'],
    ['经2024年5月30日市人民政府第41次常务会议讨论通过，现公布如下：', '2024-05-30'],
    ['经2024年5月30日市人民政府第41次常务会议审议通过，市人民政府决定：', '2024-05-30'],
    ['现将2024年5月30日市政府第41次常务会议议定事项通知如下：', undefined],
    ['《甲条例》已由省人民代表大会常务委员会会议通过，现予公布，自2024年7月1日起施行。', undefined],
  ])('is read from an announcement: %s', (line, expected) => expect(adopted('regulation', line)).toBe(expected));

  it('is read from a notice and from the 题注, not from an article', () => {
    expect(adopted('notice', '已经2024年8月23日市人民政府第71次常务会议审议通过。')).toBe('2024-08-23');
    expect(adopted('regulation', ['title_note', '（2024年8月23日市人民政府第71次常务会议通过）'])).toBe('2024-08-23');
    expect(adopted('regulation', '第二条 2024年8月23日村民会议通过的方案。')).toBeUndefined();
  });
});

describe('signatories', () => {
  it.each([
    ['自治区主席 艾尔肯·吐尼亚孜', '艾尔肯·吐尼亚孜'],
    ['省长：王浩', '王浩'],
    ['部　长　　李小鹏', '李小鹏'],
    ['市长 陈吉宁', '陈吉宁'],
    ['主 任  张 三', '张三'],
    ['代省长 李四', '李四'],
    ['甲省人民政府办公厅', null],
    ['甲市发展改革委员会主任办公会议', null],
  ])('%s', (line, name) => {
    const facts = notice([
      ['signature', line],
      ['date', '2024年5月1日'],
    ]);
    expect(facts.signatory?.value ?? null).toBe(name);
  });
});

describe('issuing authorities', () => {
  it.each<[string[], string[]]>([
    [
      ['甲省发展改革委', '甲省财政厅'],
      ['甲省发展改革委', '甲省财政厅'],
    ],
    [['甲省发展改革委  国网甲省电力有限公司'], ['甲省发展改革委', '国网甲省电力有限公司']],
    [['农业 农村 部'], ['农业农村部']],
    [['甲市人民政府　　乙市人民政府'], ['甲市人民政府', '乙市人民政府']],
    [['最高人民法院'], ['最高人民法院']],
  ])('%j', (lines, names) => {
    const signed = lines.map((line): [ParagraphRole, string] => ['signature', line]);
    expect(notice([...signed, ['date', '2024年5月1日']]).issuingAuthorities.map(({ value }) => value)).toEqual(names);
  });

  it('takes no office whose holder is not printed for a body', () => {
    expect(
      notice(
        [
          ['signature', '省长'],
          ['date', '2010年12月25日'],
        ],
        '甲规定',
      ).issuingAuthorities,
    ).toEqual([]);
  });

  it('falls back to the title', () => {
    expect(
      notice([], '国家安全监管总局 财政部关于印发《甲办法》的通知').issuingAuthorities.map(({ value }) => value),
    ).toEqual(['国家安全监管总局', '财政部']);
  });

  it.each([
    ['（1986年12月3日国务院批准 1986年12月25日公安部公布）', ['公安部']],
    ['（2021年7月30日北京市第十五届人民代表大会常务委员会第三十二次会议通过）', ['北京市人民代表大会常务委员会']],
    ['（2012年3月31日最高人民法院审判委员会第1545次会议通过）', ['最高人民法院']],
    [
      '（2018年4月23日苏州市人民政府令第145号发布；2020年4月21日苏州市人民政府令第153号第一次修正）',
      ['苏州市人民政府'],
    ],
    ['（2006年9月8日中华人民共和国国务院令第475号公布）', ['国务院']],
    ['（1995年3月1日公安部、海关总署令第3号发布）', ['公安部', '海关总署']],
    ['（2019年5月1日修订）', []],
  ])('falls back to the 题注 %s', (note, names) => {
    const facts = regulation('甲规定', [['title_note', note], '第一条 为了加强管理，制定本规定。']);
    expect(facts.issuingAuthorities.map(({ value }) => value)).toEqual(names);
    expect(facts.issuingAuthorities.every(({ raw }) => note.includes(raw))).toBe(true);
  });

  it('is empty with a warning when nobody is named', () => {
    const facts = notice([], '2024年提升年活动方案');
    expect(facts.issuingAuthorities).toEqual([]);
    expect(facts.warnings.map(({ code }) => code)).toContain('authority_missing');
  });

  it('finds a signature that lost its lines', () => {
    const facts = notice(['请遵照执行。 附件：目录 平潭综合实验区管委会 2017年4月25日 附件 目录'], '关于甲的通知');
    expect([facts.issuingAuthorities[0]?.value, facts.promulgationDate?.value]).toEqual([
      '平潭综合实验区管委会',
      '2017-04-25',
    ]);
  });
});

describe('a page of one line', () => {
  it('has its signatory and its day behind the last sentence', () => {
    const facts = notice(['现予公布,自2006年8月1日起施行。 部 长 李盛霖 二○○六年七月五日']);
    expect([facts.signatory?.value, facts.promulgationDate?.value]).toEqual(['李盛霖', '2006-07-05']);
  });
});

describe('document numbers', () => {
  it.each<[string, string | undefined, string | undefined, string | null]>([
    ['甲市委办公室印发《关于推进工作的意见》的通知(甲办发〔2017〕2号)', undefined, undefined, '甲办发〔2017〕2号'],
    ['中国证券监督管理委员会公告〔2017〕13号', undefined, undefined, '中国证券监督管理委员会公告〔2017〕13号'],
    ['甲指导意见', '〔2017〕13号', '中国证券监督管理委员会公告', '中国证券监督管理委员会公告〔2017〕13号'],
    ['关于修改《甲办法》（甲政发〔2010〕3号）的通知', undefined, undefined, null],
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

describe('dates', () => {
  it('computes from the signature what the text hangs on it', () => {
    const facts = notice([
      '本通知自印发之日起30日后施行，有效期3年。',
      ['signature', '甲市人民政府'],
      ['date', '2024年5月1日'],
    ]);
    expect(facts.effectiveDate).toMatchObject({
      value: '2024-05-31',
      certainty: 'computed',
      raw: '自印发之日起30日后施行',
    });
    expect(facts.expiryDate).toMatchObject({ value: '2027-05-30', certainty: 'computed', raw: '有效期3年' });
  });

  it.each([
    ['第九条 本办法自2023年6月5日起施行，2028年6月4日失效。', 'stated'],
    ['第九条 本办法自2023年6月5日起施行，自2028年6月5日起自行失效。', 'computed'],
  ])('takes the last day before a day of ending: %s', (line, certainty) => {
    const { expiryDate } = regulation('甲市管理办法', [line]);
    expect(expiryDate).toMatchObject({ value: '2028-06-04', certainty });
  });

  it.each([
    ['（2003年12月30日部务会议通过 2004年1月9日国土资源部令第23号公布 自2004年3月1日起施行）', '2004-01-09'],
    ['（1966年3月15日国务院批准 1966年4月19日交通部发布施行）', '1966-04-19'],
    ['（1998年12月24日国务院第12次常务会议通过，根据2011年1月8日发布的国务院令第588号《甲决定》修正）', undefined],
  ])('takes the day of 公布 from the 题注: %s', (note, expected) => {
    const lines: PartText['lines'] = [['title_note', note], '第一条 制定本办法。'];
    const facts = factsOf({ title: '甲办法', parts: [{ kind: 'regulation', title: '甲办法', lines }] });
    expect(facts.promulgationDate?.value).toBe(expected);
  });

  it('does not take the number of a decision that revised the text for its own', () => {
    const note =
      '（2002年3月28日卫生部令第27号发布 根据2017年12月26日《甲委员会关于修改〈乙办法〉等7件规章的决定》（甲委员会令第18号）第二次修订）';
    const lines: PartText['lines'] = [['title_note', note], '第一条 制定本办法。'];
    const facts = factsOf({ title: '丙办法', parts: [{ kind: 'regulation', title: '丙办法', lines }] });
    expect(facts.documentNumber?.value).toBe('卫生部令第27号');
    expect(facts.relations.map(({ type }) => type)).not.toContain('amends');
  });

  it('reads a number that stands before the title', () => {
    const title = '法释〔2016〕27号关于审理甲案件若干问题的解释';
    const facts = factsOf({ title, parts: [{ kind: 'regulation', title, lines: ['第一条 甲。'] }] });
    expect(facts.documentNumber).toMatchObject({ value: '法释〔2016〕27号', rule: 'document-number/start-of-title' });
  });

  it('prefers the regulation to the notice that covers it', () => {
    const facts = factsOf({
      title: '关于印发《甲办法》的通知',
      parts: [
        { kind: 'notice', title: '', lines: ['本通知自印发之日起执行。', ['date', '2024年5月1日']] },
        { kind: 'regulation', title: '甲办法', lines: ['第九条 本办法自2024年7月1日起施行，有效期2年。'] },
      ],
    });
    expect([facts.effectiveDate?.value, facts.expiryDate?.value]).toEqual(['2024-07-01', '2026-06-30']);
    expect(facts.aliases.map(({ value }) => value)).toEqual(['甲办法']);
  });

  it('says when a day hangs on an event that nobody dates', () => {
    const facts = regulation('甲办法', ['第九条 本办法自印发之日起施行，有效期5年。']);
    expect([facts.effectiveDate, facts.expiryDate]).toEqual([null, null]);
    expect(facts.warnings.map(({ code }) => code)).toContain('effective_date_unresolved');
  });

  it('says when a printed day does not exist', () => {
    expect(notice([['date', '2024年2月30日']]).warnings.map(({ code }) => code)).toContain('date_impossible');
  });

  it('reads when a text begins from its 题注, and not when its amendment does', () => {
    const ofNote = (note: string): string | undefined =>
      regulation('甲规定', [['title_note', note], '第一条 为了加强管理，制定本规定。']).effectiveDate?.value;
    expect(ofNote('（2018年4月23日市人民政府令第145号发布；2020年4月21日令第153号修正，自2018年6月1日起施行）')).toBe(
      '2018-06-01',
    );
    expect(ofNote('（2012年3月31日第1545次会议通过，根据2020年12月23日决定修正，该修正自2021年1月1日起施行）')).toBe(
      undefined,
    );
  });

  it('takes what the reprint of an older text begins and ends for what it was', () => {
    const facts = factsOf({
      title: '甲省人民政府关于修改《甲办法》的决定',
      number: '第310号',
      authority: '甲省人民政府令',
      parts: [
        {
          kind: 'decision',
          title: '',
          lines: [
            '省人民政府决定对《甲办法》作如下修改：',
            '本决定自2022年5月1日起施行。',
            ['signature', '省长 李某'],
            ['date', '2022年3月18日'],
          ],
        },
        {
          kind: 'regulation',
          title: '甲办法',
          lines: [
            ['title_note', '（2011年12月7日甲省人民政府令第77号公布 根据2022年3月18日甲省人民政府令第310号修正）'],
            '第一条 制定本办法。',
            '第二条 本办法自2012年2月1日起施行。1995年6月1日发布的《乙规定》同时废止。',
          ],
        },
      ],
    });
    expect(facts.effectiveDate?.value).toBe('2022-05-01');
    expect(facts.relations.find(({ type }) => type === 'repeals')).toMatchObject({
      citation: { title: '乙规定' },
      effectiveDate: '2012-02-01',
    });
    expect(facts.relations.find(({ evidence }) => evidence.rule === 'amends/title-note')).toMatchObject({
      citation: { title: '甲办法', documentNumber: '甲省人民政府令第77号' },
      effectiveDate: null,
    });
  });

  it('keeps the commencement of single articles', () => {
    const facts = regulation('甲办法', ['第九条 本办法自2024年7月1日起施行，第三条、第五条自2025年1月1日起施行。']);
    expect(facts.effectiveDate?.value).toBe('2024-07-01');
    expect(facts.commencements).toMatchObject([{ provisions: [[3], [5]], effectiveDate: { value: '2025-01-01' } }]);
  });

  it.each([
    ['第九条 本办法自2024年7月1日起施行。第二条关于接入许可的规定，自2025年1月1日起施行。', '2024-07-01', [[2]]],
    ['第九条 本办法除第三条自2025年1月1日起施行外，其余条款自2024年7月1日起施行。', '2024-07-01', [[3]]],
    ['第九条 第三条第二款自2025年1月1日起施行，其他规定自2024年7月1日起施行。', '2024-07-01', [[3]]],
  ])('ties a day to the articles named last before it: %s', (article, effective, provisions) => {
    const facts = regulation('甲办法', [article]);
    expect(facts.effectiveDate?.value).toBe(effective);
    expect(facts.commencements).toMatchObject([{ provisions, effectiveDate: { value: '2025-01-01' } }]);
  });

  it('computes the last day of a year or month that is printed for a day', () => {
    const facts = regulation('甲办法', ['第九条 本办法自2024年7月1日起施行，有效期至2025年底。']);
    expect(facts.expiryDate).toMatchObject({ value: '2025-12-31', certainty: 'computed' });
  });

  it('reads 长期有效', () => {
    expect(regulation('甲办法', ['第九条 本办法自2024年7月1日起施行，长期有效。']).validWithoutEnd?.value).toBe(true);
  });

  it('warns when the end comes before the beginning', () => {
    const facts = regulation('甲办法', ['第九条 本办法自2024年7月1日起施行，有效期至2023年12月31日。']);
    expect(facts.warnings.map(({ code }) => code)).toContain('effective_after_expiry');
  });

  it('takes the day of issue and an early end from the page, and says so', () => {
    const facts = factsOf({
      title: '甲通知',
      facts: [
        { name: 'effectiveDate', label: '实施日期', value: '2021年04月16日', span: null },
        { name: 'expiryDate', label: '失效日期', value: '2023年06月01日', span: null },
      ],
      parts: [{ kind: 'notice', title: '', lines: ['本通知自印发之日起施行，有效期5年。', ['date', '2021年4月13日']] }],
    });
    expect([facts.effectiveDate?.value, facts.expiryDate?.value]).toEqual(['2021-04-16', '2023-06-01']);
    expect(facts.warnings.filter(({ code }) => code === 'stated_fact_differs')).toHaveLength(2);
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

describe('any text', () => {
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

  it('is read without a fault, with spans in order', () => {
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

  it('is read twice alike', () => {
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
