import { describe, expect, it } from 'vitest';
import { documentTypeOf, isCitableTitle } from '../../../ingest/extract/document-types.ts';
import { readListItem } from '../../../ingest/extract/relations/list-item.ts';
import { promulgatedTitle } from '../../../ingest/extract/own-names.ts';
import { readProvisions } from '../../../ingest/extract/provision-references.ts';
import { readRunOnTable } from '../../../ingest/extract/relations/run-on-table.ts';
import { findStandardNumber } from '../../../ingest/extract/standard-number.ts';
import { canonicalAuthority, isAuthorityName, regionOf } from '../../../ingest/text/authority-names.ts';

describe('documentTypeOf', () => {
  it.each([
    ['关于印发《甲办法》的通知', '通知'],
    ['甲办法（试行）', '办法'],
    ['贯彻落实《甲办法》实施细则（试行）', '实施细则'],
    ['中华人民共和国消防法', '法'],
    ['中华人民共和国民法典', '法典'],
    ['关于甲的函', '函'],
    ['中华人民共和国宪法修正案', '修正案'],
    ['政府常务会议', null],
  ])('%s is %s', (title, type) => expect(documentTypeOf(title)).toBe(type));
});

describe('isCitableTitle', () => {
  it.each([
    '中华人民共和国宪法',
    '乡镇消防队标准',
    '工程建设项目审批事项清单',
    '关于某案的汇报',
    '印染行业规范条件(2023版)',
    '市场监管领域“三项清单”（2023年版）',
  ])('%s names a document', (title) => expect(isCitableTitle(title)).toBe(true));
  it.each(['办法', '通知书', '安全生产举报奖励通知书', '人民日报', '营业执照', '委托代理协议', '缴款通知单', '地', ''])(
    '%s does not',
    (title) => expect(isCitableTitle(title)).toBe(false),
  );
});

describe('promulgatedTitle', () => {
  it.each([
    ['关于印发《甲办法》的通知', '甲办法'],
    ['甲省人民政府办公厅印发《关于乙的意见》的通知', '关于乙的意见'],
    ['关于印发自治区督查工作办法的通知', '自治区督查工作办法'],
    ['关于印发《贯彻落实〈甲办法〉实施细则（试行）》的通知', '贯彻落实〈甲办法〉实施细则（试行）'],
    ['关于发布〈甲管理办法(试行)〉的公告', '甲管理办法(试行)'],
    ['关于转发《甲办法》的通知', null],
    ['关于废止《甲办法》的决定', null],
    ['关于加强管理的通知', null],
  ])('%s → %s', (title, inner) => expect(promulgatedTitle(title)).toBe(inner));
});

describe('readListItem', () => {
  const read = (text: string): (string | null)[][] =>
    readListItem(text, null).map(({ title, number }) => [title, number]);
  it.each<[string, (string | null)[][]]>([
    [
      '三、自治区实施《国家赔偿费用管理办法》若干规定（1996年4月23日自治区人民政府令第57号发布）',
      [['自治区实施《国家赔偿费用管理办法》若干规定', '自治区人民政府令第57号']],
    ],
    [
      '- 1.新疆维吾尔自治区宗教活动管理暂行规定（新政发〔1990〕95号）',
      [['新疆维吾尔自治区宗教活动管理暂行规定', '新政发〔1990〕95号']],
    ],
    ['（五）《甲省收费办法》（2001年3月1日省人民政府发布）', [['甲省收费办法', null]]],
    ['12\t甲政发〔2000〕45号\t关于印发甲管理办法的通知', [['关于印发甲管理办法的通知', '甲政发〔2000〕45号']]],
    ['3．《乙管理规定》', [['乙管理规定', null]]],
    [
      '关于印发《丙办法（试行）》的通知(甲政办发〔2013〕155号)',
      [['关于印发《丙办法（试行）》的通知', '甲政办发〔2013〕155号']],
    ],
    ['一、废止的规范性文件（共10件）', []],
    ['二、加强组织领导。', []],
  ])('%s', (text, expected) => expect(read(text)).toEqual(expected));
});

describe('readRunOnTable', () => {
  it('reads rows whose lines were lost', () => {
    const text =
      '附件 失效文件目录 序号文号文件名称1甲管综〔2010〕13号关于整合审批事项的通知2甲管综〔2011〕2号关于印发《乙暂行规定》的通知3甲管办〔2011〕3号丙实施方案 附件下载';
    expect(readRunOnTable(text, null)?.mentions.map(({ title, number }) => [title, number])).toEqual([
      ['关于整合审批事项的通知', '甲管综〔2010〕13号'],
      ['关于印发《乙暂行规定》的通知', '甲管综〔2011〕2号'],
      ['丙实施方案', '甲管办〔2011〕3号'],
    ]);
  });

  it('takes no enumeration in a sentence for a table', () => {
    expect(
      readRunOnTable(
        '根据国发〔2019〕1号、国发〔2019〕2号和国发〔2019〕3号文件精神，结合本市实际情况，现就有关事项通知如下，请各单位认真贯彻执行。',
        null,
      ),
    ).toBeNull();
  });
});

describe('provision references', () => {
  it.each<[string, number[][]]>([
    ['第八条、第九条规定', [[8], [9]]],
    ['第三条至第五条', [[3], [4], [5]]],
    ['第一百二十条之一', [[120, 1]]],
    ['第八条第二款第（三）项', [[8]]],
    ['第二章', []],
    ['的第十条', [[10]]],
  ])('%s', (text, expected) => expect(readProvisions(text, 0).provisions).toEqual(expected));

  it.each<[string, number[][], number[][]]>([
    ['第八条第二款第（三）项', [[8]], [[8]]],
    ['第一条第一款第（一）项、第二款和第二条第二款', [[1], [2]], [[1], [2]]],
    ['第八条第（一）、（二）项、第九条', [[8], [9]], [[8]]],
    ['第三条、第五条第二款', [[3], [5]], [[5]]],
    ['第三条，第四款', [[3]], [[3]]],
    ['第十条（三）项', [[10]], [[10]]],
    ['第一百二十条之一第二款', [[120, 1]], [[120, 1]]],
  ])('tells the articles of which only a part is named: %s', (text, provisions, inPart) =>
    expect(readProvisions(text, 0)).toEqual({ provisions, inPart, end: text.length }),
  );

  it.each(['第八条项目', '第八条，十项措施', '第八条第2项目标'])('takes no other word for a part of it: %s', (text) =>
    expect(readProvisions(text, 0)).toEqual({ provisions: [[8]], inPart: [], end: 3 }),
  );
});

describe('standard numbers and authorities', () => {
  it.each([
    ['GB /T35547-2017', 'GB/T 35547-2017'],
    ['GB3838-2002', 'GB 3838-2002'],
    ['DB65/T 4063—2017', 'DB65/T 4063-2017'],
    ['JGJ 59-2011', 'JGJ 59-2011'],
    ['统一编号GZ0220210007', null],
  ])('%s', (text, number) => expect(findStandardNumber(text)).toBe(number));

  it.each([
    ['国家发展改革委', '国家发展和改革委员会'],
    ['中华人民共和国国务院', '国务院'],
    ['原国土资源部', '国土资源部'],
    ['新疆自治区人民政府', '新疆维吾尔自治区人民政府'],
    ['北京市政府', '北京市人民政府'],
  ])('%s is %s', (name, full) => expect(canonicalAuthority(name)).toBe(full));

  it('fills a publisher’s own region in', () => {
    expect(canonicalAuthority('自治区人民政府', regionOf('广西壮族自治区人民政府公报'))).toBe('广西壮族自治区人民政府');
    expect(canonicalAuthority('省政府', regionOf('浙江省人民政府公报'))).toBe('浙江省人民政府');
  });

  it.each([
    ['甲市住房公积金管理中心', true],
    ['农业农村部', true],
    ['请各单位遵照', false],
  ])('%s names a body: %s', (name, is) => expect(isAuthorityName(name)).toBe(is));
});
