import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCatalogueColumns } from '../../../../ingest/segment/catalogue/catalogue-columns.ts';
import { mapSlice } from '../../../../ingest/text/mapped-text.ts';
import { parse } from '../../../helpers/parse-text.ts';

/** Every entry of the catalogues of a text: group, title, number, day. */
const entriesOf = (text: string): (string | null)[][] =>
  parse(text).filingCatalogues.flatMap(({ groups }) =>
    groups.flatMap(({ name, entries }) =>
      entries.map(({ title, documentNumber, date }) => [name, title, documentNumber, date]),
    ),
  );

describe('readCatalogueColumns', () => {
  const read = (...heads: string[]) => {
    const columns = readCatalogueColumns(heads.map((head) => mapSlice(head, 0, head.length)));
    return columns && Object.fromEntries(columns);
  };
  it('tells columns by their heads, the ones of the register apart', () => {
    expect(read('序号', '制定机关', '备案登记号', '文件名称', '文号', '公布日期', '备案日期')).toEqual({
      serial: 0,
      maker: 1,
      register: 2,
      title: 3,
      number: 4,
      day: 5,
    });
    expect(read('序 号', '文 件 名 称', '发文字号', '日　期')).toEqual({ serial: 0, title: 1, number: 2, day: 3 });
  });
  it('sees no head in a row or in other tables', () => {
    expect(read('1', '市教育局', '校服管理办法', '江教规〔2022〕2号', '2022年7月21日')).toBeNull();
    expect(read('序号', '项目', '单位', '标准')).toBeNull();
  });
});

describe('tables of filing catalogues', () => {
  const title = '青川市2019年第一季度规范性文件备案目录\n\n';

  it('put cells together that are broken over lines under columns apart by spaces', () => {
    const head = '序号    文  件  名  称                    文  号              发布日期\n';
    const text = `${title}${head}1   青川市电动自行车管理规定          青政规〔2019〕1号    2019年1月10日
2   青川市国有土地上房屋征收与        青政规〔2019〕2号    2019年1月25日
    补偿办法
                          — 24 —

${head}3   青川市行政执法人员资格和证        青司规〔2019〕1号    2019年3月20日
    件管理办法
`;
    expect(entriesOf(text)).toEqual([
      ['', '青川市电动自行车管理规定', '青政规〔2019〕1号', '2019-01-10'],
      ['', '青川市国有土地上房屋征收与补偿办法', '青政规〔2019〕2号', '2019-01-25'],
      ['', '青川市行政执法人员资格和证件管理办法', '青司规〔2019〕1号', '2019-03-20'],
    ]);
  });

  it('put cells together whose serial stands in the middle of the row', () => {
    const text = `${title}序号    制定机关          文件名称                文号                 印发日期

                      关于印发《青川市城市
 1    市城市管理局    建筑垃圾管理细则》      青城管规〔2019〕1号    2019-02-03
                      的通知

 2    市教育局        校外培训机构管理办法    青教规〔2019〕2号      2019-02-19
`;
    expect(entriesOf(text)).toEqual([
      ['市城市管理局', '关于印发《青川市城市建筑垃圾管理细则》的通知', '青城管规〔2019〕1号', '2019-02-03'],
      ['市教育局', '校外培训机构管理办法', '青教规〔2019〕2号', '2019-02-19'],
    ]);
  });

  it('go on in the row below where its serial is empty', () => {
    const text = `${title}| 序号 | 文件名称 | 文号 | 发布日期 |
| --- | --- | --- | --- |
| 1 | 青川市国有土地上房屋征收与 | 青政规 | 2019年1月25日 |
| | 补偿办法 | 〔2019〕2号 | |
| 2 | 青川市生猪屠宰管理办法 | 青政规〔2019〕3号 | 2019年2月27日 |
`;
    expect(entriesOf(text)).toEqual([
      ['', '青川市国有土地上房屋征收与补偿办法', '青政规〔2019〕2号', '2019-01-25'],
      ['', '青川市生猪屠宰管理办法', '青政规〔2019〕3号', '2019-02-27'],
    ]);
  });

  it('are read by their heads: the number of the register is none of the document', () => {
    const text = `${title}序号\t登记号\t文件名称\t文号\t制定单位
1\t青司备〔2019〕4号\t停车服务收费管理办法\t青政发〔2019〕11号\t市人民政府
2\t青司备〔2019〕5号\t燃气管理实施细则\t青建发〔2019〕35号\t市住房和城乡建设局
`;
    expect(entriesOf(text)).toEqual([
      ['市人民政府', '停车服务收费管理办法', '青政发〔2019〕11号', null],
      ['市住房和城乡建设局', '燃气管理实施细则', '青建发〔2019〕35号', null],
    ]);
  });

  it('are read in drawn boxes, cells over two rows of them', () => {
    const text = `${title}┌──┬──────────────┬────────────┬──────┐
│序号│文件名称                    │文号                    │印发时间    │
├──┼──────────────┼────────────┼──────┤
│ 1  │青川市农村生活垃圾分类管理  │青住建规〔2019〕1号     │2019.02.20  │
│    │办法                        │                        │            │
├──┼──────────────┼────────────┼──────┤
│ 2  │关于规范殡葬服务收费的通知  │青发改规〔2019〕2号     │2019.03.27  │
└──┴──────────────┴────────────┴──────┘
`;
    expect(entriesOf(text)).toEqual([
      ['', '青川市农村生活垃圾分类管理办法', '青住建规〔2019〕1号', '2019-02-20'],
      ['', '关于规范殡葬服务收费的通知', '青发改规〔2019〕2号', '2019-03-27'],
    ]);
  });

  it('are read without their spaces: forms and the endings of titles and bodies tell the cells', () => {
    const text = `${title}序号制定机关文件名称文号公布日期
1市水利局青川市农业用水价格管理办法青水规〔2019〕1号2019年1月8日
2浔阳县人民政府浔阳县人民政府关于禁止露天焚烧秸秆的通告浔府规〔2019〕3号2019年2月12日
`;
    expect(entriesOf(text)).toEqual([
      ['市水利局', '青川市农业用水价格管理办法', '青水规〔2019〕1号', '2019-01-08'],
      ['浔阳县人民政府', '浔阳县人民政府关于禁止露天焚烧秸秆的通告', '浔府规〔2019〕3号', '2019-02-12'],
    ]);
  });

  it('are read with one space between the cells, several makers too; the day of effect is none of issue', () => {
    const text = `${title}统一编号 部门 规范性文件名称 文号 实施日期
QCBG-2019-006 市公安局 青川市居住证办理规定 青公规〔2019〕1号 2019年5月1日
QCBG-2019-009 市工业和信息化局 市财政局 工业设计专项资金管理办法 青工信规〔2019〕1号 2019年6月20日
`;
    expect(entriesOf(text)).toEqual([
      ['市公安局', '青川市居住证办理规定', '青公规〔2019〕1号', null],
      ['市工业和信息化局 市财政局', '工业设计专项资金管理办法', '青工信规〔2019〕1号', null],
    ]);
  });

  it('have bars between the cells alone', () => {
    const text = `${title}编号 | 制定机关 | 文件名称 | 发文字号 | 发布日期
川府登14号 | 青川市人民政府 | 再生水管理办法 | 青政规〔2019〕4号 | 2019年1月3日
川府登15号 | 市民政局 | 养老机构评定办法 | 青民规〔2019〕2号 | 2019年1月25日
`;
    expect(entriesOf(text)).toEqual([
      ['青川市人民政府', '再生水管理办法', '青政规〔2019〕4号', '2019-01-03'],
      ['市民政局', '养老机构评定办法', '青民规〔2019〕2号', '2019-01-25'],
    ]);
  });

  it('have heads over two rows, and empty cells before the first that holds something', () => {
    const text = `${title}制定\t文件名称\t文号\t发布
机关\t\t\t时间
市水利局\t河道管理办法\t青水规〔2019〕1号\t2019年1月8日
\t采砂管理办法\t青水规〔2019〕2号\t2019年3月8日
`;
    expect(entriesOf(text)).toEqual([
      ['市水利局', '河道管理办法', '青水规〔2019〕1号', '2019-01-08'],
      ['市水利局', '采砂管理办法', '青水规〔2019〕2号', '2019-03-08'],
    ]);
  });

  it('have captions over their heads for groups', () => {
    const text = `2019年3月份报国务院备案并予以登记的地方性法规、规章目录

地方性法规

法规名称　　　　公布日期　　　　　备案登记编号
京安市献血条例　　2019年1月30日　　国司备字〔2019008901〕

部门规章

规章名称　　　　公布日期　　　　　备案登记编号
车辆技术管理规定　　2019年2月10日　　国司备字〔2019008921〕
`;
    expect(entriesOf(text)).toEqual([
      ['地方性法规', '京安市献血条例', null, '2019-01-30'],
      ['部门规章', '车辆技术管理规定', null, '2019-02-10'],
    ]);
  });

  it('put rows together that blank lines part, under a head in spread letters', () => {
    const text = `${title} 序号        文  件  名  称            制定机关       文    号        备案日期

        青川市人民政府关于印发青
  1     川市地下管廊管理办法        市人民政府   青政〔2019〕3号     2019-02-01

        青川市城市河渠管理实施细                青政办〔2019〕
  2     则                          市政府办公室      11号           2019-02-28
`;
    expect(entriesOf(text)).toEqual([
      ['市人民政府', '青川市人民政府关于印发青川市地下管廊管理办法', '青政〔2019〕3号', null],
      ['市政府办公室', '青川市城市河渠管理实施细则', '青政办〔2019〕11号', null],
    ]);
  });

  it('count no sums among their rows', () => {
    const text = `${title}报备单位\t序号\t文件名称\t发文字号\t发布日期
徐城市人民政府\t1\t海绵城市管理办法\t徐政规〔2019〕2号\t2019/1/6
\t2\t调整标准的通知\t徐政规〔2019〕3号\t2019/2/12
\t小计\t2件
合计\t\t2件
`;
    expect(entriesOf(text)).toEqual([
      ['徐城市人民政府', '海绵城市管理办法', '徐政规〔2019〕2号', '2019-01-06'],
      ['徐城市人民政府', '调整标准的通知', '徐政规〔2019〕3号', '2019-02-12'],
    ]);
  });

  it('belong to the notice that hands the list on', () => {
    const text = `青川市司法局关于2019年第一季度规范性文件备案情况的通报
青司发〔2019〕15号

各县（区）人民政府：
现将目录予以通报。

青川市司法局
2019年4月9日

2019年第一季度备案登记的规范性文件目录

| 序号 | 文件名称 | 文号 | 发布日期 |
| --- | --- | --- | --- |
| 1 | 青川市犬类管理办法 | 青政规〔2019〕2号 | 2019年1月25日 |
| 2 | 青川市生猪屠宰管理办法 | 青政规〔2019〕3号 | 2019年2月27日 |
`;
    const { documents, filingCatalogues } = parse(text);
    expect([documents.length, filingCatalogues[0]?.documentNumber]).toEqual([1, '青司发〔2019〕15号']);
  });
});

describe('any lines under the title of a filing catalogue', () => {
  const cell = fc.constantFrom(
    ...[
      '序号',
      '文件名称',
      '文号',
      '发布日期',
      '1',
      '2',
      '（3）',
      '关于停车的通告',
      '《停车办法》',
      '市教育局',
      '一、市直部门',
    ],
    ...['青政规〔2019〕2号', '青政规', '〔2019〕2号', '2019年1月25日', '2019.1.25', '江州市（2件）', '', '办法'],
  );
  const gap = fc.constantFrom('   ', '\t', ' | ', '　', '', '\n', '\n\n', '\n    ');
  const line = fc.array(fc.tuple(cell, gap), { maxLength: 6 }).map((cells) => cells.flat().join(''));

  it('give entries that stand in the text, in order, each in one group', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        const text = `青川市2019年第一季度规范性文件备案目录\n\n${lines.join('\n')}\n`;
        const { filingCatalogues } = parse(text);
        const starts = filingCatalogues
          .flatMap(({ groups }) => groups.flatMap(({ entries }) => entries))
          .map(({ span }) => span);
        expect(starts.every(({ start, end }) => start < end && end <= text.length)).toBe(true);
        expect(starts.map(({ start }) => start)).toEqual([...starts].map(({ start }) => start).sort((a, b) => a - b));
      }),
      { seed: 29, numRuns: 300 },
    );
  });
});

describe('entries over several lines', () => {
  it("keep the day of the last one, which is not the catalogue's own", () => {
    const text = `青川市2019年第一季度规范性文件备案目录

市政府各部门
1.青川市住房公积金提取管理办法
青公积金〔2019〕9号
2019年2月4日
2.关于调整等级范围的公告
青川市税务局公告2019年第2号
2019年3月22日
`;
    expect(entriesOf(text)).toEqual([
      ['市政府各部门', '青川市住房公积金提取管理办法', '青公积金〔2019〕9号', '2019-02-04'],
      ['市政府各部门', '关于调整等级范围的公告', '青川市税务局公告2019年第2号', '2019-03-22'],
    ]);
  });
});

describe('headings of filing catalogues', () => {
  const catalogue = (lines: string): string => `江源省2018年第一季度规范性文件备案目录\n\n${lines}\n`;

  it('keep the heading over several groups, and warn where its count does not hold', () => {
    const { filingCatalogues, warnings } = parse(
      catalogue(`一、设区市（3件）
（一）江州市（1件）
1.江州市停车办法（江府规〔2018〕1号，2018年1月12日）
（二）赣南市（1件）
1.赣南市停车办法（赣府规〔2018〕2号，2018年1月30日）
二、省直部门
（一）省水利厅
1.江源省采砂办法（江水规〔2018〕1号，2018年2月5日）`),
    );
    expect(filingCatalogues[0]?.groups.map(({ section, name, declared }) => [section, name, declared])).toEqual([
      ['设区市', '江州市', 1],
      ['设区市', '赣南市', 1],
      ['省直部门', '省水利厅', null],
    ]);
    expect(warnings.flatMap(({ code, message }) => (code === 'catalogue_count_differs' ? [message] : []))).toEqual([
      '设区市标明3件，实列2件',
    ]);
  });
});

describe('lists of documents that are no filing catalogue', () => {
  const entries = `1.《婚姻登记管理办法》（江府规〔2018〕1号，2018年1月12日）
2.《户口登记规定》（江府规〔2018〕2号，2018年2月1日）
`;
  it.each([
    ['关于修改《婚姻登记管理办法》等规章的决定', '2024年第一季度，市人民政府决定修改下列规章：'],
    ['关于废止部分文件的通知', '根据2024年第一季度规范性文件备案审查的要求，决定废止下列文件：'],
    ['关于做好登记工作的通知', '2024年第一季度，各地要按照下列登记文件办理：'],
    ['2024年第一季度消防备案项目目录', '现将项目公布如下：'],
  ])('%s', (title, opening) => {
    const { filingCatalogues, warnings } = parse(`${title}\n\n${opening}\n${entries}`);
    expect(filingCatalogues).toEqual([]);
    expect(warnings.filter(({ code }) => code.startsWith('catalogue_'))).toEqual([]);
  });
  it('but the same entries under a sentence on filing are', () => {
    const text = `江州市司法局公告\n\n2024年第一季度，市司法局备案登记行政规范性文件2件，目录如下：\n${entries}`;
    expect(entriesOf(text).map(([, title]) => title)).toEqual(['婚姻登记管理办法', '户口登记规定']);
  });
});
