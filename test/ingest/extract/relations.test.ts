import { describe, expect, it } from 'vitest';
import type { PartText } from './draft.ts';
import { factsOf, regulation, shortRelations } from './draft.ts';

const OWN = '某市建筑管理办法';
const last = (line: string): string[] =>
  shortRelations(regulation(OWN, ['第一条 为了加强管理，制定本办法。', `第三十条 ${line}`]), 'repeals');

describe('repeal clauses', () => {
  it.each<[string, string[]]>([
    ['本办法自2024年7月1日起施行。《甲市建筑规定》（甲政发〔2010〕3号）同时废止。', ['甲市建筑规定 甲政发〔2010〕3号']],
    [
      '《甲办法细则》(甲发改〔2007〕737号)、《乙管理办法》(甲发改[2007]738号)同时废止。',
      ['甲办法细则 甲发改〔2007〕737号', '乙管理办法 甲发改〔2007〕738号'],
    ],
    [
      '国家安全监管总局、财政部《关于印发举报奖励办法的通知》（安监总财〔2012〕63号）同时废止。',
      ['关于印发举报奖励办法的通知 安监总财〔2012〕63号'],
    ],
    ['1995年5月3日市人民政府发布的《甲市房屋拆迁管理规定》同时废止。', ['甲市房屋拆迁管理规定']],
    [
      '2014年7月30日原国家食品药品监督管理总局令第8号公布的《医疗器械经营监督管理办法》同时废止。',
      ['医疗器械经营监督管理办法 国家食品药品监督管理总局令第8号'],
    ],
    [
      '1987年11月28日国务院发布的《麻醉药品管理办法》和1988年12月27日国务院发布的《精神药品管理办法》同时废止。',
      ['麻醉药品管理办法', '精神药品管理办法'],
    ],
    [
      '一九九六年二月二日市人民政府颁发的《甲办法》和一九九九年市环境保护局制定的《乙细则》即行废止。',
      ['甲办法', '乙细则'],
    ],
    ['原甲价费〔2008〕19号、甲价费〔2013〕4号文件同时废止。', ['甲价费〔2008〕19号', '甲价费〔2013〕4号']],
    ['原市政府办公室印发的甲政办发〔2007〕66号文同时废止。', ['甲政办发〔2007〕66号']],
    ['《某市建筑管理办法》（某政发〔2012〕4号）同时废止。', ['某市建筑管理办法 某政发〔2012〕4号']],
    ['《甲省实施〈中华人民共和国种子法〉办法》同时废止。', ['甲省实施〈中华人民共和国种子法〉办法']],
    [
      '市政府印发的《关于鼓励务工人员实行补贴的通知》(宁政办秘〔2022〕1号)停止执行。',
      ['关于鼓励务工人员实行补贴的通知 宁政办秘〔2022〕1号'],
    ],
    ['《甲市若干措施》（萍府办发〔2023〕19号）自2024年6月1日失效。', ['甲市若干措施 萍府办发〔2023〕19号']],
    [
      '自本规定公布之日起，《关于审理甲案件的若干规定》（法释〔2002〕18号）同时废止。',
      ['关于审理甲案件的若干规定 法释〔2002〕18号'],
    ],
    [
      '《关于办理甲案件的解释》（法发〔1995〕9号）自本解释公布之日起不再执行。',
      ['关于办理甲案件的解释 法发〔1995〕9号'],
    ],
    [
      '我院法〔1998〕86号通知印发的《关于受理申请承认案件几个问题的意见》同时废止。',
      ['关于受理申请承认案件几个问题的意见 法〔1998〕86号'],
    ],
    ['《甲暂行条例》即行废止。', ['甲暂行条例']],
    ['原《甲暂行条例》即行废除。', ['甲暂行条例']],
    ['《甲暂行条例》<甲政发[2010]3号>同时废止。', ['甲暂行条例 甲政发〔2010〕3号']],
    ['《兽药抽样规定》[（1993）农（牧）函字第46号]同时废止。', ['兽药抽样规定 〔1993〕农（牧）函字第46号']],
    ['《甲试行办法》予以废止。', ['甲试行办法']],
    ['《甲试行办法》及其实施细则、补充规定同时废止。', ['甲试行办法']],
    ['《甲试行办法》（甲政发〔2010〕1号）不再作为行政管理的依据。', ['甲试行办法 甲政发〔2010〕1号']],
    ['本办法自公布之日起实施，并废止2010年发布的《甲试行办法》。', ['甲试行办法']],
    ['决定撤销《甲市收费规定》（甲政办〔2020〕3号）。', ['甲市收费规定 甲政办〔2020〕3号']],
    ['依照《甲条例》和有关规定，撤销违法的行政行为。', []],
    [
      '2004年8月5日甲市人民政府令第151号发布，2007年11月23日甲市人民政府令第200号修改的《甲市广告管理办法》同时废止。',
      ['甲市广告管理办法 甲市人民政府令第151号'],
    ],
    [
      '《中华人民共和国民法通则》、《中华人民共和国民法总则》同时废止。',
      ['中华人民共和国民法通则', '中华人民共和国民法总则'],
    ],
    ['《甲市管理暂行办法》（甲政办发〔2016〕58号）到期失效，不再执行。', ['甲市管理暂行办法 甲政办发〔2016〕58号']],
    ['废止市政府2001年第5次常务会议通过的《甲市规定》。', ['甲市规定']],
    ['《乙条例》自公布之日起生效后，原《丙暂行条例》即失去效力。', ['丙暂行条例']],
    ['原江府〔1998〕54号文同时废止。', ['江府〔1998〕54号']],
    ['原农业部公告第168号和第220号同时废止。', ['农业部公告第168号', '农业部公告第220号']],
    [
      '甲政发〔2010〕1号、2号、〔2011〕5号文件同时废止。',
      ['甲政发〔2010〕1号', '甲政发〔2010〕2号', '甲政发〔2011〕5号'],
    ],
    ['《甲试行办法》自行失效。', ['甲试行办法']],
    ['原《甲市物业管理规定》（甲政〔2001〕5号）一并废止。', ['甲市物业管理规定 甲政〔2001〕5号']],
    ['《甲通则规定》、《乙收养条例》、《丙担保法》等法律同时废止。', ['甲通则规定', '乙收养条例', '丙担保法']],
    ['同时废止《甲市供水条例》和《甲市排水条例》。', ['甲市供水条例', '甲市排水条例']],
    ['现决定废止《甲市供水条例》（甲政发〔2001〕5号）。', ['甲市供水条例 甲政发〔2001〕5号']],
    ['本办法施行后，《甲市供水条例》同时废止。', ['甲市供水条例']],
    ['甲政发〔2001〕5号、甲政办发〔2002〕6号文件同时废止。', ['甲政发〔2001〕5号', '甲政办发〔2002〕6号']],
    ['1989年市人民政府第5号令发布的《甲市供水条例》同时废止。', ['甲市供水条例 市人民政府第5号令']],
    ['根据2010年《关于修改〈甲条例〉等七部法规的决定》修正的《甲实施种子法办法》同时废止。', ['甲实施种子法办法']],
    ['《甲市供水条例》（2001年5月1日甲省人民政府令第5号发布）同时废止。', ['甲市供水条例 甲省人民政府令第5号']],
    ['《关于甲的通知》（财税〔2009〕1号）第三条同时废止。', ['关于甲的通知 财税〔2009〕1号']],
    [
      '本公告自发布之日起施行，《国家税务总局关于甲的公告》（国家税务总局公告2015年第89号）同时停止执行。',
      ['国家税务总局关于甲的公告 国家税务总局公告2015年第89号'],
    ],
    ['《甲市暂行规定》（甲政〔2001〕5号）宣布失效。', ['甲市暂行规定 甲政〔2001〕5号']],
    ['《甲市暂行规定》（甲政〔2001〕5号）自2021年3月1日起自然废止。', ['甲市暂行规定 甲政〔2001〕5号']],
    ['《甲市暂行规定》（甲政〔2001〕5号）自本办法施行之日起自动失效。', ['甲市暂行规定 甲政〔2001〕5号']],
    ['《甲市暂行规定》（甲政〔2001〕5号）被本办法取代。', ['甲市暂行规定 甲政〔2001〕5号']],
    ['本办法取代《甲市暂行规定》（甲政〔2001〕5号）。', ['甲市暂行规定 甲政〔2001〕5号']],
    ['《甲市供水条例》等31件文件继续有效，《甲市暂行规定》等2件文件予以废止。', ['甲市暂行规定']],
    ['对《甲市供水条例》予以修改，《甲市暂行规定》予以废止。', ['甲市暂行规定']],
    ['《甲市供水条例》有效期延长三年，《甲市暂行规定》停止执行。', ['甲市暂行规定']],
    ['《甲市供水条例》和2010年修改的《甲市暂行规定》同时废止。', ['甲市供水条例', '甲市暂行规定']],
    ['原《甲市暂行规定》（甲政〔2001〕5号）由本实施细则所代替。', ['甲市暂行规定 甲政〔2001〕5号']],
    [
      '《甲管理规定》（农业部令2004年第38号）、《乙管理办法》（农业部公告第1234号）同时作废。',
      ['甲管理规定 农业部令2004年第38号', '乙管理办法 农业部公告第1234号'],
    ],
  ])('%s', (line, expected) => expect(last(line)).toEqual(expected.map((one) => `repeals ${one}`)));

  it.each([
    '《甲条例》有关种质资源进出口管理的内容同时废止。',
    '按照《甲法》的规定，制定机关应当修改或者废止。',
    '《甲法》中关于收费的规定不再执行。',
    '地方性法规的修改和废止程序，适用《甲市立法条例》的有关规定。',
    '根据2017年3月1日《国务院关于修改和废止部分行政法规的决定》修订。',
    '依照《甲条例》应当停止执行的，由法院裁定。',
    '有效期届满未延续的，《建设用地规划许可证》自行失效。',
    '建议废止《甲市供水条例》。',
    '《甲市供水条例》规定的许可证由本办法规定的证书代替。',
    '《甲市供水标准》中的设备被新技术取代。',
    '《甲市供水条例》施行前的收费停止执行。',
  ])('repeals nothing: %s', (line) => expect(last(line)).toEqual([]));

  it('keeps the day that the clause names', () => {
    const facts = regulation(OWN, ['第三十条 《甲市若干措施》（甲府发〔2023〕19号）自2024年6月1日起停止执行。']);
    expect(facts.relations[0]).toMatchObject({ type: 'repeals', mode: 'repealed', effectiveDate: '2024-06-01' });
  });

  it('names the provisions where only some end', () => {
    const facts = regulation(OWN, ['第三十条 《关于甲的通知》（财税〔2009〕1号）第三条、第五条同时废止。']);
    expect(facts.relations[0]?.citation.provisions).toEqual([[3], [5]]);
  });

  it.each<[string, string[]]>([
    ['《甲规定》（甲政发〔2009〕1号）第六条中关于夜间收费的内容停止执行。', ['amends 甲规定 6']],
    ['《甲规定》中与本办法不一致的条款不再执行。', ['amends 甲规定 ']],
    ['1997年市农业局发布的《甲规定》有关种子进出口的内容同时废止。', ['amends 甲规定 ']],
    [
      '自本办法施行之日起，《甲规定》第一条第一款第（一）项、第二款和第二条第二款规定的数额标准不再适用。',
      ['amends 甲规定 1;2'],
    ],
    ['决定废止《甲规定》（甲政发〔2015〕8号）第六条中关于收费的规定。', ['amends 甲规定 6']],
    ['废止《甲规定》第三条、第五条第二款。', ['repeals 甲规定 3', 'amends 甲规定 5']],
    ['《甲规定》第三条第（一）、（二）项同时废止。', ['amends 甲规定 3']],
    ['甲政发〔2009〕1号第二条第（八）款同时废止。', ['amends null 2']],
    ['《甲规定》第三条同时废止。', ['repeals 甲规定 3']],
    ['《甲规定》的全部内容同时废止。', ['repeals 甲规定 ']],
    ['《甲规定》（甲政发〔2009〕1号）第五章同时废止。', ['amends 甲规定 ']],
    ['《甲规定》附件1同时废止，以本通知附件为准。', ['amends 甲规定 ']],
    ['《甲规定》中的上述表单和填报说明同时废止。', ['amends 甲规定 ']],
    ['《甲规定》第五条中“三年”的期限不再执行。', ['amends 甲规定 5']],
    ['《甲规定》、《乙规定》中有关停车收费的规定同时废止。', ['amends 甲规定 ', 'amends 乙规定 ']],
    ['根据《甲规定》的规定，予以废止。', []],
    ['鉴于《甲规定》已废止，收费不再执行。', []],
    ['原《甲规定》已经失效。', []],
    [
      '1998年8月1日起施行的《甲规定》、2004年3月1日起施行的《乙规定》同时废止。',
      ['repeals 甲规定 ', 'repeals 乙规定 '],
    ],
    ['依照《甲规定》有关规定停止执行。', []],
  ])('takes the end of some content for a change, not for the end of an article: %s', (line, expected) => {
    const { relations } = regulation(OWN, ['第一条 制定本办法。', `第三十条 ${line}`]);
    const changes = relations.filter(({ type }) => type === 'repeals' || type === 'amends');
    expect(changes.map(({ type, citation }) => `${type} ${citation.title} ${citation.provisions.join(';')}`)).toEqual(
      expected,
    );
  });

  it('warns of a clause that names nothing', () => {
    const facts = regulation(OWN, ['第三十条 此前发布的有关规定同时废止。']);
    expect(facts.warnings.map(({ code }) => code)).toContain('repeal_target_unclear');
  });
});

const decision = (title: string, lines: PartText['lines'], annex?: PartText): string[] =>
  shortRelations(
    factsOf({ title, parts: [{ kind: 'decision', title, lines }, ...(annex ? [annex] : [])] }),
    'repeals',
    'amends',
  );

describe('lists of repealed documents', () => {
  it('reads numbered items with their histories, whole titles kept', () => {
    expect(
      decision('关于废止《甲省收费管理规定》等3件政府规章的决定', [
        '为加强管理，省人民政府决定废止以下政府规章：',
        '一、甲省收费管理规定（1992年5月23日甲省人民政府令第29号发布 根据1997年11月20日甲省人民政府甲政发〔1997〕97号修正）',
        '二、甲省实施《土地复垦规定》办法（1994年11月19日甲省人民政府令第48号发布）',
        '三、甲省城市供水实施办法（1996年4月12日甲省人民政府甲政函〔1996〕49号批准 1996年4月24日甲省建设厅甲建法字〔1996〕7号发布）',
        '本决定自公布之日起施行。',
      ]),
    ).toEqual([
      'repeals 甲省收费管理规定 甲省人民政府令第29号',
      'repeals 甲省实施《土地复垦规定》办法 甲省人民政府令第48号',
      'repeals 甲省城市供水实施办法 甲建法字〔1996〕7号',
    ]);
  });

  it('reads an annexed list under headings, and leaves what stays in force alone', () => {
    expect(
      decision('关于公布规范性文件清理结果的通知', ['现将清理结果予以公布。'], {
        kind: 'list',
        title: '规范性文件清理结果',
        lines: [
          '一、废止的规范性文件（2件）',
          '1.关于印发《甲管理办法（试行）》的通知（甲政发〔2000〕45号）',
          '2.批转市工商局《关于证明书制度的办法》的通知(甲政发〔1992〕120号)',
          '二、宣布失效的规范性文件（1件）',
          '1.关于做好2013年有关工作的通知（甲政办发〔2013〕85号）',
          '三、继续有效的规范性文件（1件）',
          '1.甲市户外广告管理办法（甲政发〔2019〕4号）',
        ],
      }),
    ).toEqual([
      'repeals 关于印发《甲管理办法（试行）》的通知 甲政发〔2000〕45号',
      'repeals 批转市工商局《关于证明书制度的办法》的通知 甲政发〔1992〕120号',
      'repeals 关于做好2013年有关工作的通知 甲政办发〔2013〕85号',
    ]);
  });

  it('reads items without a label, each a document and nothing else', () => {
    const lines = [
      '《关于甲的意见》（甲政发〔2013〕20号）；',
      '《关于乙的意见》（甲政办发〔2015〕60号）。',
      '《丙办法》由市财政局负责解释。',
    ];
    const found = decision('关于废止部分文件的通知', ['下列文件自2021年7月1日起废止：', ...lines]);
    expect(found).toEqual(['repeals 关于甲的意见 甲政发〔2013〕20号', 'repeals 关于乙的意见 甲政办发〔2015〕60号']);
  });

  it('reads a short title that stands in 《》', () => {
    const lines = ['一、《甲通知》（甲政发〔2001〕9号）', '二、《乙通知》', '三、《办法》'];
    const found = decision('关于废止部分文件的决定', ['决定废止下列文件：', ...lines]);
    expect(found).toEqual(['repeals 甲通知 甲政发〔2001〕9号', 'repeals 乙通知']);
  });

  it('reads table rows in either order of columns', () => {
    const rows: PartText['lines'] = [
      ['table', '序号\t文号\t文件名称'],
      ['table', '1\t甲政发〔2000〕45号\t关于印发甲管理办法的通知'],
      ['table', '2\t乙管理暂行规定\t甲政发〔2001〕6号\t2001年5月1日'],
    ];
    expect(
      decision('关于废止部分文件的通知', ['见附件。'], { kind: 'list', title: '废止文件目录', lines: rows }),
    ).toEqual(['repeals 关于印发甲管理办法的通知 甲政发〔2000〕45号', 'repeals 乙管理暂行规定 甲政发〔2001〕6号']);
  });

  it.each<[string, string[], string[]]>([
    [
      '二、部分条款废止的文件',
      [
        '1.《关于甲的意见》（甲政发〔2016〕21号），废止第五条、第七条',
        '2.《关于乙的通知》（甲政发〔2017〕40号）第三条第二款',
      ],
      ['repeals 甲政发〔2016〕21号 5,7', 'amends 甲政发〔2017〕40号 3'],
    ],
    [
      '一、部分废止的规范性文件',
      [
        '（一）《关于甲的通知》（甲政发〔2013〕4号）：废止附件第十二条。',
        '（二）《关于乙的意见》（甲政发〔2014〕9号）',
      ],
      ['repeals 甲政发〔2013〕4号 12', 'amends 甲政发〔2014〕9号 '],
    ],
    ['一、废止的文件', ['1.《关于甲的通知》（甲政发〔2013〕4号）第九条'], ['repeals 甲政发〔2013〕4号 9']],
    [
      '一、废止的文件',
      ['1.《关于甲的通知》（甲政发〔2013〕4号）已被《乙法》第九条取代'],
      ['repeals 甲政发〔2013〕4号 '],
    ],
    ['一、继续有效的文件', ['1.《关于甲的通知》（甲政发〔2013〕4号）'], []],
    ['一、拟修改的文件', ['1.《关于甲的通知》（甲政发〔2013〕4号）'], []],
    ['一、拟废止的文件', ['1.《关于甲的通知》（甲政发〔2013〕4号）'], []],
  ])('ends no more than the heading says: %s %j', (heading, items, expected) => {
    const title = '关于修改和废止部分文件的通知';
    const { relations } = factsOf({ title, parts: [{ kind: 'notice', title, lines: [heading, ...items] }] });
    const changed = relations.filter(({ type }) => type === 'repeals' || type === 'amends');
    expect(
      changed.map(({ type, citation }) => `${type} ${citation.documentNumber} ${citation.provisions.join()}`),
    ).toEqual(expected);
  });

  it('reads the articles that a table of partly repealed documents gives, its column heads notwithstanding', () => {
    const annex: PartText = {
      kind: 'list',
      title: '部分条款失效废止的文件目录',
      lines: [
        ['table', '序号\t标题\t文号\t废止条款'],
        ['table', '1\t关于加强管理的通知\t甲税发〔2010〕53号\t第二条、第四条'],
        ['table', '2\t关于信用管理的公告\t甲税发〔2014〕40号\t附表'],
      ],
    };
    const title = '关于公布全文和部分条款失效废止的文件目录的公告';
    const { relations } = factsOf({ title, parts: [{ kind: 'notice', title, lines: ['见附件。'] }, annex] });
    expect(relations.map(({ type, citation }) => [type, citation.documentNumber, citation.provisions])).toEqual([
      ['repeals', '甲税发〔2010〕53号', [[2], [4]]],
      ['amends', '甲税发〔2014〕40号', []],
    ]);
  });

  it.each(['关于保留部分收费的通知', '关于适时修改收费标准的通知', '关于废止部分条款的通知'])(
    'does not take the words of a title named for what the list says: %s',
    (named) => {
      const title = `关于废止《${named}》等2件文件的决定`;
      const lines = ['1.关于甲的通知（甲政发〔2010〕1号）', '2.关于乙的通知（甲政发〔2010〕2号）'];
      const found = decision(title, ['见附件。'], { kind: 'list', title: '文件目录', lines });
      expect(found).toContain('repeals 关于甲的通知 甲政发〔2010〕1号');
      expect(found).toContain('repeals 关于乙的通知 甲政发〔2010〕2号');
    },
  );

  it('reads on behind what is done to the text of an item', () => {
    expect(
      decision('关于废止和修改部分规章的决定', [
        '二、修改下列规章',
        '（一）甲城市照明管理办法（2010年1月5日市人民政府令第190号公布）',
        '将第五条中的“甲”修改为“乙”。',
        '（二）甲城市河道管理办法（2012年3月1日市人民政府令第200号公布）',
        '删去第十二条。',
        '本决定自公布之日起施行。',
      ]),
    ).toEqual(['amends 甲城市照明管理办法 市人民政府令第190号', 'amends 甲城市河道管理办法 市人民政府令第200号']);
  });

  it('lets a row of the results of a clean-up say its own', () => {
    const lines: PartText['lines'] = [
      ['table', '1\t关于甲的通知\t甲政发〔2010〕1号\t废止'],
      ['table', '2\t关于乙的通知\t甲政发〔2010〕2号\t继续有效'],
      ['table', '3\t关于丙的通知\t甲政发〔2010〕3号\t宣布失效'],
      ['table', '4\t关于丁的通知\t甲政发〔2010〕4号\t修改'],
    ];
    expect(
      decision('关于公布规范性文件清理结果的通知', ['见附件。'], { kind: 'list', title: '清理结果', lines }),
    ).toEqual([
      'repeals 关于甲的通知 甲政发〔2010〕1号',
      'repeals 关于丙的通知 甲政发〔2010〕3号',
      'amends 关于丁的通知 甲政发〔2010〕4号',
    ]);
  });

  it.each<[string, string | null]>([
    ['自2023年1月1日起废止附件1所列文件，附件2所列文件继续有效。', '2023-01-01'],
    ['自2020年10月1日起，附件所列文件一律停止执行。', '2020-10-01'],
    ['决定自2024年3月1日起废止《乙意见》（甲政发〔2014〕16号）等2件文件（详见附件）。', '2024-03-01'],
    ['根据自2020年1月1日起施行的《甲条例》，决定废止附件所列文件。', null],
    ['自2023年1月1日起废止附件1所列文件，自2024年1月1日起废止附件2所列文件。', null],
    ['自2023年1月1日起，附件2所列文件宣布失效。', null],
  ])('gives the annexed list the day of the covering notice: %s', (line, day) => {
    const title = '关于废止部分文件的通知';
    const annex: PartText = { kind: 'list', title: '废止文件目录', lines: ['1.关于甲的通知（甲政发〔2010〕1号）'] };
    const { relations, warnings } = factsOf({ title, parts: [{ kind: 'notice', title, lines: [line] }, annex] });
    const ended = relations.filter(({ citation }) => citation.documentNumber === '甲政发〔2010〕1号');
    expect(ended.map(({ type, effectiveDate }) => [type, effectiveDate])).toEqual([['repeals', day]]);
    expect(warnings.map(({ code }) => code)).not.toContain('repeal_target_unclear');
  });

  it('reads items that act themselves', () => {
    expect(
      decision('关于修改和废止部分规章的决定', [
        '一、废止《甲管理规定》（2004年3月1日甲省人民政府令第16号公布）。',
        '二、对《乙管理办法》（甲省人民政府令第20号）作如下修改：',
        '三、将《丙管理办法》第五条修改为：“……”。',
      ]),
    ).toEqual([
      'repeals 甲管理规定 甲省人民政府令第16号',
      'amends 乙管理办法 甲省人民政府令第20号',
      'amends 丙管理办法',
    ]);
  });

  it.each<[string, string[], number[][]]>([
    ['一、删去《甲办法》（甲政发〔2010〕3号）第八条。', ['amends 甲办法 甲政发〔2010〕3号'], [[8]]],
    ['1.在《甲省能源条例》第七条中增加一项作为第六项：“乙”。', ['amends 甲省能源条例'], [[7]]],
    ['2.将《甲省气象条例》第七条第二项修改为：“乙；”', ['amends 甲省气象条例'], [[7]]],
    ['3.删除《甲省公路条例》第二十条、第三十条。', ['amends 甲省公路条例'], [[20], [30]]],
    ['四、废止《甲省公路条例》第三条。', ['repeals 甲省公路条例'], [[3]]],
    ['五、《甲省公路条例》第三条、第四条停止执行。', ['repeals 甲省公路条例'], [[3], [4]]],
    ['六、建议删去《甲省公路条例》第三条。', [], []],
    ['七、在规划期限内符合《甲省规划条例》规定的条件确需修改的，对规划作相应修改。', [], []],
  ])('reads what is done to single provisions: %s', (line, expected, provisions) => {
    const title = '甲省人民代表大会常务委员会关于修改部分地方性法规的决定';
    const facts = factsOf({ title, parts: [{ kind: 'decision', title, lines: [line] }] });
    expect(shortRelations(facts, 'amends', 'repeals')).toEqual(expected);
    const changed = facts.relations.filter(({ type }) => type === 'amends' || type === 'repeals');
    expect(changed.flatMap(({ citation }) => citation.provisions)).toEqual(provisions);
  });

  it.each<[string[], string | null]>([
    [['自2021年3月1日起，《甲市供水条例》同时废止。'], '2021-03-01'],
    [['2021年3月1日起《甲市供水条例》不再执行。'], '2021-03-01'],
    [['《甲市供水条例》自2021年3月1日起废止。'], '2021-03-01'],
    [['自2021年3月1日起，废止下列文件：', '一、《甲市供水条例》（甲政发〔2010〕3号）'], '2021-03-01'],
    [['下列文件自2021年3月1日起停止执行：', '一、《甲市供水条例》（甲政发〔2010〕3号）'], '2021-03-01'],
    [['对2021年3月1日以前印发的文件进行了清理，决定废止下列文件：', '一、《甲市供水条例》（甲政发〔2010〕3号）'], null],
    [['本通知自2021年3月1日起施行，《甲市供水条例》同时废止。'], null],
  ])('keeps the day on which a repeal takes effect: %j', (lines, day) => {
    const title = '甲市人民政府关于废止部分文件的通知';
    const { relations } = factsOf({ title, parts: [{ kind: 'notice', title, lines }] });
    expect(relations.map(({ type, effectiveDate }) => [type, effectiveDate])).toEqual([['repeals', day]]);
  });

  it('reads a decision on one document', () => {
    expect(
      decision('国务院关于废止《甲条例》的决定', ['国务院决定废止1994年1月23日发布的《甲条例》，自公布之日起施行。']),
    ).toEqual(['repeals 甲条例']);
  });

  it('keeps sixty items', () => {
    const items = Array.from(
      { length: 60 },
      (_, at) => `${at + 1}.关于印发第${at + 1}批项目管理办法的通知（甲政发〔2001〕${at + 1}号）`,
    );
    expect(decision('关于废止部分文件的决定', ['决定废止下列文件：', ...items])).toHaveLength(60);
  });

  it('repeals nothing in the news of a meeting', () => {
    const facts = factsOf({
      title: '市政府召开常务会议研究废止有关规章',
      kind: 'report',
      parts: [{ kind: 'notice', title: '', lines: ['会议决定废止《甲条例》（甲政发〔2001〕5号）。'] }],
    });
    expect(shortRelations(facts)).toEqual(['cites 甲条例 甲政发〔2001〕5号']);
  });
});

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
    ['《乙办法》（甲政规〔2018〕6号）有效期延长至2027年12月31日。', ['amends extended 2027-12-31 乙办法']],
    [
      '《乙办法》、《丙办法》有效期延续至2025年底。',
      ['amends extended 2025-12-31 乙办法', 'amends extended 2025-12-31 丙办法'],
    ],
    ['《乙办法》有效期延长五年。', ['amends extended P5Y 乙办法']],
    ['继续执行《乙办法》（甲政规〔2018〕6号）至2025年12月31日。', ['amends extended 2025-12-31 乙办法']],
    ['各地要继续执行《乙办法》。', []],
    ['《乙办法》有效期顺延一年。', ['amends extended P1Y 乙办法']],
    ['《乙办法》中“给予财政补贴”政策执行期限顺延一年。', []],
    ['决定延长《乙办法》有效期至2027年12月31日。', ['amends extended 2027-12-31 乙办法']],
    ['延长《乙办法》（甲政规〔2018〕6号）的有效期18个月。', ['amends extended P18M 乙办法']],
    ['将《乙办法》有效期延长2年，至2026年5月31日。', ['amends extended 2026-05-31 乙办法']],
    ['《乙办法》经评估继续有效，自2021年6月1日起施行，有效期5年。', ['amends extended 2026-05-31 乙办法']],
    ['《乙办法》有效期自2023年1月1日起延长3年。', ['amends extended 2025-12-31 乙办法']],
    ['《乙办法》有效期满后继续执行至2023年6月30日。', ['amends extended 2023-06-30 乙办法']],
    ['《乙公告》规定的税收优惠政策，执行期限延长至2023年12月31日。', ['amends extended 2023-12-31 乙公告']],
    [
      '《乙通知》（财税〔2018〕120号）、《丙通知》（财税〔2019〕11号）中规定的优惠政策，执行期限延长至2023年12月31日。',
      ['amends extended 2023-12-31 乙通知', 'amends extended 2023-12-31 丙通知'],
    ],
    ['《乙办法》继续有效。', ['cites kept  乙办法']],
    ['除《乙办法》继续执行外，此前印发的有关文件一律停止执行。', ['cites kept  乙办法']],
    ['《乙办法》（甲政办〔2017〕8号）继续执行，执行期限延长两年。', ['amends extended P2Y 乙办法']],
    ['现行《乙办法》在新办法出台前继续执行。', ['cites kept  乙办法']],
    [
      '《乙办法》（甲规〔2018〕6号）经评估需继续实施，现予以重新公布，有效期自2021年7月1日起至2026年6月30日止。',
      ['amends extended 2026-06-30 乙办法'],
    ],
    ['《乙办法》自2021年1月1日起继续实施，有效期为五年。', ['amends extended 2025-12-31 乙办法']],
    ['《乙办法》继续有效，有效期延长5年，至2026年5月31日。', ['amends extended 2026-05-31 乙办法']],
    ['《乙办法》有效期满，经评估，决定有效期延续至2025年12月31日。', ['amends extended 2025-12-31 乙办法']],
    [
      '《乙办法》（甲规〔2018〕6号）有效期至2021年6月30日届满，现决定延长其有效期至2026年6月30日。',
      ['amends extended 2026-06-30 乙办法'],
    ],
    [
      '《乙办法》将于2021年6月30日到期。经市政府研究，决定继续执行，有效期至2023年6月30日。',
      ['amends extended 2023-06-30 乙办法'],
    ],
    ['《乙办法》将于2021年6月30日到期，现将该办法有效期延长两年。', ['amends extended P2Y 乙办法']],
    ['《乙办法》实施以来成效明显。补贴政策执行期限延长至2025年底。', []],
    ['根据《乙办法》规定，将补贴期限延长至2025年底。', []],
    ['《乙办法》有效期届满后不再延续。', []],
    ['《乙办法》拟延长至2025年底。', []],
    ['可以延长《乙办法》有效期至2025年12月31日。', []],
    ['《乙办法》印发前已经办理的，继续有效。', []],
    ['按照《乙办法》继续执行。', []],
  ])('reads that another document stays in force: %s', (line, expected) => {
    const { relations } = regulation(OWN, ['第一条 制定本办法。', `第三十条 ${line}`]);
    const staying = relations.filter(({ mode }) => mode === 'extended' || mode === 'kept');
    expect(
      staying.map(({ type, mode, until, citation }) => `${type} ${mode} ${until ?? ''} ${citation.title}`),
    ).toEqual(expected);
  });

  it('reads a list of documents whose validity is extended, also by the notice over it', () => {
    const staying = (lines: PartText['lines'], annex?: PartText): string[] => {
      const title = '甲市人民政府关于延长部分文件有效期的通知';
      const { relations } = factsOf({
        title,
        parts: [{ kind: 'notice', title: '', lines }, ...(annex ? [annex] : [])],
      });
      return relations.map(({ type, until, citation }) => `${type} ${until ?? ''} ${citation.title}`);
    };
    const items = ['一、《乙办法》（甲政规〔2016〕2号）', '二、《丙细则》（甲政规〔2016〕9号）'];
    expect(staying(['以下文件继续有效，有效期延长五年：', ...items])).toEqual([
      'amends P5Y 乙办法',
      'amends P5Y 丙细则',
    ]);
    const annex: PartText = { kind: 'list', title: '有效期延长的文件目录', lines: items };
    expect(staying(['附件所列文件有效期延长至2027年12月31日。'], annex)).toEqual([
      'amends 2027-12-31 乙办法',
      'amends 2027-12-31 丙细则',
    ]);
    expect(staying(['下列文件继续有效：', ...items])).toEqual(['cites  乙办法', 'cites  丙细则']);
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
