import { describe, expect, it } from 'vitest';
import { toParseOutput } from '../../../ingest/parse-output.ts';
import { parse } from '../../helpers/parse-text.ts';

const TITLE = '江州市供水管理办法';
const SENTENCE = `《${TITLE}》已经2023年2月20日市人民政府第5次常务会议通过，现予公布，自2023年5月1日起施行。`;
const ARTICLES = '第一条　为加强供水管理，制定本办法。\n第二条　本办法自2023年5月1日起施行。';

/** What a reader is told of each document. */
const read = (text: string): string[] =>
  toParseOutput(parse(text)).documents.map(({ title, documentNumber, promulgationDate, issuingAuthorities }) =>
    [title, documentNumber, promulgationDate, issuingAuthorities.join('+')].join(' | '),
  );

describe('orders in every form are one document with what they promulgate', () => {
  it.each([
    ['authority and number apart', '江州市人民政府令\n第12号', '市长　张某\n2023年3月1日'],
    ['in one line', '江州市人民政府令第12号', '市长　张某\n2023年3月1日'],
    ['signer and day in one line', '江州市人民政府令\n第12号', '市　长　张　某　　　　2023年3月1日'],
    ['the number in brackets', '江州市人民政府令\n（第12号）', '市长　张某\n2023年3月1日'],
    ['a colon between office and name', '江州市人民政府令\n第12号', '市长：张某\n2023年3月1日'],
    ['the title in brackets under the number', `江州市人民政府令第12号\n（${TITLE}）`, '市长　张某\n2023年3月1日'],
    ['a page end inside', '江州市人民政府令\n\n— 4 —\n\n\n第12号', '市长　张某\n2023年3月1日'],
  ])('%s', (_, head, closing) => {
    const number = '江州市人民政府令第12号';
    expect(read(`${head}\n\n${SENTENCE}\n\n${closing}\n\n${TITLE}\n\n${ARTICLES}\n`)).toEqual([
      `${TITLE} | ${number} | 2023-03-01 | 江州市人民政府`,
    ]);
  });

  it('joint authorities in letters spaced out', () => {
    const head = '交　通　运　输　部\n公　　安　　部\n国　家　网　信　办\n令\n2016年第60号';
    const closing = '交通运输部部长　张某\n公安部部长　李某\n2023年3月1日';
    expect(read(`${head}\n\n${SENTENCE}\n\n${closing}\n\n${TITLE}\n\n${ARTICLES}\n`)).toEqual([
      `${TITLE} | 交通运输部、公安部、国家网信办令2016年第60号 | 2023-03-01 | 交通运输部+公安部+国家网信办`,
    ]);
  });

  it('令 set between the authorities', () => {
    const head = '中华人民共和国交通运输部\n　　　　　　　　令\n中华人民共和国公安部\n\n第 28 号';
    const contents = `目录\n中华人民共和国交通运输部\n中华人民共和国公安部　令（第28号）……（3）\n　　${TITLE}……（3）\n`;
    const issue = parse(
      `江州市人民政府公报\n2023年第5期\n\n${contents}\n${head}\n\n${SENTENCE}\n\n2023年3月1日\n\n${TITLE}\n\n${ARTICLES}\n`,
    );
    expect(
      issue.documents.map(({ title, documentNumber, issuingAuthorities }) => [
        title.value,
        documentNumber?.value,
        issuingAuthorities.map(({ value }) => value),
      ]),
    ).toEqual([
      [
        TITLE,
        '中华人民共和国交通运输部、中华人民共和国公安部令第28号',
        ['中华人民共和国交通运输部', '中华人民共和国公安部'],
      ],
    ]);
    expect(
      issue.contents.map(({ title, documentNumber, documentIndex }) => [title, documentNumber, documentIndex]),
    ).toEqual([[TITLE, '中华人民共和国交通运输部、中华人民共和国公安部令第28号', 0]]);
  });

  it('令 behind the second authority, apart from it', () => {
    const head = '江州市公安局\n江州市交通局　令\n第655号';
    expect(read(`${head}\n\n${SENTENCE}\n\n2023年3月1日\n\n${TITLE}\n\n${ARTICLES}\n`)[0]).toMatch(
      /第655号 \| 2023-03-01 \| 江州市公安局\+江州市交通局$/u,
    );
  });

  it('命令 of an old government is no part of its name', () => {
    const text = `江州省人民政府命令\n　　　（53）府商字第十八号\n　　兹制定${TITLE}，公布施行。此令。\n主席　裴某某\n一九五三年三月二十五日\n${TITLE}\n${ARTICLES}\n`;
    expect(read(text)[0]).toMatch(/1953-03-25 \| 江州省人民政府$/u);
  });

  it('an announcement over the number of what it promulgates', () => {
    const title = '最高人民法院关于购房消费者权利保护问题的批复';
    const text = `中华人民共和国最高人民法院\n公　　告\n\n《${title}》已于2023年2月14日由审判委员会第1879次会议通过，现予公布，自2023年4月20日起施行。\n\n最高人民法院\n2023年4月20日\n\n法释〔2023〕4号\n\n${title}\n\n（2023年2月14日审判委员会第1879次会议通过，\n自2023年4月20日起施行）\n\n某省高级人民法院：\n\n你院请示收悉。经研究，批复如下：\n`;
    expect(read(text)).toEqual([`${title} | 法释〔2023〕4号 | 2023-04-20 | 中华人民共和国最高人民法院`]);
  });

  it('a number broken by a line end', () => {
    const text = `江州省第十四届人民代表大会常务委员会公告（第\n12号）\n\n《江州省河道管理条例》已由常务委员会第四次会议于2023年7月27日通过，现予公布，自2023年9月1日起施行。\n\n江州省人民代表大会常务委员会\n2023年7月27日\n\n江州省河道管理条例\n\n第一条　制定本条例。\n`;
    expect(read(text)[0]).toContain('江州省河道管理条例 | 江州省第十四届人民代表大会常务委员会公告第12号 | 2023-07-27');
  });
});

describe('notices in every form', () => {
  const TEXT = '各区人民政府：\n现就供水工作通知如下。\n\n江州市人民政府\n2023年3月5日\n';
  const NOTICE = '江州市人民政府关于做好供水工作的通知';
  const EXPECTED = [`${NOTICE} | 江政发〔2023〕8号 | 2023-03-05 | 江州市人民政府`];

  it.each([
    ['number under the title', `${NOTICE}\n江政发〔2023〕8号\n\n${TEXT}`],
    ['number over the title', `江政发〔2023〕8号\n\n${NOTICE}\n\n${TEXT}`],
    [
      'the day beside the number',
      `${NOTICE}\n\n2023年3月5日　江政发〔2023〕8号\n\n各区人民政府：\n现就供水工作通知如下。\n`,
    ],
    [
      'day and number between brackets',
      `${NOTICE}\n\n（二〇二三年三月五日　江政发〔2023〕8号）\n\n各区人民政府：\n现就供水工作通知如下。\n`,
    ],
    [
      'the day behind the number',
      `${NOTICE}\n江政发〔2023〕8号　　2023年3月5日\n\n各区人民政府：\n　　现就供水工作通知如下。\n`,
    ],
    [
      'number and day between brackets',
      `${NOTICE}\n（江政发〔2023〕8号　二〇二三年三月五日）\n\n各区人民政府：\n　　现就供水工作通知如下。\n`,
    ],
    ['names of persons over the title', `王某某　李某某　张某某\n${NOTICE}\n江政发〔2023〕8号\n\n${TEXT}`],
    ['a letterhead spaced out', `江 州 市 人 民 政 府 文 件\n\n江政发〔2023〕8号\n\n${NOTICE}\n\n${TEXT}`],
    ['a letterhead', `江州市人民政府文件\n\n江政发〔2023〕8号\n\n${NOTICE}\n\n${TEXT}`],
    ['a page end between title and number', `${NOTICE}\n\n— 4 —\n\n\n\n江政发〔2023〕8号\n\n${TEXT}`],
    [
      'a title over three lines, its last word spread out',
      '江州市人民政府\n关于做好供水工作的\n通　　知\n江政发〔2023〕8号\n\n'.concat(TEXT),
    ],
    [
      'the same under the number',
      '江州市人民政府文件\n\n江政发〔2023〕8号\n\n江州市人民政府\n关于做好供水工作的\n通　　知\n\n'.concat(TEXT),
    ],
    [
      'a number broken by a page end',
      `${NOTICE}\n江政\n- 3 -\n江州市人民政府公报　2023年第5期\n发〔2023〕8号\n\n${TEXT}`,
    ],
    ['a title broken inside its last word', `江州市人民政府关于做好供水工作的通\n知\n江政发〔2023〕8号\n\n${TEXT}`],
    ['front matter', `---\ntitle: ${NOTICE}\ndate: 2024-01-01\n---\n\n# ${NOTICE}\n\n江政发〔2023〕8号\n\n${TEXT}`],
  ])('%s', (_, text) => expect(read(text)).toEqual(EXPECTED));

  it('leaves day and issuer of an unsigned notice its own where what it passes on is signed', () => {
    const text = `江州市人民政府\n批转市水产局关于整顿渔港秩序的意见\n（1964年7月18日 （64）江农字第288号）\n沿海各县人民委员会：\n　　现将市水产局关于整顿渔港秩序的意见发给你们，请研究执行。\n\n关于整顿渔港秩序的意见\n　　一、渔船进出港口，应当服从指挥。\n江州市水产局\n1964年7月3日\n`;
    expect(read(text)).toEqual([
      '江州市人民政府批转市水产局关于整顿渔港秩序的意见 | 〔64〕江农字第288号 | 1964-07-18 | 江州市人民政府',
    ]);
  });

  it('takes the issuer at the head of several pages for the first line of titles', () => {
    const notice = (serial: number): string =>
      `江州市人民政府\n关于供水工作第${String(serial)}批项目的通知\n江政发〔2023〕${String(serial)}号\n各区人民政府：\n现通知如下。\n江州市人民政府\n2023年3月5日\n- ${String(serial)} -\n`;
    expect(read(ISSUE + [1, 2, 3, 4].map(notice).join('')).map((line) => line.split(' | ')[0])).toEqual(
      [1, 2, 3, 4].map((serial) => `江州市人民政府关于供水工作第${String(serial)}批项目的通知`),
    );
  });

  it('keeps a forwarded text inside what forwards it', () => {
    const text = `江州市人民政府公报\n2023年第5期\n\n目录\n江州市财政局转发财政部关于延长政策期限的公告的通知（江财〔2023〕3号）……4\n${NOTICE}（江政发〔2023〕8号）……9\n\n江州市财政局转发财政部关于延长政策期限的公告的通知\n江财〔2023〕3号\n\n各区财政局：\n现将《财政部关于延长政策期限的公告》转发给你们。\n\n江州市财政局\n2023年3月1日\n\n附件\n\n财政部关于延长政策期限的公告\n财政部公告2023年第13号\n\n现将有关政策公告如下。\n\n财政部\n2023年2月1日\n\n${NOTICE}\n江政发〔2023〕8号\n\n${TEXT}`;
    expect(read(text)).toEqual([
      '江州市财政局转发财政部关于延长政策期限的公告的通知 | 江财〔2023〕3号 | 2023-03-01 | 江州市财政局',
      ...EXPECTED,
    ]);
  });

  it('leaves page numbers and the line that runs over every page out of the text', () => {
    const pages = Array.from({ length: 4 }, (_, page) => {
      const lines = Array.from({ length: 12 }, (__, at) => `第${String(page)}页第${String(at)}句说明供水工作。`);
      return `供水工作文件选编\n\n${lines.join('\n')}\n\n${String(page + 7)}\n\n`;
    });
    const issue = parse(`${NOTICE}\n江政发〔2023〕8号\n\n${pages.join('')}江州市人民政府\n2023年3月5日\n`);
    const furniture = issue.segments.filter(({ kind }) => kind === 'furniture');
    expect(furniture.map(({ rule }) => rule).sort()).toEqual([
      ...Array.from({ length: 4 }, () => 'page-number'),
      // Where no page ends before it, such a line may be a title.
      ...Array.from({ length: 3 }, () => 'running-head'),
    ]);
  });
});

const ISSUE = '江州市人民政府公报\n2023年第5期\n\n';
const CLOSING = '江州市人民政府\n2023年3月5日\n';

describe('announcements and communiqués without a title in words', () => {
  const ANNOUNCED =
    '根据有关规定，经审查，批准甲公司的产品，现予公告。\n\n附件：产品目录\n\n江州市农业局\n2023年3月5日\n\n附件\n\n产品目录\n\n甲产品　乙产品\n';

  it('are named by authority and number, not by an annex', () => {
    expect(read(`江州市农业局公告\n第7号\n\n${ANNOUNCED}`)).toEqual([
      '江州市农业局公告第7号 | 江州市农业局公告第7号 | 2023-03-05 | 江州市农业局',
    ]);
  });

  it('are not named by the law that they go by', () => {
    const text =
      '江州市农业局公告\n第7号\n\n根据《江州市农药管理条例》，现将检查结果予以公布，自发布之日起执行。\n\n江州市农业局\n2023年3月5日\n';
    expect(read(text)).toEqual(['江州市农业局公告第7号 | 江州市农业局公告第7号 | 2023-03-05 | 江州市农业局']);
  });

  it('take the title that the contents give them', () => {
    const text = `${ISSUE}目录\n江州市农业局公告第7号（批准甲公司新产品）……2\n\n江州市农业局公告\n第7号\n\n${ANNOUNCED}`;
    expect(read(text)).toEqual(['批准甲公司新产品 | 江州市农业局公告第7号 | 2023-03-05 | 江州市农业局']);
  });

  it('keep an edition in brackets in the title, and leave the mark of a footnote out', () => {
    const text = `${ISSUE}目录\n江州市2022年统计公报……2\n江州市人口普查公报（第三号）……9\n\n# 江州市2022年统计公报[1]\n\n全年生产总值1234亿元，比上年增长3.2%。\n\n# 江州市人口普查公报\n# （第三号）\n\n全市常住人口为123万人，比上次普查增加2万人。\n`;
    expect(parse(text).documents.map(({ title, documentNumber }) => [title.value, documentNumber])).toEqual([
      ['江州市2022年统计公报', null],
      ['江州市人口普查公报（第三号）', null],
    ]);
  });
});

describe('what stands behind a closing', () => {
  const partsOf = (text: string): string[] =>
    parse(text).documents.flatMap(({ title, parts }) => [
      `= ${title.value}`,
      ...parts.slice(1).map((part) => `- ${part.title}`),
    ]);

  it('tables with labels of their own are annexes', () => {
    const text = `江州市人民政府办公室关于信息报送情况的通报\n江政办函〔2023〕5号\n\n各区人民政府：\n\n现将情况通报如下。\n\n2023年3月5日\n\n表1\n\n各区采用情况\n\n| 区 | 条 |\n| --- | --- |\n| 东区 | 56 |\n\n表2　部门采用情况\n\n| 部门 | 条 |\n| --- | --- |\n| 教育局 | 33 |\n`;
    expect(partsOf(text)).toEqual(['= 江州市人民政府办公室关于信息报送情况的通报', '- 各区采用情况', '- 部门采用情况']);
    expect(read(text)[0]).toContain('2023-03-05');
  });

  it('a label that names its table begins an annex, also where nobody signs above it', () => {
    const rows = (serial: number): string =>
      `序号 文件名称 文号 说明\n1 关于供水管理的通知 江政发〔200${serial}〕65号 工作任务已经完成。`;
    const text = `${TITLE}\n\n第一条　废止部分文件。\n第二条　本办法自2023年5月1日起施行。\n\n附件1:决定废止的文件目录(28件)\n${rows(1)}\n附件2:宣布失效的文件目录(4件)\n${rows(2)}\n`;
    expect(parse(text).documents[0]?.parts.map(({ title }) => title)).toEqual([
      TITLE,
      '决定废止的文件目录(28件)',
      '宣布失效的文件目录(4件)',
    ]);
  });

  it('an annex that the text names over its signature begins once', () => {
    const text = `江州市财政局关于开展惠民工程的通知\n江财〔2023〕5号\n\n各区财政局：\n\n现通知如下。\n\n附：\n补助资金管理暂行办法\n\n${CLOSING}\n附：\n\n补助资金管理暂行办法\n\n第一条　制定本办法。\n`;
    expect(partsOf(text)).toEqual(['= 江州市财政局关于开展惠民工程的通知', '- 补助资金管理暂行办法']);
  });

  it('subject words and distribution, also under a day that nobody signs', () => {
    const text = `江州市人民政府办公室\n关于调整安全生产委员会成员的通知\n江政办〔2010〕41号\n各区人民政府：\n　　成员调整如下：\n　　成　员：黄　某　　市安监局局长\n　　　　　　韦某某　　市公安局副局长\n　　　　　　　　　　　　二〇一〇年三月二十四日\n主题词：机构　人员　调整　通知\n抄送：市委各部门。\n江州市人民政府办公室　　　2010年3月24日印发\n`;
    const issue = parse(text);
    expect(read(text)).toEqual([
      '江州市人民政府办公室关于调整安全生产委员会成员的通知 | 江政办〔2010〕41号 | 2010-03-24 | 江州市人民政府办公室',
    ]);
    expect(issue.warnings.filter(({ line }) => (line ?? 0) > 8).map(({ code }) => code)).toEqual([]);
  });

  it('what an unsigned notice passes on is apart from it, also under a day beside its number', () => {
    const forwarded = `江州市人民政府批转市计委关于以工代赈计划安排意见的通知\n江政发〔1998〕8号　1998年2月27日\n\n各县人民政府：\n　　市政府同意市计委《关于以工代赈计划安排的意见》，现转发给你们。\n\n关于以工代赈计划安排的意见\n市计委\n市人民政府：\n　　现提出如下意见：\n　　一、安排原则。\n　　　　　　　　一九九八年二月十日\n`;
    expect(partsOf(forwarded).slice(1)).toEqual(['- 关于以工代赈计划安排的意见']);
    expect(read(forwarded)[0]).toContain('1998-02-27');
    const labelled = `江州省人民政府转发政务院关于制止农民盲目流动的紧急通知\n（53）府民字第五十号\n一九五三年四月二十三日\n各县人民政府：\n　　兹将通知转发你们，希切实执行。\n附：政务院关于制止农民盲目流动的紧急通知\n　　各省人民政府：\n　　特通知如下：\n　　一、各地应劝止农民盲目进城。\n　　　　　　总理　周恩来\n　　　　　　一九五三年四月十七日\n`;
    expect(partsOf(labelled).slice(1)).toEqual(['- 政务院关于制止农民盲目流动的紧急通知']);
    expect(read(labelled)[0]).toContain('1953-04-23');
  });

  it('the name of a section belongs to neither document', () => {
    const text = `江州市人民政府关于任命张某的通知\n江政任〔2023〕5号\n\n决定任命张某为市审计局局长。\n\n${CLOSING}\n人事任免\n\n江政任〔2023〕6号\n\n江州市人民政府\n关于免去李某职务的通知\n\n决定免去李某的职务。\n\n${CLOSING}\n大 事 记\n\n江州市2023年1—3月大事记\n\n1月3日，市长主持召开常务会议。\n`;
    const issue = parse(ISSUE + text);
    expect(issue.documents.map(({ title, kind }) => [kind, title.value])).toEqual([
      ['act', '江州市人民政府关于任命张某的通知'],
      ['act', '江州市人民政府关于免去李某职务的通知'],
      ['report', '江州市2023年1—3月大事记'],
    ]);
    expect(issue.segments.filter(({ rule }) => rule === 'section-divider')).toHaveLength(2);
  });
});

describe('issues without contents', () => {
  const ACT = '江州市人民代表大会常务委员会关于批准《江州市供水条例》的决定';
  const BODY = '江州市第十届人民代表大会常务委员会第三次会议决定予以批准。';

  it('tell titles without a number by what stands over and under them', () => {
    const texts = [
      `${ACT}\n（2023年3月1日江州市第十届人民代表大会常务委员会第三次会议通过）\n\n　　${BODY}`,
      '关于《江州市供水条例》的说明\n\n——2023年2月1日在江州市第十届人民代表大会常务委员会第二次会议上\n\n市水务局局长　王某\n\n　　现作说明如下。',
      '江州市人民政府\n任　免　干　部\n\n　　任命王某为市水务局局长。',
      '江州市人民政府2023年3月大事记\n\n　　3月1日，市长出席会议。',
      '某某公司诉某某商行买卖合同纠纷案\n\n　　原告：某某公司。\n　　法院判决如下。',
      '江州市人民政府关于表彰先进单位的决定\n\n各区人民政府：\n　　市政府决定予以表彰。',
    ];
    const issue = parse(`江州市人民政府公报\n2023年第5期\n\n${texts.join('\n\n')}\n`);
    expect(issue.documents.map(({ title, kind }) => [kind, title.value])).toEqual([
      ['act', ACT],
      ['report', '关于《江州市供水条例》的说明'],
      ['act', '江州市人民政府任免干部'],
      ['report', '江州市人民政府2023年3月大事记'],
      ['act', '某某公司诉某某商行买卖合同纠纷案'],
      ['act', '江州市人民政府关于表彰先进单位的决定'],
    ]);
  });

  it('keep a heading, a table and what a notice passes on out of the titles', () => {
    const notice =
      '江州市人民政府办公室转发市水务局关于节约用水的意见的通知\n江政办发〔2023〕8号\n\n各区人民政府：\n　　市水务局《关于节约用水的意见》已经同意，现转发给你们。\n\n关于节约用水的意见\n\n　　现提出以下意见。\n　　一、关于用水计划\n　　各区制定用水计划。\n\n附件1\n\n联系方式\n\n市水务局　010-6529\n\n江州市财政局　江州市水务局\n关于调整水价的通知\n江财〔2023〕3号\n\n各区财政局：\n　　现就水价调整通知如下。\n';
    expect(read(notice).map((line) => line.split(' | ')[0])).toEqual([
      '江州市人民政府办公室转发市水务局关于节约用水的意见的通知',
      '江州市财政局　江州市水务局关于调整水价的通知',
    ]);
  });

  it('keep the new print of what a decision amends with the decision', () => {
    const decision =
      '江州市人民政府关于修改《江州市供水管理规定》的决定\n江政发〔2023〕8号\n\n　　一、删去第二条。\n　　本决定自公布之日起施行。\n　　《江州市供水管理规定》根据本决定作相应修改，重新公布。\n\n江州市供水管理规定\n\n第一条　为加强供水管理，制定本规定。\n第二条　本规定自公布之日起施行。\n';
    expect(parse(decision).documents.map(({ parts }) => parts.length)).toEqual([2]);
  });
});

describe('texts that nobody signs', () => {
  const dated = (text: string): string[] =>
    parse(ISSUE + text).documents.map(
      ({ title, promulgationDate, parts }) => `${title.value} | ${promulgationDate?.value ?? ''} | ${parts.length}`,
    );

  it('take a 题注 of several sentences in one bracket for a note', () => {
    const note =
      '（2007年12月20日江州市人民政府令第56号公布。自2008年1月31日起施行。根据2015年8月28日《关于修订部分规章的决定》修订。）';
    const [document] = parse(`${TITLE}\n${note}\n\n${ARTICLES}\n`).documents;
    expect(document?.title.value).toBe(TITLE);
    expect(document?.parts[0]?.framing?.map(({ text }) => text.text)).toEqual([note]);
  });

  it('take the only day under their title', () => {
    const text =
      '江州市人民政府关于加强管理的通知\n一九六三年十月十八日\n（63）江经字713号\n\n各区：\n　　特通知如下：\n　　一、健全责任制。\n';
    expect(dated(text)).toEqual(['江州市人民政府关于加强管理的通知 | 1963-10-18 | 1']);
  });

  it.each(['1964年2月10日，江州市司法局', '一九六四年二月十日　江州市司法局', '1964年2月10日\n江州市司法局'])(
    'take day and issuer under their title: %s',
    (head) => {
      const text = `关于代位继承问题的复函\n\n${head}\n\n各县公证处：\n　　来函收悉。经研究，答复如下，请遵照执行。\n`;
      expect(read(text)).toEqual(['关于代位继承问题的复函 |  | 1964-02-10 | 江州市司法局']);
    },
  );

  it('keep a sentence that opens with day and body whole', () => {
    const text = `${TITLE}执行情况的通报\n\n　　各区都已执行。\n1964年2月10日，江州市司法局\n召开会议，总结工作。\n`;
    expect(
      parse(text)
        .documents[0]?.parts[0]?.provisions.map(({ body }) => body.text)
        .join(''),
    ).toContain('1964年2月10日，江州市司法局召开会议');
  });

  it('take the body between title and 题注 for a note', () => {
    const text = `江州市归侨权益保护办法\n江州市人大常委会\n（1992年12月17日江州市第七届人民代表大会常务委员会第三十一次会议通过）\n${ARTICLES}\n`;
    const [document] = parse(text).documents;
    expect([document?.adoptionDate?.value, document?.parts[0]?.provisions.length]).toEqual(['1992-12-17', 2]);
  });

  it('end in a day set far to the right over the title of a list', () => {
    const text = `江州市人民政府关于公布历史建筑的通知\n江政发〔2008〕48号\n各区：\n　　现公布第三批历史建筑。\n　　　　　　　　　　　　二○○八年五月十二日\n江州市第三批历史建筑名单\n1. 甲宅　清代\n2. 乙桥　明代\n`;
    expect(dated(text)).toEqual(['江州市人民政府关于公布历史建筑的通知 | 2008-05-12 | 2']);
  });

  it("keep the printer's block out of their articles", () => {
    const text = `${TITLE}\n\n${ARTICLES}\n\n————————————\n  抄送：市委办公室。\n————————————\n  江州市人民政府办公室　2023年3月1日印发\n————————————\n`;
    const [document] = parse(ISSUE + text).documents;
    expect(document?.parts[0]?.provisions.map(({ label, body }) => [label, body.text])).toEqual([
      ['第一条', '为加强供水管理，制定本办法。'],
      ['第二条', '本办法自2023年5月1日起施行。'],
    ]);
  });
});

describe('page numbers that a scan leaves between lines', () => {
  const pages = (numbers: string[]): string[] => {
    const [first, second, third] = numbers;
    const notice = (serial: string): string =>
      `江州市人民政府关于供水工作的通知\n江政发〔2023〕${serial}号\n各区人民政府：\n现通知如下。\n江州市人民政府\n2023年3月5日\n`;
    return parse(`${notice('1')}${first}\n${notice('2')}${second}\n${notice('3')}${third}\n`).documents.map(
      ({ title, lines }) => `${lines.start}-${lines.end} ${title.value}`,
    );
  };

  it('are furniture where they grow from the first to the last; the days over them are not', () => {
    const title = '江州市人民政府关于供水工作的通知';
    expect(pages(['1', '4', '7'])).toEqual([`1-6 ${title}`, `8-13 ${title}`, `15-20 ${title}`]);
    expect(pages(['１', '２', '９'])).toEqual([`1-6 ${title}`, `8-13 ${title}`, `15-20 ${title}`]);
  });

  it('are furniture in brackets of their own; a title under one is not', () => {
    const lines = Array.from({ length: 12 }, (_, at) => `　　第${at + 1}段正文。`).join('\n');
    const text = `江州市人民政府关于供水的决定\n\n${lines}\n\n（21）\n\n${lines}\n\n（22）\n\n${lines}\n\n（23）\n\n任免事项\n\n　　任命王某为市水务局局长。\n`;
    const issue = parse(`江州市人民政府公报\n2023年第5期\n\n${text}`);
    expect(issue.documents.map(({ title }) => title.value)).toEqual(['江州市人民政府关于供水的决定', '任免事项']);
    expect(issue.segments.filter(({ rule }) => rule === 'page-number')).toHaveLength(3);
  });

  it('are kept where they do not', () => {
    expect(pages(['7', '4', '1'])).not.toEqual(pages(['1', '4', '7']));
  });
});

describe('speeches', () => {
  it('are reports, also where the occasion runs over two lines', () => {
    const text = `${ISSUE}关于《江州市供水条例（草案）》的说明\n\n——2023年2月23日在江州市第十五届人民代表大会\n常务委员会第七次会议上\n\n市水利局局长　刘　某\n\n市人民代表大会常务委员会：\n我受市人民政府委托，作如下说明。\n`;
    const [speech] = parse(text).documents;
    expect([speech?.kind, speech?.title.value]).toEqual(['report', '关于《江州市供水条例（草案）》的说明']);
    expect(speech?.parts.flatMap(({ framing }) => (framing ?? []).map((paragraph) => paragraph.text.text))).toContain(
      '市水利局局长　刘　某',
    );
  });
});

describe('contents that leave out who issues', () => {
  it('promise a title whose first line in print is the issuer', () => {
    const text = `${ISSUE}目录\n关于印发《江州市供水规划》的通知……2\n\n江州市人民政府办公室\n关于印发《江州市供水规划》的通知\n江政办发〔2023〕5号\n\n各区人民政府：\n\n现印发给你们。\n\n${CLOSING}`;
    expect(read(text)).toEqual([
      '江州市人民政府办公室关于印发《江州市供水规划》的通知 | 江政办发〔2023〕5号 | 2023-03-05 | 江州市人民政府',
    ]);
  });
});

describe('an issue put together from saved pages', () => {
  const page = (number: string, title: string, body: string): string =>
    `索引号：011451/2021-23105\n主题分类：公安、安全\n发文机关：江州市人民政府\n成文日期：2023-03-05\n发文字号：${number}\n有效性：有效\n\n${title}\n\n${body}\n\n江州市人民政府\n\n2023年3月5日\n\n`;
  const pages = [
    page('江政规〔2023〕1号', '江州市人民政府关于印发《江州市养犬办法》的通知', '各区人民政府：\n\n现印发给你们。'),
    page('江政告〔2023〕3号', '江州市人民政府关于禁止焚烧秸秆的通告', '现通告如下：\n\n一、禁止露天焚烧。'),
  ];

  it('begins each document behind the table of its facts, and takes its number from there', () => {
    expect(read(`江州市人民政府公报 2023年第3期\n\n${pages.join('')}`)).toEqual([
      '江州市人民政府关于印发《江州市养犬办法》的通知 | 江政规〔2023〕1号 | 2023-03-05 | 江州市人民政府',
      '江州市人民政府关于禁止焚烧秸秆的通告 | 江政告〔2023〕3号 | 2023-03-05 | 江州市人民政府',
    ]);
  });

  it('leaves the tables out of the text', () => {
    const { segments } = parse(`江州市人民政府公报 2023年第3期\n\n${pages.join('')}`);
    expect(segments.filter(({ rule }) => rule === 'page-table')).toHaveLength(2);
  });
});

describe('contents that print the issuer for short', () => {
  const titlesOf = (text: string): unknown =>
    parse(text).contents.map(({ title, documentIndex }) => [title, documentIndex]);

  it('promise the title that stands in the text with the issuer in full, or without', () => {
    const contents = `目录\n市政府关于做好供水工作的通知……2\n批转市水务局关于节约用水的报告……4\n市政府办公室印发《江州市供水规划》的通知……6\n市政府任免名单……8\n大事记（三月份）……9`;
    const bodies = [
      `江州市人民政府关于做好供水工作的通知\n江政发〔2023〕8号\n各区人民政府：\n现通知如下。\n${CLOSING}`,
      `江州市人民政府批转市水务局\n关于节约用水的报告\n江政发〔2023〕9号\n各区人民政府：\n现将报告转发给你们。\n${CLOSING}`,
      `江州市人民政府办公室\n印发《江州市供水规划》的通知\n江政办发〔2023〕5号\n各区人民政府：\n现印发给你们。\n江州市人民政府办公室\n2023年3月5日\n`,
      '任　免　名　单\n　　任命王某为市水务局局长。\n',
      '大　事　记\n（三月份）\n　　3月1日　市长出席会议。\n',
    ];
    expect(titlesOf(`${ISSUE}${contents}\n\n${bodies.join('\n')}`)).toEqual([
      ['市政府关于做好供水工作的通知', 0],
      ['批转市水务局关于节约用水的报告', 1],
      ['市政府办公室印发《江州市供水规划》的通知', 2],
      ['市政府任免名单', 3],
      ['大事记（三月份）', 4],
    ]);
  });
});

describe('a list of links that a site puts over a text', () => {
  it('is no text of it, and neither are the attributes of its headings', () => {
    const text = `---\ntitle: ${TITLE}\n---\n\n::: details 目录\n\n::: tabs\n\n@tab 章节\n\n[[toc]]\n\n@tab 条例\n\n- 第1~2条：\n\n  [1](#t1)&emsp;[2](#t2)\n\n:::\n\n## 第一章&emsp;总则{align="center"}\n\n${ARTICLES.replace('\n', '\n\n')}\n`;
    const issue = parse(text);
    const claims = issue.segments.filter(({ rule }) => rule === 'page-navigation');
    expect(claims.map(({ start, end }) => text.slice(start, end).trim().split('\n')[0])).toEqual(['::: details 目录']);
    expect(
      issue.documents.map(({ lines, parts }) => [lines.start, parts[0]?.provisions.map(({ heading }) => heading)]),
    ).toEqual([[21, ['总则']]]);
  });
});

describe('hard-wrapped text', () => {
  it('tells 款 by the indents of first lines, also where a sentence ends at the margin', () => {
    const text = `江州市供水管理办法\n\n　　第一条　供水单位应当保证供水水质符合国家标准，并接受监督。\n供水单位应当公开水质信息，方便用户查询，不得隐瞒有关情况。\n　　用户有权查询水质信息，供水单位应当在三日内答复。\n　　第二条　本办法自2023年5月1日起施行。\n`;
    const [article] = parse(text).documents[0]?.parts[0]?.provisions ?? [];
    expect(article?.children.map(({ body }) => body.text)).toEqual([
      '供水单位应当保证供水水质符合国家标准，并接受监督。供水单位应当公开水质信息，方便用户查询，不得隐瞒有关情况。',
      '用户有权查询水质信息，供水单位应当在三日内答复。',
    ]);
  });
});
