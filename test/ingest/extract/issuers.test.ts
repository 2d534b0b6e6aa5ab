import { describe, expect, it } from 'vitest';
import type { ParagraphRole } from '../../../ingest/model/document-draft.ts';
import { factsOf, notice, regulation } from './draft.ts';

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
    [['甲省财政厅', '（盖章）'], ['甲省财政厅']],
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

  it.each([
    ['《甲办法》已经2003年10月16日自贡市人民政府第13次常务会议通过，现予发布。', ['自贡市人民政府']],
    ['《甲办法》已经2010年12月14日省政府第76次常务会议通过，现予公布。', ['省政府']],
    ['《甲办法》已经常务会议通过，现予公布。', []],
    ['《甲办法》已经日照市人民政府第13次常务会议审议通过，现予公布。', ['日照市人民政府']],
    ['《甲办法》已经三月八日日照市人民政府第3次常务会议通过，现予公布。', ['日照市人民政府']],
    ['《甲办法》已经2020年3月8日日新县人民政府第3次常务会议通过，现予公布。', ['日新县人民政府']],
    ['《甲办法》已经2020年3月8日日喀则市人民政府第3次常务会议通过，现予公布。', ['日喀则市人民政府']],
    ['《甲办法》已在自贡市人民政府第13次常务会议上讨论通过，现予公布。', ['自贡市人民政府']],
    ['根据甲省人民政府第三次常务会议精神，《甲办法》已经市政府第4次常务会议通过。', ['市政府']],
  ])('under a heading that says only 政府令 are told by whose meeting adopted it: %s', (line, names) => {
    const facts = factsOf({
      title: '甲办法',
      number: '第56号',
      authority: '政府令',
      parts: [{ kind: 'notice', title: '', lines: [['promulgation', line]] }],
    });
    expect(facts.issuingAuthorities.map(({ value }) => value)).toEqual(names);
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
