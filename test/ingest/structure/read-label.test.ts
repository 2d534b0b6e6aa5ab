import { describe, expect, it } from 'vitest';
import { readLabel } from '../../../ingest/structure/read-label.ts';

const kindAndNumber = (text: string): string => {
  const label = readLabel(text);
  return label ? `${label.kind} ${label.number.join('.')}${label.spaced ? '' : ' ?'}` : 'none';
};

describe('readLabel', () => {
  it.each([
    ['第八条 受理投诉部门收到投诉后', 'article 8'],
    ['第 八 条　受理', 'article 8'],
    ['第  八  条  受理', 'article 8'],
    ['第  一  章  总  则', 'chapter 1'],
    ['第二条、信访人可以采用书信形式。', 'article 2 ?'],
    ['第 十 一 条   本 办 法', 'article 11'],
    ['第 十 二 章　附 则', 'chapter 12'],
    ['（ 十 一 ）弄虚作假的', 'bracket 11'],
    ['a)闪点低于60℃的液体；', 'letter 1'],
    ['（b） 气体', 'letter 2'],
    ['C. 其他收入。', 'letter 3'],
    ['第一百二十条之一 帮助恐怖活动罪', 'article 120.1'],
    ['第十八条本实施办法未尽事项', 'article 18 ?'],
    ['第 2-1 条', 'article 2.1'],
    ['第四条之1 前条之公告', 'article 4.1'],
    ['第三条：处置单位应当具备下列条件', 'article 3'],
    ['第一章  总 则', 'chapter 1'],
    ['第二编　物权', 'part 2'],
    ['第一分编 通则', 'subpart 1'],
    ['第三节 证人证言、被害人陈述的审查与认定', 'section 3'],
    ['一、总体要求', 'comma 1'],
    ['二十一、其他', 'comma 21'],
    ['（三）自收到投诉材料之日起', 'bracket 3'],
    ['( 二 ) 不影响交通', 'bracket 2'],
    ['1. 综合生产能力稳步提升。', 'point 1'],
    ['2．医院', 'point 2'],
    ['14.2017年度深化改革方案', 'point 14'],
    ['（1）门诊部', 'round 1'],
    ['2）住院部', 'round 2'],
    ['①急诊区', 'circle 1'],
    ['2.1.1 自治区生产安全事故应急救援', 'decimal 2.1.1'],
    ['1 总则', 'decimal 1'],
    ['7 预案管理', 'decimal 7'],
    ['8 名词术语', 'decimal 8'],
    ['3 项目管理', 'decimal 3'],
    ['5 人员保障', 'decimal 5'],
    ['专栏10 草牧游特色产业示范创建行动', 'box 10'],
    ['——坚持改革先行,创新发展。', 'dash '],
  ])('%s opens with %s', (text, label) => {
    expect(kindAndNumber(text)).toBe(label);
  });

  it.each([
    '第八条、第九条规定的',
    '第八条、《江州市供水管理办法》第九条规定的',
    '第三条第二款所列情形',
    '第五条的规定',
    '（一）至（三）项最高额发放，不重复计算。',
    '（二）项规定的情形',
    'a.m.开始',
    '（a1）',
    'A类设备应当检验',
    'B.C.公司',
    '第一节课的内容应当包括安全知识。',
    '一、二、三级医疗机构的统筹基金支付比例',
    '3.5万元的标准',
    '0.38元/千瓦时为基准',
    '15172.500',
    '12 个工作日内',
    '10 项目标任务',
    '5 人以上',
    '2024年第三季度备案登记的',
    '(2023年版)',
    '附件1',
    '',
  ])('%s opens with none', (text) => {
    expect(readLabel(text)).toBeNull();
  });
});

describe('a label with no space behind it', () => {
  it.each([
    ['第二条中小企业就全区机关拒绝付款提起投诉的', 'article 2 ?'],
    ['第八条和解协议由双方签字', 'article 8 ?'],
    ['（一）和解协议；', 'bracket 1'],
    ['（二）项目资金；', 'bracket 2'],
  ])('%s begins an article', (text, label) => {
    expect(kindAndNumber(text)).toBe(label);
  });
  it.each(['第五条中的规定', '第八条和第九条规定的', '第三条至第五条'])('%s is a mention', (text) => {
    expect(readLabel(text)).toBeNull();
  });
});
