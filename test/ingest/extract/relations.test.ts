import { describe, expect, it } from 'vitest';
import { factsOf, regulation, shortRelations } from './draft.ts';

const OWN = '某市建筑管理办法';

const enacting = (line: string, title = OWN): string[] =>
  shortRelations(regulation(title, [`第一条 ${line}`]), 'based_on', 'implements', 'amends', 'overrides', 'forwards');

describe('what a document rests on', () => {
  it.each<[string, string[]]>([
    ['根据《甲法》《乙条例》等有关法律、法规，结合本市实际，制定本办法。', ['based_on 甲法', 'based_on 乙条例']],
    [
      '依据《甲法》、《丙办法》（安监总财〔2018〕19号）、《乙条例》等法律法规，结合实际，贯彻《丁办法》（甲政办发〔2019〕81号），制定本细则。',
      [
        'based_on 甲法',
        'based_on 丙办法 安监总财〔2018〕19号',
        'based_on 乙条例',
        'implements 丁办法 甲政办发〔2019〕81号',
      ],
    ],
    [
      '按照国务院《甲管理条例》（以下简称《条例》）和《国务院办公厅关于贯彻实施〈甲管理条例〉的通知》，制定本办法。',
      ['based_on 甲管理条例', 'based_on 国务院办公厅关于贯彻实施〈甲管理条例〉的通知'],
    ],
    [
      '为了贯彻落实《国务院关于加快发展的意见》（国发〔2015〕5号）精神，制定本办法。',
      ['implements 国务院关于加快发展的意见 国发〔2015〕5号'],
    ],
    ['为了保证《甲法》的贯彻实施，制定本条例。', ['implements 甲法']],
    [
      '根据国家发展改革委、国家能源局印发的《甲管理办法（2023年版）》要求，制定本办法。',
      ['based_on 甲管理办法（2023年版）'],
    ],
    ['为实施《甲法》，根据《乙条例》，制定本办法。', ['implements 甲法', 'based_on 乙条例']],
    ['依照《甲组织法》第七条的规定，制定本办法。', ['based_on 甲组织法']],
    ['根据财政部 税务总局公告2019年第39号，制定本办法。', ['based_on 财政部、税务总局公告2019年第39号']],
    ['根据《甲法》，市人民政府决定公布《乙目录》。', ['based_on 甲法']],
    ['根据《甲办法》，市标准局批准地方标准《乙规范》，现予发布。', ['based_on 甲办法']],
    ['根据《甲法》和国务院批准的《乙条例》，制定本办法。', ['based_on 甲法', 'based_on 乙条例']],
    ['根据《甲办法》的规定，对规范性文件进行了清理。', ['based_on 甲办法']],
    ['本决定自公布之日起施行，《乙条例》根据本决定作相应修改，重新公布。', ['amends 乙条例']],
    ['《乙办法》、《丙办法》等5件规章根据本决定修正后重新公布。', ['amends 乙办法', 'amends 丙办法']],
  ])('%s', (line, expected) => expect(enacting(line)).toEqual(expected));

  it('reads the first number of a text that counts 一、 and not 条', () => {
    const provision = (line: string): string[] =>
      shortRelations(
        factsOf({ title: '甲规则', parts: [{ kind: 'regulation', title: '甲规则', lines: [line] }] }),
        'based_on',
      );
    expect(provision('一、根据《甲法》，参照《乙规则》，制定本规则。')).toEqual(['based_on 甲法']);
  });

  it('does not take a later article for the enacting clause', () => {
    const facts = regulation(OWN, ['第一条 制定本办法。', '第九条 违反规定的，根据《甲法》作出处罚决定。']);
    expect(shortRelations(facts)).toEqual(['cites 甲法']);
  });

  it('does not take what an item of a notice asks for as what the notice rests on', () => {
    const items = ['一、同意你市的方案。', '二、你市要按照《乙条例》的要求，研究制定具体办法。'];
    const facts = factsOf({
      title: '甲省人民政府关于同意方案的批复',
      parts: [{ kind: 'notice', title: '', lines: ['根据《丙法》，现批复如下：', ...items] }],
    });
    expect(shortRelations(facts)).toEqual(['based_on 丙法', 'cites 乙条例']);
  });

  it('reads a notice, its title and its heading of bases', () => {
    const facts = factsOf({
      title: '甲市人民政府关于贯彻落实《乙条例》的实施意见',
      parts: [
        {
          kind: 'notice',
          title: '',
          lines: [['title', '甲市人民政府关于贯彻落实《乙条例》的实施意见'], '根据《丙法》，现提出如下意见。'],
        },
      ],
    });
    expect(shortRelations(facts)).toEqual(['implements 乙条例', 'based_on 丙法']);
  });

  it('reads what a title forwards', () => {
    const title = '甲省人民政府办公厅转发省财政厅关于《乙办法》的通知';
    const facts = factsOf({ title, parts: [{ kind: 'notice', title: '', lines: [['title', title], '请遵照执行。'] }] });
    expect(shortRelations(facts)).toEqual(['forwards 乙办法']);
  });

  it.each<[string, string[]]>([
    ['现将《乙办法》（省政发〔2021〕6号）转发给你们，请结合实际贯彻执行。', ['forwards 乙办法 省政发〔2021〕6号']],
    ['市政府同意市财政局《乙办法》，现转发给你们，请遵照执行。', ['forwards 乙办法']],
    ['根据《乙办法》，现转发有关材料。', []],
    ['未将《乙办法》转发给各单位。', []],
    ['现转发《乙办法》，请遵照执行。', ['forwards 乙办法']],
    ['现将国发〔1986〕105号文件转发给你们，请贯彻执行。', ['forwards 国发〔1986〕105号']],
    [
      '现将市国资委制定的《乙城乡建设投资（集团）有限公司国有资产管理办法》和《丙国有资产经营有限责任公司管理办法》转发给你们。',
      ['forwards 乙城乡建设投资（集团）有限公司国有资产管理办法', 'forwards 丙国有资产经营有限责任公司管理办法'],
    ],
    ['现将贯彻《乙办法》的有关事项通知如下。', []],
  ])('reads what a covering notice hands on: %s', (line, expected) => {
    const title = '甲市人民政府转发省人民政府关于加强安全生产工作的通知';
    const facts = factsOf({ title, parts: [{ kind: 'notice', title: '', lines: [['title', title], line] }] });
    expect(shortRelations(facts, 'forwards')).toEqual(expected);
  });

  it.each<[string, string[]]>([
    ['《乙办法》、《丙办法》等5件规章根据本决定修正后重新公布。', ['amends 乙办法', 'amends 丙办法']],
    ['二、修改《乙办法》，将第三条中的“甲”改为“丙”。', ['amends 乙办法']],
    ['二、修订《乙办法》，明确各方责任。', []],
    ['二、修订完善《乙办法》。', []],
    ['《乙条例》由市司法局根据本通知精神提出修改意见。', []],
    ['各区应当对《乙条例》配套文件根据本通知作相应修改。', []],
    ['《乙条例》由各区根据本市实际修订实施细则。', []],
  ])('tells what it changes from what is only to be changed: %s', (line, expected) => {
    const facts = factsOf({ title: '甲市人民政府通知', parts: [{ kind: 'notice', title: '', lines: [line] }] });
    expect(shortRelations(facts, 'amends')).toEqual(expected);
  });

  it('reads what yields to it', () => {
    const facts = regulation(OWN, [
      '第九条 《甲规定》（甲政发〔2001〕5号）与本办法不一致的，以本办法为准。',
      '第十条 本办法与《乙规定》不一致的，以《乙规定》为准。',
    ]);
    expect(shortRelations(facts, 'overrides')).toEqual(['overrides 甲规定 甲政发〔2001〕5号']);
  });

  it('reads a revision from the 题注', () => {
    const facts = factsOf({
      title: '甲省棉花管理办法',
      authority: '甲省人民政府令',
      number: '第238号',
      parts: [
        {
          kind: 'regulation',
          title: '甲省棉花管理办法',
          lines: [
            ['title_note', '(2007年11月30日甲省人民政府令第150号公布 2024年8月27日甲省人民政府令第238号修订)'],
            '第一条 制定本办法。',
          ],
        },
      ],
    });
    expect(facts.relations).toMatchObject([
      {
        type: 'amends',
        mode: 'revised',
        citation: { title: '甲省棉花管理办法', documentNumber: '甲省人民政府令第150号' },
      },
    ]);
    expect(facts.relations[0]?.evidence.raw).toMatch(/^2007年11月30日.*第150号.*第238号修订$/u);
    expect(facts.history.map(({ type, date, documentNumber }) => [type, date, documentNumber])).toEqual([
      ['promulgated', '2007-11-30', '甲省人民政府令第150号'],
      ['revised', '2024-08-27', '甲省人民政府令第238号'],
    ]);
  });
});

const cited = (line: string): string[] => shortRelations(regulation(OWN, [`第九条 ${line}`]), 'cites');

describe('citations', () => {
  it.each<[string, string[]]>([
    ['填写《安全生产举报奖励通知书》和《资格证书》，登载于《人民日报》。', []],
    ['根据《乡镇消防队标准》（GB /T35547-2017）建设。', ['乡镇消防队标准 GB/T 35547-2017']],
    ['按照《印染行业规范条件(2023版)》执行。', ['印染行业规范条件(2023版)']],
    ['落实《关于贯彻〈甲意见〉的实施意见》。', ['关于贯彻〈甲意见〉的实施意见', '甲意见']],
    [
      '按照《财政部关于印发<乙管理办法>的通知》（财税〔2016〕33号）执行。',
      ['财政部关于印发<乙管理办法>的通知 财税〔2016〕33号'],
    ],
    ['按照《甲管理条例》（以下简称《条例》）办理；《条例》未规定的，从其规定。', ['甲管理条例']],
    ['按照《办法》规定办理。', []],
    ['本办法即《某市建筑管理办法》。', []],
    ['按照《甲办法》（试行）办理。', ['甲办法（试行）']],
    [
      '《国务院办公厅关于贯彻实施《政府督查工作条例》进一步加强工作的通知》规定。',
      ['国务院办公厅关于贯彻实施《政府督查工作条例》进一步加强工作的通知', '政府督查工作条例'],
    ],
    ['按照国家发展改革委2023年第10号令执行。', ['国家发展改革委2023年第10号令']],
  ])('%s', (line, expected) => expect(cited(line)).toEqual(expected.map((one) => `cites ${one}`)));

  it('resolves 同法第九条 and 该《办法》第十一条 to the document before', () => {
    const facts = regulation(OWN, [
      '第九条 符合《甲奖励办法》（甲政办发〔2019〕81号）第八条、第九条规定的，按照该《办法》第十一条奖励。',
      '第十条 依照《乙法》第三条，同法第五条另有规定的除外。',
    ]);
    expect(
      facts.relations.map(({ citation, provisionId }) => [provisionId, citation.title, citation.provisions]),
    ).toEqual([
      ['art-9', '甲奖励办法', [[8], [9], [11]]],
      ['art-10', '乙法', [[3], [5]]],
    ]);
  });

  it('gives every relation its clause and place', () => {
    const facts = regulation(OWN, ['第九条 按照《甲法》第三条执行。其他按惯例。']);
    expect(facts.relations[0]).toMatchObject({
      provisionId: 'art-9',
      citation: { raw: '《甲法》第三条', provisions: [[3]] },
      evidence: { raw: '第九条 按照《甲法》第三条执行。', rule: 'cites/mention' },
    });
  });
});
