import { describe, expect, it } from 'vitest';
import { parse } from '../../helpers/structure-of.ts';

const ORDER = '江州市供水管理办法';
const NOTICE = '江州市人民政府关于印发《江州市物业管理细则》的通知';
const BODIES = `江州市人民政府令

第12号

《${ORDER}》已经2023年2月20日市人民政府第5次常务会议通过，现予公布，自2023年5月1日起施行。

市长　张某

2023年3月1日

${ORDER}

第一条　为加强供水管理，制定本办法。

第二条　本办法自2023年5月1日起施行。

${NOTICE}

江政发〔2023〕8号

各区人民政府，市政府各部门：

现将《江州市物业管理细则》印发给你们，请遵照执行。

江州市人民政府

2023年3月5日

江州市物业管理细则

第一条　为规范物业管理，制定本细则。
`;

const issueWith = (contents: string): ReturnType<typeof parse> =>
  parse(`江州市人民政府公报\n2023年3月15日　第5期\n\n${contents}\n\n${BODIES}`);

const read = (contents: string): unknown =>
  issueWith(contents).contents.map(({ section, title, documentNumber, page, documentIndex }) => [
    section,
    title,
    documentNumber,
    page,
    documentIndex,
  ]);

describe('printed contents of every form', () => {
  it.each([
    ['leaders and pages in brackets', `目　录\n${ORDER}……………（4）\n${NOTICE}……………（9）`, [null, null], [4, 9]],
    ['a middle dot and a page', `目　录\n${ORDER}····4\n${NOTICE}····9`, [null, null], [4, 9]],
    ['full-width pages', `目　录\n${ORDER}……………（４）\n${NOTICE}……………（９）`, [null, null], [4, 9]],
    ['a single space before the page', `目　录\n${ORDER} 4\n${NOTICE} 9`, [null, null], [4, 9]],
    ['tabs', `目　录\n${ORDER}\t4\n${NOTICE}\t9`, [null, null], [4, 9]],
    ['pages before titles', `目　录\n4　${ORDER}\n9　${NOTICE}`, [null, null], [4, 9]],
    ['serial numbers and no pages', `目　录\n1. ${ORDER}\n2. ${NOTICE}`, [null, null], [null, null]],
    ['links', `## 目录\n\n- [${ORDER}](#1)\n- [${NOTICE}](#2)`, [null, null], [null, null]],
    [
      'a table',
      `## 目录\n\n| 题目 | 文号 | 页码 |\n| --- | --- | --- |\n| ${ORDER} | 江州市人民政府令第12号 | 4 |\n| ${NOTICE} | 江政发〔2023〕8号 | 9 |`,
      ['江州市人民政府令第12号', '江政发〔2023〕8号'],
      [4, 9],
    ],
    [
      'numbers in brackets, a short one for the order',
      `目　录\n${ORDER}（江府令12号）……4\n${NOTICE}（江政发〔2023〕8号）……9`,
      ['江府令12号', '江政发〔2023〕8号'],
      [4, 9],
    ],
    [
      'an order on a line of its own, with a page of its own',
      `目　录\n江州市人民政府令（第12号）……（4）\n　　${ORDER}……（4）\n${NOTICE}……（9）`,
      ['江州市人民政府令第12号', null],
      [4, 9],
    ],
    [
      'numbers under titles',
      `目　录\n${ORDER}\n　　（江州市人民政府令第12号）……（4）\n${NOTICE}\n　　（江政发〔2023〕8号）……（9）`,
      ['江州市人民政府令第12号', '江政发〔2023〕8号'],
      [4, 9],
    ],
  ])('%s', (_, contents, numbers, pages) => {
    expect(read(contents)).toEqual([
      [null, ORDER, numbers[0], pages[0], 0],
      [null, NOTICE, numbers[1], pages[1], 1],
    ]);
  });

  it('tells sections by their ornaments, and a title that ends as sections do from a section', () => {
    expect(read(`目录\n【政府令】\n1. ${ORDER}\n· 规范性文件 ·\n2. ${NOTICE}`)).toEqual([
      ['政府令', ORDER, null, null, 0],
      ['规范性文件', NOTICE, null, null, 1],
    ]);
  });

  it('leaves out the contents in English and the names of speakers', () => {
    const issue = issueWith(
      `目录\n${ORDER}……张某（4）\n${NOTICE}……（9）\nCONTENTS\nMeasures for Water Supply……（4）\nNotice on Property……（9）`,
    );
    expect(issue.contents.map(({ title }) => title)).toEqual([ORDER, NOTICE]);
    expect(issue.warnings.filter(({ code }) => code === 'text_unclaimed')).toEqual([]);
  });
});
