import { describe, expect, it } from 'vitest';
import { parse } from '../../helpers/parse-text.ts';
import { ARTICLES, CLOSING, ISSUE, SENTENCE, TITLE, read } from './made-texts.ts';

describe('what stands over a number', () => {
  it('is the issuer alone of a letter whose title stands under it', () => {
    const letter = (serial: string): string =>
      `江州市人民政府办公室\n江政办函〔2023〕${serial}号\n江州市人民政府办公室关于调整\n供水指挥部成员的通知\n各区人民政府：\n现通知如下：\n指 挥:章某某(副市长)\n副指挥:陈某某(市水利局局长)\n2023年3月${serial}日\n`;
    const { documents } = parse(ISSUE + letter('8') + letter('9'));
    expect(documents.map(({ lines, title }) => `${lines.start}-${lines.end} ${title.value}`)).toEqual([
      '4-12 江州市人民政府办公室关于调整供水指挥部成员的通知',
      '13-21 江州市人民政府办公室关于调整供水指挥部成员的通知',
    ]);
    expect(documents.map(({ issuingAuthorities }) => issuingAuthorities.map(({ value }) => value))).toEqual([
      ['江州市人民政府办公室'],
      ['江州市人民政府办公室'],
    ]);
  });
});

describe('a title whose last line is the name of a section', () => {
  it('keeps it where the contents promise both lines as one title', () => {
    const title = '《江州市供水管理办法》政策解读';
    const issue = parse(
      `${ISSUE}目录\n■ 市政府文件\n3 江州市人民政府关于供水的通知\n■ 政策解读\n9 ${title}\n\n江州市人民政府关于供水的通知\n江政发〔2023〕8号\n各区：\n现通知如下。\n${CLOSING}\n《江州市供水管理办法》\n政策解读\n\n一、为什么制定？\n答：为了供水。\n`,
    );
    expect(issue.documents.map(({ title: { value } }) => value)).toEqual(['江州市人民政府关于供水的通知', title]);
  });
});

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
