import { describe, expect, it } from 'vitest';
import { parse } from '../../../helpers/parse-text.ts';
import { processorTime } from '../../../helpers/processor-time.ts';

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
    ['nothing before the page', `目　录\n${ORDER}4\n${NOTICE}9`, [null, null], [4, 9]],
    [
      'nothing before number and page',
      `目　录\n${ORDER}（江府令第12号）4\n${NOTICE}江政发〔2023〕8号12`,
      ['江府令第12号', '江政发〔2023〕8号'],
      [4, 12],
    ],
    ['a single dot before the page', `目　录\n${ORDER} .4\n${NOTICE} .9`, [null, null], [4, 9]],
    [
      'the number broken by a line end',
      `目　录\n${ORDER}……4\n${NOTICE}（江政发〔2023〕\n　8号）……9`,
      [null, '江政发〔2023〕8号'],
      [4, 9],
    ],
    [
      'day and number under the title',
      `目　录\n${ORDER}\n　2023年3月1日　江州市人民政府令第12号……（4）\n${NOTICE}\n　2023年3月5日　江政发〔2023〕8号……（9）`,
      ['江州市人民政府令第12号', '江政发〔2023〕8号'],
      [4, 9],
    ],
    [
      'day and number between brackets under the title, signs around the heading',
      `＝＝＝ 目　录 ＝＝＝\n${ORDER}\n　　（二〇二三年三月一日　江州市人民政府令第12号）　　　4\n${NOTICE}\n　　（2023年3月5日　江政发〔2023〕8号）　　　9`,
      ['江州市人民政府令第12号', '江政发〔2023〕8号'],
      [4, 9],
    ],
    [
      'number and day between brackets under the title',
      `目　录\n${ORDER}\n　　（江州市人民政府令第12号　2023年3月1日）………4\n${NOTICE}\n　　（江政发〔2023〕8号　二〇二三年三月五日）………9`,
      ['江州市人民政府令第12号', '江政发〔2023〕8号'],
      [4, 9],
    ],
    [
      'numbers between leaders',
      `目　录\n${ORDER}…江府令第12号（4）\n${NOTICE}………江政发〔2023〕8号（9）`,
      ['江府令第12号', '江政发〔2023〕8号'],
      [4, 9],
    ],
    [
      'days between brackets under the titles and no pages',
      `目　录\n${ORDER}\n（2023年3月1日）\n${NOTICE}\n（2023年3月5日）`,
      [null, null],
      [null, null],
    ],
    ['pages in Chinese numerals', `目　录\n${ORDER}…………（四）\n${NOTICE}…………（一二）`, [null, null], [4, 12]],
    [
      'pages before titles that go on over lines',
      `目　录\n4　${ORDER}\n9　江州市人民政府关于印发《江州市物业\n　管理细则》的通知（江政发〔2023〕8号）`,
      [null, '江政发〔2023〕8号'],
      [4, 9],
    ],
    [
      'the imprint under them',
      `目　录\n${ORDER}……4\n${NOTICE}……9\n\n主管主办：江州市人民政府　　编辑出版：江州市人民政府办公室\n　　邮政编码：100017`,
      [null, null],
      [4, 9],
    ],
    ['a heading in English before the Chinese one', `CONTENTS 目录\n${ORDER}……4\n${NOTICE}……9`, [null, null], [4, 9]],
    ['tabs', `目　录\n${ORDER}\t4\n${NOTICE}\t9`, [null, null], [4, 9]],
    ['pages before titles', `目　录\n4　${ORDER}\n9　${NOTICE}`, [null, null], [4, 9]],
    ['serial numbers and no pages', `目　录\n1. ${ORDER}\n2. ${NOTICE}`, [null, null], [null, null]],
    [
      'numbers alone in brackets and no pages',
      `目　录\n${ORDER}\n（江府令第12号）\n${NOTICE}\n　　（江政发〔2023〕8号）`,
      ['江府令第12号', '江政发〔2023〕8号'],
      [null, null],
    ],
    [
      'numbers behind titles and no pages',
      `目　录\n${ORDER} 江府令第12号\n${NOTICE} 江政发〔2023〕8号`,
      ['江府令第12号', '江政发〔2023〕8号'],
      [null, null],
    ],
    ['serial numbers in Chinese', `目　录\n一、${ORDER}……4\n二、${NOTICE}……9`, [null, null], [4, 9]],
    ['serial numbers in Chinese and no pages', `目　录\n一、${ORDER}\n二、${NOTICE}`, [null, null], [null, null]],
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

  it('opens entries with numbers in a column of their own, under sections of any name', () => {
    const column = `目录\n江河之窗\n江府令第12号　　　　${ORDER}　　4\n法治之声\n江政发〔2023〕8号　　${NOTICE.slice(0, 13)}\n　　　　　　　　　　　${NOTICE.slice(13)}　　9`;
    expect(read(column)).toEqual([
      ['江河之窗', ORDER, '江府令第12号', 4, 0],
      ['法治之声', NOTICE, '江政发〔2023〕8号', 9, 1],
    ]);
  });

  it('tells sections by their ornaments, and a title that ends as sections do from a section', () => {
    expect(read(`目录\n【政府令】\n1. ${ORDER}\n· 规范性文件 ·\n2. ${NOTICE}`)).toEqual([
      ['政府令', ORDER, null, null, 0],
      ['规范性文件', NOTICE, null, null, 1],
    ]);
  });

  it('tells sections between corner brackets of full width, and one that stands over its first title in the text too', () => {
    const cornered = `目　录\n［市政府令］\n${ORDER}\n（江府令第12号） 4\n［市政府文件］\n${NOTICE}（江政发〔2023〕8号） 9`;
    const bare = `目　录\n\n市政府令\n\n${ORDER}（江府令第12号）\n\n市政府文件\n\n${NOTICE}（江政发〔2023〕8号）`;
    const sections = (issue: ReturnType<typeof parse>): unknown => issue.contents.map(({ section }) => section);
    expect(sections(issueWith(cornered))).toEqual(['市政府令', '市政府文件']);
    const divided = BODIES.replace(NOTICE, `市政府文件\n\n${NOTICE}`);
    const issue = parse(`江州市人民政府公报\n2023年3月15日　第5期\n\n${bare}\n\n${divided}`);
    expect(sections(issue)).toEqual(['市政府令', '市政府文件']);
    expect(issue.documents.map(({ title }) => title.value)).toEqual([ORDER, NOTICE]);
  });

  it('leaves out the contents in English and the names of speakers', () => {
    const issue = issueWith(
      `目录\n${ORDER}……张某（4）\n${NOTICE}……（9）\nCONTENTS\nMeasures for Water Supply……（4）\nNotice on Property……（9）`,
    );
    expect(issue.contents.map(({ title }) => title)).toEqual([ORDER, NOTICE]);
    expect(issue.warnings.filter(({ code }) => code === 'text_unclaimed')).toEqual([]);
  });

  it.each([
    ['names that stand in no list of endings', `目录\n江河之窗\n${ORDER}……4\n法治之声\n${NOTICE}……9`],
    ['ornaments that only sections carry', `目录\n●江河之窗\n${ORDER}……4\n●法治之声\n${NOTICE}……9`],
    ['bold type', `**目录**\n\n**◆江河之窗**\n\n${ORDER}/4\n\n**◆法治之声**\n\n${NOTICE}/9`],
    ['corner brackets', `目录\n〔江河之窗〕\n${ORDER}……4\n〔法治之声〕\n${NOTICE}……9`],
    [
      'a column of a table, under a centred head',
      `目录\n\n| 栏目 | 题目 | 页码 |\n| :-: | :- | -: |\n| 江河之窗 | ${ORDER} | 4 |\n| 法治之声 | ${NOTICE} | 9 |`,
    ],
    [
      'two columns of print, saved as a table',
      `目录\n\n| 江河之窗 | 法治之声 |\n| --- | --- |\n| ${ORDER}……4 | ${NOTICE}……9 |`,
    ],
    [
      'two columns of print, in lines that run over both',
      `目录\n江河之窗${' '.repeat(27)}法治之声\n${ORDER}……（4）${' '.repeat(8)}${NOTICE.slice(0, 13)}\n${' '.repeat(35)}${NOTICE.slice(13)}……（9）`,
    ],
    ['pages on lines of their own', `目录\n江河之窗\n${ORDER}\n（4）\n法治之声\n${NOTICE}\n（9）`],
    ['pages in brackets before the titles', `目录\n江河之窗\n(4)${ORDER}\n法治之声\n(9)${NOTICE}`],
    ['a title over two lines', `目录\n江河之窗\n${ORDER}……4\n法治之声\n${NOTICE.slice(0, 13)}\n${NOTICE.slice(13)}……9`],
  ])('tells sections from titles by what stands in the text: %s', (_, contents) => {
    expect(read(contents)).toEqual([
      ['江河之窗', ORDER, null, 4, 0],
      ['法治之声', NOTICE, null, 9, 1],
    ]);
  });

  it.each([
    ['in corner brackets', `${NOTICE}〔2023年第8号〕……9`, [NOTICE, '2023年第8号']],
    [
      'behind the last line of a title',
      `${NOTICE.slice(0, 13)}\n${NOTICE.slice(13)}　江政发〔2023〕8号……9`,
      [NOTICE, '江政发〔2023〕8号'],
    ],
    ['over the title in brackets', `江州市公告2023年第8号（${NOTICE}）……9`, [NOTICE, '江州市公告2023年第8号']],
    [
      'of a communiqué, which is part of its title',
      '江州市人口普查公报（第三号）……9',
      ['江州市人口普查公报（第三号）', null],
    ],
  ])('reads a number %s', (_, entry, expected) => {
    expect(
      issueWith(`目录\n${ORDER}……4\n${entry}`)
        .contents.slice(1)
        .map(({ title, documentNumber }) => [title, documentNumber]),
    ).toEqual([expected]);
  });

  it('reads orders over their titles and other numbers under them', () => {
    const third = '江州市人民政府任免工作人员';
    const entries = (contents: string): unknown =>
      parse(
        `江州市人民政府公报\n2023年3月15日　第5期\n\n目　录\n${contents}\n\n${BODIES}\n${third}\n\n　　任命张某为市水务局局长。\n`,
      ).contents.map(({ title, documentNumber, page }) => [title, documentNumber, page]);
    const order = '江州市人民政府令（第12号）';
    expect(entries(`${order}\n　　${ORDER}\n${NOTICE}\n　　（江政发〔2023〕8号）\n${third}`)).toEqual([
      [ORDER, '江州市人民政府令第12号', null],
      [NOTICE, '江政发〔2023〕8号', null],
      [third, null, null],
    ]);
    expect(
      entries(
        `${order}……4\n　　${ORDER}……4\n江州市公告第7号……8\n${NOTICE}\n　　（江政发〔2023〕8号）……9\n${third}……12`,
      ),
    ).toEqual([
      [ORDER, '江州市人民政府令第12号', 4],
      ['江州市公告第7号', '江州市公告第7号', 8],
      [NOTICE, '江政发〔2023〕8号', 9],
      [third, null, 12],
    ]);
  });

  it('keeps sections apart that are numbered in Chinese', () => {
    expect(read(`目录\n一、市政府令\n1.${ORDER}……4\n二、市政府文件\n1.${NOTICE}……9`)).toEqual([
      ['一、市政府令', ORDER, null, 4, 0],
      ['二、市政府文件', NOTICE, null, 9, 1],
    ]);
  });

  it('puts the order and its serial together that stand on two lines over the title', () => {
    const entries = issueWith(
      `目录\n市政府规章\n江州市人民政府令\n（第12号）\n${ORDER}\t4\n市政府文件\n江政发〔2023〕8号\n${NOTICE}\t9`,
    ).contents;
    expect(entries.map(({ section, title, documentNumber, page }) => [section, title, documentNumber, page])).toEqual([
      ['市政府规章', ORDER, '江州市人民政府令第12号', 4],
      ['市政府文件', NOTICE, '江政发〔2023〕8号', 9],
    ]);
  });

  it('keeps a section 附录 and each announcement that is named by its number alone', () => {
    const issue = issueWith(
      `目录\n公告通告\n江州市公告第7号……11\n江州市公告第8号……12\n附录\n${ORDER}……15\n${NOTICE}……16`,
    );
    expect(issue.contents.map(({ section, title, page }) => [section, title, page])).toEqual([
      ['公告通告', '江州市公告第7号', 11],
      ['公告通告', '江州市公告第8号', 12],
      ['附录', ORDER, 15],
      ['附录', NOTICE, 16],
    ]);
  });

  it('takes authority and number of an announcement on two lines for its number', () => {
    const text = `江州市人民政府公报\n2023年3月15日　第5期\n\n目　录\n江州市人民政府公告\n　　〔2023〕第5号……（4）\n${NOTICE}……（9）\n\n江州市人民政府公告\n\n〔2023〕第5号\n\n　　现将供水事项公告如下。\n\n江州市人民政府\n2023年3月1日\n\n${BODIES.slice(BODIES.indexOf(NOTICE))}`;
    const { contents, documents } = parse(text);
    expect(contents[0]).toMatchObject({ documentNumber: '江州市人民政府公告〔2023〕第5号', page: 4, documentIndex: 0 });
    expect(documents[0]?.title.value).toBe('江州市人民政府公告〔2023〕第5号');
  });

  it('leaves the speaker out who stands behind the title of a speech, and no body that issues jointly', () => {
    const entries = issueWith(
      `目录\n在全市教育大会上的讲话　李某某(4)\n江州市民政局 江州市财政局关于提高标准的通知(9)`,
    ).contents;
    expect(entries.map(({ title }) => title)).toEqual([
      '在全市教育大会上的讲话',
      '江州市民政局 江州市财政局关于提高标准的通知',
    ]);
  });

  it('hold no line of a wrapped sentence that ends in figures', () => {
    const wrapped = BODIES.replace(
      '2023年2月20日市政府第5次常务会议通过，现予公布，自2023年',
      '2023年2\n月20日市政府第5次常务会议通过，现予公布，自202\n3年',
    );
    const issue = parse(`江州市人民政府公报\n2023年3月15日　第5期\n\n目　录\n\n${ORDER}\n${NOTICE}\n\n${wrapped}`);
    expect(issue.contents.map(({ title, page, documentIndex }) => [title, page, documentIndex])).toEqual([
      [ORDER, null, 0],
      [NOTICE, null, 1],
    ]);
  });

  it('hold no line that opens a text, though its page ends in a number in brackets', () => {
    const contents = `目　录\n\n${ORDER}……（4）\n\n${NOTICE}……（9）\n\n(1)`;
    expect(read(contents)).toEqual([
      [null, ORDER, null, 4, 0],
      [null, NOTICE, null, 9, 1],
    ]);
  });

  it('take a line that begins with the end of a title for its end, not for a section', () => {
    const title = '江州市人民代表大会法制委员会关于《江州市供水条例（草案）》审议结果的报告';
    const contents = `目　录\n关于《江州市供水条例（草案）》的说明……王某\n江州市人民代表大会法制委员会关于《江州市供水条例\n　（草案）》审议结果的报告……李某`;
    const text = `江州市人民代表大会常务委员会公报\n2023年第1号\n\n${contents}\n\n关于《江州市供水条例（草案）》的说明\n\n江州市人大常委会：\n　　现作说明如下。\n\n${title}\n\n江州市人大常委会：\n　　现将情况报告如下。\n`;
    const issue = parse(text);
    expect(issue.contents.map((entry) => entry.title)).toEqual(['关于《江州市供水条例（草案）》的说明', title]);
    expect(issue.documents.map(({ kind }) => kind)).toEqual(['report', 'report']);
  });

  it('are read behind the last document without pages', () => {
    const text = `江州市人民政府公报\n2023年3月15日　第5期\n\n${BODIES}\n目　录\n\n${ORDER}\n${NOTICE}\n`;
    expect(parse(text).contents.map(({ title, documentIndex }) => [title, documentIndex])).toEqual([
      [ORDER, 0],
      [NOTICE, 1],
    ]);
  });

  it('are read behind the last document too', () => {
    const issue = parse(
      `江州市人民政府公报\n2023年第5期\n\n${BODIES}\n## 目录\n\n**规章**\n\n${ORDER}……1\n\n**文件**\n\n${NOTICE}……3\n`,
    );
    expect(issue.contents.map(({ section, page, documentIndex }) => [section, page, documentIndex])).toEqual([
      ['规章', 1, 0],
      ['文件', 3, 1],
    ]);
    expect(issue.segments.at(-1)?.kind).toBe('contents');
    expect(issue.documents).toHaveLength(2);
  });

  it('open entries with a year behind page or serial number, and leave the note behind a title out', () => {
    const entries = (contents: string): unknown =>
      issueWith(contents).contents.map(({ section, title, page }) => [section, title, page]);
    const expected = [
      ['文件', ORDER, 4],
      ['大事记', '2023年8月大事记', 9],
    ];
    expect(entries(`目录\n**文件**\n4　${ORDER}\n**大事记**\n9　2023年8月大事记`)).toEqual(expected);
    expect(entries(`目录\n文件\n1. ${ORDER}……4\n大事记\n2. 2023年8月大事记……9`)).toEqual(expected);
    expect(
      entries(`目录\n☆文件☆\n${ORDER}（2023年2月20日市政府第5次会议通过）……4\n☆大事记☆\n2023年8月大事记……9`),
    ).toEqual(expected);
  });

  it('are read right under the masthead without a heading', () => {
    const third = '江州市人民政府任免名单';
    const issue = parse(
      `江州市人民政府公报\n2023年第5期\n\n${ORDER}……………（４）\n${NOTICE}……………（９）\n${third}……………（１２）\n\n${BODIES}\n${third}\n\n任命：\n张某为市审计局局长。\n`,
    );
    expect(issue.contents.map(({ page, documentIndex }) => [page, documentIndex])).toEqual([
      [4, 0],
      [9, 1],
      [12, 2],
    ]);
  });

  it('are read right under the masthead without heading and pages, as a list', () => {
    const third = '江州市人民政府关于调整水价的通告';
    const issue = parse(
      `江州市人民政府公报 2023年第5期\n\n市政府规范性文件\n\n- ${ORDER}\n- ${NOTICE}\n\n公告\n\n- ${third}\n\n————\n\n${BODIES}\n${third}\n\n现将有关事项通告如下。\n\n江州市人民政府\n2023年3月9日\n`,
    );
    expect(issue.contents.map(({ section, title, documentIndex }) => [section, title, documentIndex])).toEqual([
      ['市政府规范性文件', ORDER, 0],
      ['市政府规范性文件', NOTICE, 1],
      ['公告', third, 2],
    ]);
    expect(issue.documents).toHaveLength(3);
  });

  it('take time that grows with their length, whatever they hold', () => {
    const lines = [
      `甲${' '.repeat(100_000)}乙……4`,
      `| ${'甲 | '.repeat(20_000)}`,
      '关于甲的通知\n'.repeat(4_000),
      `${'（甲'.repeat(20_000)}……4`,
      `${'甲　'.repeat(20_000)}号……4`,
      '●'.repeat(20_000),
    ];
    const used = processorTime(() => {
      for (const line of lines) read(`目录\n${ORDER}……3\n${line}\n${NOTICE}……9`);
    });
    expect(used).toBeLessThan(10_000);
  });
});
