import { describe, expect, it } from 'vitest';
import { parse } from '../../helpers/parse-text.ts';

/** Name, day, issue and serial numbers; `-` for what is not printed. */
const mastheadOf = (text: string): string => {
  const { gazette, publicationDate, issueNumbers, serialNumbers } = parse(text).masthead;
  const facts = [gazette?.value, publicationDate?.value, issueNumbers?.value.join(), serialNumbers?.value.join()];
  return facts.map((fact) => fact ?? '-').join(' ');
};
const BODY =
  '\n\n目录\n\n省政府文件\n\n关于加强管理的通知 ……3\n\n省政发〔2024〕1号 ……3\n\n关于加强管理的通知\n\n省政发〔2024〕1号\n\n各市：\n\n请执行。\n';

describe('masthead', () => {
  it.each([
    [
      '# 新疆维吾尔自治区人民政府公报\n\n2024年9月15日 第17-18号 (总987-988期) 半月刊',
      '新疆维吾尔自治区人民政府公报 2024-09-15 17,18 987,988',
    ],
    ['中华人民共和国\n\n国　务　院　公　报\n\n2012年第9号（总号：1406）', '中华人民共和国国务院公报 - 9 1406'],
    ['中华人民共和国国务院公报\n2024年2月20日　第5号　总号：1834', '中华人民共和国国务院公报 2024-02-20 5 1834'],
    ['上海市人民政府公报\n二〇二三年四月五日\n2023年第7期（总第535期）', '上海市人民政府公报 2023-04-05 7 535'],
    [
      '北 京 市 人 民 政 府 公 报\n2023年第二十四期（总第816期）\n2023年6月25日',
      '北京市人民政府公报 2023-06-25 24 816',
    ],
    ['广东省人民政府公报\n2019 年第 12 期（总第 1650 期）', '广东省人民政府公报 - 12 1650'],
    ['中华人民共和国国务院公报\n2023年 第5号（总号：1794）\n2月20日出版', '中华人民共和国国务院公报 2023-02-20 5 1794'],
    [
      '全国人民代表大会常务委员会公报\n二〇二一年第四号（总号：345）　六月二十五日出版',
      '全国人民代表大会常务委员会公报 2021-06-25 4 345',
    ],
    [
      '2023\n第20号\n深 圳 市 人 民 政 府 公 报\nGAZETTE\n（总号：1823）\n2023年7月20日出版',
      '深圳市人民政府公报 2023-07-20 20 1823',
    ],
    [
      '全国人民代表大会常务委员会公报\n2022 年  第四号\n（总号：389）\n8月15日出版',
      '全国人民代表大会常务委员会公报 2022-08-15 4 389',
    ],
    [
      '国务院公报　１９９６年第１２号\n中华人民共和国国务院公报\n一九九六年五月十三日  第１２号  （总号：８３２）',
      '中华人民共和国国务院公报 1996-05-13 12 832',
    ],
    ['国务院公报\n２０１５年第１１号（总号：１５１４）　４月２０日出版', '国务院公报 2015-04-20 11 1514'],
    ['# 财政部文告 2020年第7期\n（总第423期）', '财政部文告 - 7 423'],
    ['国务院公报 2023·5', '国务院公报 - 5 -'],
    ['吉林省人民政府公报\n2021\n06\n3月31日出版\n总第1152期', '吉林省人民政府公报 2021-03-31 6 1152'],
    ['黑龙江政报\n2001.7\n总第207期\n7月28日出版', '黑龙江政报 2001-07-28 7 207'],
    ['江州市人民政府公报\n2023年第5期\t2023年3月1日', '江州市人民政府公报 2023-03-01 5 -'],
    [
      '江苏省人民政府公报\n2020年第3、4期合刊（总第711、712期）2020年2月25日',
      '江苏省人民政府公报 2020-02-25 3,4 711,712',
    ],
  ])('%s', (head, expected) => {
    expect(mastheadOf(head + BODY)).toEqual(expected);
  });

  it.each([
    ['江州市人民政府公报 二〇一三年第五期（总第205期）', 2013],
    ['江州市人民政府公报\n2023\n第3期\n（季刊）', 2023],
    ['江州市人民政府公报 2023·5', 2023],
    ['江州市人民政府公报\n2023年3月5日　第5期', null],
  ])('tells the year that is printed without a day: %s', (head, year) => {
    expect(parse(head + BODY).masthead.year?.value ?? null).toBe(year);
  });

  it('is absent where no gazette is named, and nothing is made up', () => {
    expect(mastheadOf('关于加强管理的通知\n省政发〔2024〕1号\n各市：\n请执行。')).toEqual('- - - -');
  });

  it('ends above a document: the day of a speech is not the day of the issue', () => {
    const speech =
      '江州市人民政府公报\n2023年第5期\n\n关于供水条例草案的说明\n\n——2023年2月23日在市人民代表大会常务委员会第七次会议上\n\n作如下说明。\n';
    expect(mastheadOf(speech)).toEqual('江州市人民政府公报 - 5 -');
  });

  it('takes the repeated name of the gazette for furniture', () => {
    const text = `海东省人民政府公报\n2022年10月20日 第20期${BODY}海东省人民政府公报\n\n继续执行。`;
    const furniture = parse(text).segments.filter(({ kind }) => kind === 'furniture');
    expect(furniture.map(({ start, end }) => text.slice(start, end).trim())).toEqual(['海东省人民政府公报']);
  });
});
