import { describe, expect, it } from 'vitest';
import { judgeJoin } from '../../../ingest/text/joining.ts';
import type { JoinContext } from '../../../ingest/text/joining.ts';

const APART: JoinContext = {
  gap: 1,
  wrapped: false,
  full: false,
  runIn: null,
  indented: false,
  entryOver: false,
  bodyFollows: true,
};
const joins = (above: string, below: string, context: Partial<JoinContext> = {}): boolean =>
  judgeJoin(above, below, { ...APART, ...context }).join;

describe('lines broken by a page end are one', () => {
  it.each([
    [
      '《新疆维吾尔自治区行政执法案卷评查办法》已经2024年8月23日自治区第十四届人民政府第71次常务会议通过,现予',
      '公布,自2024年10月15日起施行。',
    ],
    [
      '二、自治区地下水资源勘查管理办法（1996年7月18日自治区人民政府新政函',
      '〔1996〕118号批准 1996年7月18日自治区地质矿产厅新地发〔1996〕266号发布）',
    ],
    ['本方案自2023年10月1日起施行，有效期至2025', '年12月31日。'],
    ['24.关于减免土地出让金和新增建设用地土地有偿使用费有关问题的通知（新政办', '发〔2011〕115号)'],
    ['同意,现印发给你们,请结合实际认真贯', '彻落实。'],
    ['《关于推动矿业高质量发展的若干措', '施》已经自治区人民政府同意,现印发给你'],
    ['33.关于印发《新疆维吾尔自治区行政权力清单和责任清单监督管理办法》的通知', '(新政办发〔2016〕147号)'],
  ])('%s / %s', (above, below) => {
    expect(joins(above, below)).toBe(true);
  });

  it('also behind a label that stands before running text', () => {
    expect(
      joins('(1)迅速通知自治区有关领导和应急', '救援指挥部成员单位，以及有关专家做好应急准备;', { runIn: true }),
    ).toBe(true);
  });

  it('also where lines touch and no margin says so, for an article is over with its sentence', () => {
    const touching = { gap: 0, runIn: true };
    expect(joins('第三条 受理机构应当自收到申请之日起', '5个工作日内作出决定。', touching)).toBe(true);
    expect(joins('第一条 为了促进绿化事业的发展，改善生', '态环境，美化生活环境，根据国', touching)).toBe(true);
    expect(joins('（二）获得PCT专利', '2件以上的；', { ...touching, wrapped: true })).toBe(true);
    expect(joins('1.《户外招牌设置规范》（海城管规〔2020〕1号）', '特此公告。', touching)).toBe(false);
    const remark =
      '第二条推动非住宅商品房去库存，各县（市、区）应当落实同等的落户、入学政策和购房补贴。〔责任单位：市财政局〕';
    expect(joins(remark, '第三条加大支持力度。', touching)).toBe(false);
    expect(joins('第三条 申请与受理', '申请人应当提交申请书。', { gap: 0, runIn: false })).toBe(false);
  });

  it('also in a broken heading, which is doubtful', () => {
    const verdict = judgeJoin('2.1.1 自治区生产安全事故应急救援', '指挥部及职责', { ...APART, runIn: false });
    expect(verdict).toEqual({ join: true, rule: 'heading-broken', doubtful: true });
  });
});

describe('what is separate stays apart', () => {
  it('a heading that ends in a word which elsewhere governs the next', () => {
    expect(joins('1.2 编制依据', '依据《突发公共卫生事件应急条例》。', { gap: 0, runIn: false })).toBe(false);
    expect(joins('（二）加强城市管理，依据', '《城市市容管理条例》执行。', { gap: 0, runIn: false })).toBe(true);
  });

  it.each([
    ['a sentence that is over', '本办法自公布之日起施行。', '国务院有关行政主管部门另有规定的，从其规定。', {}],
    [
      'a heading and its text',
      '（一）指导思想',
      '以习近平新时代中国特色社会主义思想为指导，全面贯彻党的二十大精神。',
      { runIn: false },
    ],
    [
      'a heading with 、 and its text',
      '五、做好试点示范、推广应用',
      '各地州市可开展示范区建设，符合条件的纳入示范。',
      { runIn: false },
    ],
    ['two names', '刘红', '乌鲁木齐市第19中学', {}],
    ['two list entries', '江北至江南高速公路改扩建一期工程', '南岭货运铁路电气化改造工程', {}],
    ['an introduction and what follows', '第三条 核查机构应当具备下列条件：', '有与业务相适应的人员', {}],
  ])('%s', (_, above, below, context) => {
    expect(joins(above, below, context)).toBe(false);
  });
});

describe('hard-wrapped columns', () => {
  const wrapped = { gap: 0, wrapped: true, full: true };
  it('joins a full line to the next', () => {
    expect(joins('色高效、智慧便捷、融合开放的高质量充', '电基础设施体系', wrapped)).toBe(true);
  });
  it('leaves a list of names by office apart', () => {
    expect(joins('组　长：王　某　市政府', '副组长：李　某　市数据资源局', wrapped)).toBe(false);
  });
  it('leaves a line that ended early', () => {
    expect(joins('适度超前', '以供促需，结合电动汽车', { ...wrapped, full: false })).toBe(false);
  });
  it('begins a paragraph at an indent', () => {
    expect(joins('推进不同类型充电设施建设', '统筹兼顾，分类推进', { ...wrapped, indented: true })).toBe(false);
  });
});
