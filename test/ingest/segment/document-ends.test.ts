import { describe, expect, it } from 'vitest';
import { parse } from '../../helpers/parse-text.ts';
import { ARTICLES, CLOSING, ISSUE, TITLE, read } from './made-texts.ts';

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

describe('the last line of a list over the day', () => {
  it.each([
    ['names', '南山县\n南山县自来水厂\n北山县\n北山县自来水厂'],
    ['members', '组长：张某 副市长\n\n成员：王某 市水利局局长\n\n李某 市计委主任'],
  ])('signs nothing: %s', (_, list) => {
    const text = `江州市人民政府关于供水单位的通报\n江政发〔2023〕8号\n各区人民政府：\n现予公布：\n${list}\n2023年3月5日\n`;
    expect(read(text)).toEqual(['江州市人民政府关于供水单位的通报 | 江政发〔2023〕8号 | 2023-03-05 | 江州市人民政府']);
  });

  it('is a signature of a name that no list knows under a sentence', () => {
    const text = `江州市人民政府关于供水单位的通报\n江政发〔2023〕8号\n各区人民政府：\n现予公布：\n南山县\n北山县\n特此通报。\n江州供水集团\n2023年3月5日\n`;
    expect(read(text)[0]).toMatch(/江州供水集团$/u);
  });
});
