import { describe, expect, it } from 'vitest';
import { parse } from '../../../helpers/parse-text.ts';

/** Every entry of the catalogues of a text: section, group, title, number, day. */
const entriesOf = (text: string): (string | null)[][] =>
  parse(text).filingCatalogues.flatMap(({ groups }) =>
    groups.flatMap(({ section, name, entries }) =>
      entries.map(({ title, documentNumber, date }) => [section, name, title, documentNumber, date]),
    ),
  );

describe('rows of a filing catalogue', () => {
  it('go on over the lines between two rules of a drawn box, also in the first column', () => {
    const text = `桂溪市2016年第一季度规范性文件备案一览表

┌────┬──────────────────┬──────────┬──────────┐
│地区│文件名称          │文号      │发布日期  │
├────┼──────────────────┼──────────┼──────────┤
│象山│象山区城中村改造补│象政发    │2016年1月 │
│区  │偿安置办法        │〔2016〕1 │14日      │
│    │                  │号        │          │
│    ├──────────────────┼──────────┼──────────┤
│    │象山区临时救助细则│象政办发  │2016年2月 │
│    │                  │〔2016〕9 │3日       │
│    │                  │号        │          │
└────┴──────────────────┴──────────┴──────────┘
`;
    expect(entriesOf(text)).toEqual([
      [null, '象山区', '象山区城中村改造补偿安置办法', '象政发〔2016〕1号', '2016-01-14'],
      [null, '象山区', '象山区临时救助细则', '象政办发〔2016〕9号', '2016-02-03'],
    ]);
  });

  it('have days of eight figures, and numbers under a head of two columns', () => {
    const text = `湖东市2024年第二季度行政规范性文件备案目录

序号\t文件标题及文号\t\t成文日期\t备案登记号
1\t湖东市特困人员认定办法\t湖民规〔2024〕1号\t20240520\t湖法备2024-13
2\t湖东市政务信息化项目管理办法\t湖数规〔2024〕2号\t20240416\t湖法备2024-12
`;
    expect(entriesOf(text)).toEqual([
      [null, '', '湖东市特困人员认定办法', '湖民规〔2024〕1号', '2024-05-20'],
      [null, '', '湖东市政务信息化项目管理办法', '湖数规〔2024〕2号', '2024-04-16'],
    ]);
  });

  it('keep the heading across the table as the section of the bodies that they name', () => {
    const text = `沅西市2022年第四季度行政规范性文件备案登记公告

文件名称 文号 制定机关 公布日期
▲市直单位
燃气安全管理办法 沅城管规〔2022〕2号 市城市管理局 2022-10-11
单车停放管理规定 沅交规〔2022〕3号 市交通运输局 2022-11-30
▲县区政府
宅基地审批管理办法 泸政规〔2022〕5号 泸溪县人民政府 2022-12-02
`;
    expect(entriesOf(text).map(([section, name]) => [section, name])).toEqual([
      ['市直单位', '市城市管理局'],
      ['市直单位', '市交通运输局'],
      ['县区政府', '泸溪县人民政府'],
    ]);
  });

  it('stand apart from a masthead above a table that lost its cells', () => {
    const cells =
      '文件名称|文号|制定机关|发布时间|备案时间|草原防火办法|凉政发〔2017〕40号|州人民政府|2017-07-03|2017-07-20';
    const text = `西凉州人民政府公报　2017年第3期

西凉州2017年第三季度规范性文件备案目录

${cells.replaceAll('|', '\n\n')}

旅游投诉处理规定

凉旅发〔2017〕15号

州旅游局

2017-07-19

2017-08-04
`;
    expect(entriesOf(text)).toEqual([
      [null, '州人民政府', '草原防火办法', '凉政发〔2017〕40号', '2017-07-03'],
      [null, '州旅游局', '旅游投诉处理规定', '凉旅发〔2017〕15号', '2017-07-19'],
    ]);
    expect(parse(text).masthead.publicationDate).toBeNull();
  });
});

describe('the head of a table', () => {
  it.each([
    ['one space apart', ' '],
    ['tabs apart', '\t'],
  ])('ends the masthead over it: cells %s', (_, gap) => {
    const rows = [
      '序号|文件名称|文号|发布部门|登记编号|公布日期',
      '1|计量器具检定管理办法|沧质监〔2014〕31号|市质监局|CLBA2014015|2014.7.8',
      `2|公开招聘实施细则|沧人社规${gap === ' ' ? ' ' : ''}〔2014〕5号|市人社局|CLBA2014016|2014.8.14`,
    ];
    const text = `沧浪市人民政府公报  2014年第12期

沧浪市2014年第三季度部门规范性文件备案目录

${rows.map((row) => row.replaceAll('|', gap)).join('\n\n')}
`;
    expect(entriesOf(text)).toEqual([
      [null, '市质监局', '计量器具检定管理办法', '沧质监〔2014〕31号', '2014-07-08'],
      [null, '市人社局', '公开招聘实施细则', '沧人社规〔2014〕5号', '2014-08-14'],
    ]);
    expect(parse(text).masthead.publicationDate).toBeNull();
  });

  it('goes on in the row below it, also where that row is a head by itself', () => {
    const text = `2023年第四季度规范性文件备案公告

文件信息\t\t\t备案信息\t\t制定机关
名称\t文号\t印发日期\t备案号\t备案日期\t
场馆开放补助办法\t岐体规〔2023〕1号\t2023.10.9\t2023-051\t2023.10.20\t市体育局
关于封山禁牧的通告\t岐政通〔2023〕14号\t2023.11.15\t2023-052\t2023.11.28\t岐水市人民政府
`;
    expect(entriesOf(text).map((entry) => entry.slice(1))).toEqual([
      ['市体育局', '场馆开放补助办法', '岐体规〔2023〕1号', '2023-10-09'],
      ['岐水市人民政府', '关于封山禁牧的通告', '岐政通〔2023〕14号', '2023-11-15'],
    ]);
  });

  it('stands over rests of cells too, alone between empty ones', () => {
    const text = `2020年第三季度行政规范性文件备案登记一览表

序号\t制定机关\t文件名称\t发文字号\t公布日期
1\t玉门关市\t文物保护管理办法\t玉政发〔2020〕42号\t2020年7月8日
\t人民政府\t\t\t
2\t瓜城县人\t关于落实粮食安全\t瓜政办发\t2020年7月27日
\t民政府\t责任制的细则\t〔2020〕61号\t
`;
    expect(entriesOf(text).map((entry) => entry.slice(1))).toEqual([
      ['玉门关市人民政府', '文物保护管理办法', '玉政发〔2020〕42号', '2020-07-08'],
      ['瓜城县人民政府', '关于落实粮食安全责任制的细则', '瓜政办发〔2020〕61号', '2020-07-27'],
    ]);
  });

  it('tells the day of filing from the day of the document', () => {
    const text = `渠州市2022年第三季度规范性文件备案目录

序号\t报备单位\t文件名称及文号\t实施日期\t报备日期
1\t渠西区政府\t渠西区人才公寓管理办法（渠西府规〔2022〕2号）\t2022.8.1\t2022.7.13
2\t铜山县政府\t铜山县城区养犬管理规定（铜府发〔2022〕19号）\t2022.8.15\t2022.7.29
`;
    expect(entriesOf(text).map((entry) => entry.slice(1))).toEqual([
      ['渠西区政府', '渠西区人才公寓管理办法', '渠西府规〔2022〕2号', null],
      ['铜山县政府', '铜山县城区养犬管理规定', '铜府发〔2022〕19号', null],
    ]);
  });
});

describe('entries of a filing catalogue in running text', () => {
  it('end in what came of the filing, or in who published the document under which number', () => {
    const text = `2021年第一季度规范性文件备案目录

一、规章

1.赣江市城市轨道交通管理办法（2021年1月12日赣江市人民政府令第76号公布）

二、规范性文件

2.《赣江市土地储备实施办法》，赣国土资〔2021〕80号，2021年3月1日发布，准予备案。
`;
    expect(entriesOf(text).map((entry) => entry.slice(2))).toEqual([
      ['赣江市城市轨道交通管理办法', '赣江市人民政府令第76号', '2021-01-12'],
      ['赣江市土地储备实施办法', '赣国土资〔2021〕80号', '2021-03-01'],
    ]);
  });

  it('say behind the number who made the document and when', () => {
    const text = `巴陵市司法局关于2018年第四季度行政规范性文件备案情况的通告

现通告如下：

1．《机动车停车场管理办法》（巴政办规〔2018〕12号），市人民政府办公室制定，2018年10月8日公布，备案号：巴府备〔2018〕55号。

2．《关于规范殡葬服务收费的通知》（巴价费〔2018〕44号），市物价局、市民政局制定，2018年11月13日公布，备案号：巴府备〔2018〕57号。
`;
    expect(entriesOf(text)).toEqual([
      [null, '市人民政府办公室', '机动车停车场管理办法', '巴政办规〔2018〕12号', '2018-10-08'],
      [null, '市物价局、市民政局', '关于规范殡葬服务收费的通知', '巴价费〔2018〕44号', '2018-11-13'],
    ]);
  });

  it('state facts as the head of a saved page does, and are none', () => {
    const text = `绵山市2022年第二季度规范性文件登记备案目录

1、绵山市人民政府办公室关于印发《租赁住房管理办法》的通知
   文号：绵府办规〔2022〕3号
   发布时间：2022-04-14      登记号：川绵登2022-12
2、绵山市公安局
   关于加强犬只管理的通告
   文号：绵公规〔2022〕2号
   发布时间：2022-06-23      登记号：川绵登2022-14
`;
    expect(entriesOf(text).map((entry) => entry.slice(2))).toEqual([
      ['绵山市人民政府办公室关于印发《租赁住房管理办法》的通知', '绵府办规〔2022〕3号', '2022-04-14'],
      ['绵山市公安局关于加强犬只管理的通告', '绵公规〔2022〕2号', '2022-06-23'],
    ]);
  });

  it('name their facts in corners', () => {
    const text = `关于公布2021年第二季度部门规范性文件备案登记情况的公告

现将目录公布如下。

（一）
【文件名称】鹿城市城市道路挖掘修复管理办法
【发文字号】鹿住建规〔2021〕3号
【制定机关】鹿城市住房和城乡建设局
【公布日期】2021年4月6日

（二）
【文件名称】关于明确住房公积金贷款
额度计算标准的通知
【发文字号】鹿公积金〔2021〕18号
【制定机关】鹿城市住房公积金管理中心
【公布日期】2021年5月20日
`;
    expect(entriesOf(text).map((entry) => entry.slice(2))).toEqual([
      ['鹿城市城市道路挖掘修复管理办法', '鹿住建规〔2021〕3号', '2021-04-06'],
      ['关于明确住房公积金贷款额度计算标准的通知', '鹿公积金〔2021〕18号', '2021-05-20'],
    ]);
  });

  it('begin no document of their own where a number stands before the title and a day under it', () => {
    const text = `东溟市司法局关于2020年第二季度规范性文件备案登记的通告

各区人民政府：
　　现将规范性文件（共3件）通告如下：

　　★市人民政府办公厅（2件）
　　东府办〔2020〕22号　　东溟市人民政府办公厅关于印发人才安居办法的通知（2020.04.01）
　　东府办〔2020〕27号　　东溟市人民政府办公厅关于加快总部经济发展的若干意见
　　　　　　　　　　　　　（2020.04.27）
　　★市科学技术局（1件）
　　东科规〔2020〕1号　　东溟市科技创新券管理办法（2020.05.12）

　　　　　　　　　　　　　　　　　　　　　　　东溟市司法局
　　　　　　　　　　　　　　　　　　　　　　2020年7月3日
`;
    expect(parse(text).documents).toHaveLength(1);
    expect(entriesOf(text).map((entry) => entry.slice(1))).toEqual([
      ['市人民政府办公厅', '东溟市人民政府办公厅关于印发人才安居办法的通知', '东府办〔2020〕22号', '2020-04-01'],
      ['市人民政府办公厅', '东溟市人民政府办公厅关于加快总部经济发展的若干意见', '东府办〔2020〕27号', '2020-04-27'],
      ['市科学技术局', '东溟市科技创新券管理办法', '东科规〔2020〕1号', '2020-05-12'],
    ]);
  });
});
