import { describe, expect, it } from 'vitest';
import type { Provision } from '../../../ingest/model/provision.ts';
import { parse } from '../../helpers/parse-text.ts';

const outline = (provisions: readonly Provision[]): string[] =>
  provisions.flatMap((provision) => [provision.id, ...outline(provision.children)]);

/** Ids of the provisions of the only part of a text. */
const idsOf = (body: string): string[] =>
  outline(parse(`江州市人民政府关于做好供水工作的意见\n\n${body}\n`).documents[0]?.parts[0]?.provisions ?? []);

describe('the provision tree', () => {
  it('takes the last words of a text out of its last item, where no item beside it has a second paragraph', () => {
    expect(
      idsOf('一、主要任务\n\n（一）保障供水。按计划供水。\n\n（二）保证水质。每日检测。\n\n本意见自印发之日起施行。'),
    ).toEqual(['h-1', 'h-1/h-1', 'h-1/h-2', 'para-1']);
  });

  it('leaves a paragraph to its item where the items have paragraphs of their own', () => {
    expect(idsOf('一、保障供水。按计划供水。\n\n制定供水计划。\n\n二、保证水质。每日检测。\n\n公开检测结果。')).toEqual(
      ['h-1', 'h-1/para-1', 'h-2', 'h-2/para-1'],
    );
  });

  it('divides articles by the headings that stand over them', () => {
    const [heading, ...others] =
      parse(
        '江州市供水管理办法\n\n一、一般规定\n\n第一条　制定本办法。\n\n二、附则\n\n第二条　本办法自2024年1月1日起施行。\n',
      ).documents[0]?.parts[0]?.provisions ?? [];
    expect([heading?.heading, heading?.children.map(({ id }) => id)]).toEqual(['一般规定', ['art-1']]);
    expect(others.map(({ heading: words, children }) => [words, children.map(({ id }) => id)])).toEqual([
      ['附则', ['art-2']],
    ]);
  });

  it('takes a heading in half-width brackets behind an article label for its heading, not its first 款', () => {
    const [article] =
      parse('江州市供水管理办法\n\n第一条(目的和依据)\n\n为加强供水管理，制定本办法。\n').documents[0]?.parts[0]
        ?.provisions ?? [];
    expect([article?.heading, article?.body.text]).toEqual(['(目的和依据)', '为加强供水管理，制定本办法。']);
  });

  it('keeps a list of headings with decimal numbers apart from the headings', () => {
    const ids = idsOf(
      '目　录\n\n1　总则\n\n1.1　目的\n\n2　附则\n\n1　总则\n\n1.1　目的\n\n保障供水。\n\n2　附则\n\n自印发之日起施行。',
    );
    expect(ids).toEqual(['list-1', 'h-1', 'h-1/h-1-1', 'h-1/h-1-1/para-1', 'h-2', 'h-2/para-1']);
  });

  it('takes a heading without a label between two articles for no text of the one above', () => {
    const [first, second, third] =
      parse(
        '江州市测绘条例\n\n总则\n\n第一条　制定本条例。\n\n任何单位不得妨碍测绘。\n\n基础测绘\n\n第二条　基础测绘分级管理。\n\n附　则\n\n第三条　本条例自2024年1月1日起施行。\n',
      ).documents[0]?.parts[0]?.provisions ?? [];
    expect([first, second, third].map((division) => division?.heading)).toEqual(['总则', '基础测绘', '附　则']);
    expect(first?.children[0]?.children.map(({ body }) => body.text)).toEqual([
      '制定本条例。',
      '任何单位不得妨碍测绘。',
    ]);
  });

  it('keeps unpunctuated words in an article where its sentence goes on or an item stands above', () => {
    const [article] =
      parse('江州市测绘条例\n\n第一条　测绘分为：\n\n基础测绘\n\n第二条　本条例自2024年1月1日起施行。\n').documents[0]
        ?.parts[0]?.provisions ?? [];
    expect(article?.children.map(({ body }) => body.text)).toEqual(['测绘分为：', '基础测绘']);
  });

  it('takes the entries of a list of documents for its text, and the sentence behind the last of them for none of it', () => {
    const provisions =
      parse(
        '江州市人民政府关于废止部分规章的决定\n\n决定废止以下规章：\n\n一、江州市工程管理办法（1998年5月28日市人民政府令第76号发布）\n\n二、江州市城市供水管理实施\n\n办法（1996年4月12日江政函〔1996〕49号批准）\n\n三、江州市流动人口管理办法（2011年4月4日市人民政府令第167号发布）\n\n本决定自公布之日起施行。\n',
      ).documents[0]?.parts[0]?.provisions ?? [];
    expect(provisions.map(({ id, heading, body }) => [id, heading, body.text.slice(0, 12)])).toEqual([
      ['para-1', null, '决定废止以下规章：'],
      ['h-1', null, '江州市工程管理办法（19'],
      ['h-2', null, '江州市城市供水管理实施办'],
      ['h-3', null, '江州市流动人口管理办法（'],
      ['para-2', null, '本决定自公布之日起施行。'],
    ]);
  });

  it.each([
    ['1总则', '1．1编制目的', '2附则', '2．1解释'],
    ['1.总则', '1.1编制目的', '2.附则', '2.1解释'],
    ['1、总则', '1.1 编制目的', '2、附则', '2.1 解释'],
  ])('takes %s over a decimal number for the heading over it', (first, within, second, last) => {
    expect(idsOf(`${first}\n${within}\n为做好供水，制定本预案。\n${second}\n${last}\n由供水部门解释。`)).toEqual([
      'h-1',
      'h-1/h-1-1',
      'h-1/h-1-1/para-1',
      'h-2',
      'h-2/h-2-1',
      'h-2/h-2-1/para-1',
    ]);
  });

  it('lets the last heading of a decimal outline count on, and no item of a list in it', () => {
    expect(idsOf('1.总则\n1.1 目的\n保障供水。\n2.附则\n由供水部门解释。')).toEqual([
      'h-1',
      'h-1/h-1-1',
      'h-1/h-1-1/para-1',
      'h-2',
      'h-2/para-1',
    ]);
    expect(idsOf('1 总则\n1.1 目的\n保障供水。\n2.1 成员单位')).toEqual([
      'h-1',
      'h-1/h-1-1',
      'h-1/h-1-1/para-1',
      'h-1/h-2-1',
    ]);
    expect(idsOf('1 总则\n1.1 成员单位\n1.公安局\n2.民政局')).toEqual([
      'h-1',
      'h-1/h-1-1',
      'h-1/h-1-1/item-1',
      'h-1/h-1-1/item-2',
    ]);
  });

  it('names a chapter by the line under its number, over an article or a section', () => {
    const [first, second] =
      parse(
        '江州市供水管理办法\n\n第一章\n总 则\n\n第一条\n制定本办法。\n\n第二章\n供水设施\n\n第一节\n建设\n\n第二条\n供水设施应当完好。\n',
      ).documents[0]?.parts[0]?.provisions ?? [];
    expect([first?.heading, first?.children.map(({ id }) => id)]).toEqual(['总 则', ['art-1']]);
    expect([second?.heading, second?.children.map(({ kind, heading }) => [kind, heading])]).toEqual([
      '供水设施',
      [['section', '建设']],
    ]);
    expect(second?.children[0]?.children.map(({ id }) => id)).toEqual(['art-2']);
  });

  it('keeps the rows of a table whose cells stand one space apart together, rests of its cells too', () => {
    const provisions = parse(
      '东莱市城市管理行政处罚裁量基准\n\n本基准适用于城市管理处罚。\n\n序号 违法行为 法律依据 处罚标准\n1 占道堆放物料 《市容条例》第十二条 处200元罚款\n2 未按规定清运 《市容条例》第二十条 处5000元\n罚款\n3 店外经营 《市容条例》第十五条 处500元罚款\n\n本基准自印发之日起施行。\n',
    ).documents[0]?.parts[0]?.provisions;
    expect(provisions?.map(({ id, body }) => [id, body.text.split('\n').length])).toEqual([
      ['para-1', 1],
      ['tbl-1', 5],
      ['para-2', 1],
    ]);
  });

  it('takes numbered sentences and names side by side for no table', () => {
    expect(idsOf('张某某 李某某 王某某\n\n1 为规范用水 制定 本意见。\n\n3 本意见 自印发之日起 施行。')).not.toContain(
      'tbl-1',
    );
  });

  it('begins an article behind the remark that closes the one above, without a space behind its label', () => {
    expect(
      idsOf(
        '第一条推动去库存，落实补贴。〔责任单位：市财政局〕\n第二条加大支持，提高上限。〔责任单位：市住建局〕\n第三条优化政策，公开流程。〔责任单位：市教育局〕',
      ),
    ).toEqual(['art-1', 'art-2', 'art-3']);
  });
});
