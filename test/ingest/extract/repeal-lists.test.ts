import { describe, expect, it } from 'vitest';
import type { PartText } from './draft.ts';
import { factsOf, shortRelations } from './draft.ts';

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

  it('takes what is done with an announcement for no title', () => {
    expect(
      decision('甲市人民政府关于停止执行部分文件的决定', [
        '决定废止以下文件：',
        '一、商务部公告2016年第23号、2017年第20号停止执行。',
      ]),
    ).toEqual(['repeals 商务部公告2016年第23号', 'repeals 商务部公告2017年第20号']);
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

  it('does not take the decision that changed an item for its number', () => {
    const item = '一、《甲办法》（1998年12月1日市人民政府发布，2004年6月17日市人民政府令第176号修正）';
    const facts = factsOf({
      title: '甲市人民政府关于废止部分规章的决定',
      parts: [{ kind: 'decision', title: '', lines: ['决定废止下列规章：', item] }],
    });
    expect(
      facts.relations.map(({ type, citation: { title, documentNumber } }) => [type, title, documentNumber]),
    ).toEqual([
      ['repeals', '甲办法', null],
      ['cites', null, '市人民政府令第176号'],
    ]);
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

  it('lets an item say from which day it ends', () => {
    const title = '关于停止执行部分文件的公告';
    const lines = [
      '自2022年6月1日起，停止执行下列文件：',
      '一、《关于甲的通知》（甲财税〔2011〕15号）自2022年7月1日起停止执行。',
      '二、《关于乙的通知》（甲财税〔2012〕1号，自2012年2月1日起施行）。',
    ];
    const { relations } = factsOf({ title, parts: [{ kind: 'notice', title, lines }] });
    const ended = relations.filter(({ type }) => type === 'repeals');
    expect(ended.map(({ citation, effectiveDate }) => [citation.documentNumber, effectiveDate])).toEqual([
      ['甲财税〔2011〕15号', '2022-07-01'],
      ['甲财税〔2012〕1号', '2022-06-01'],
    ]);
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
