import { describe, expect, it } from 'vitest';
import { parse } from '../../helpers/parse-text.ts';
import { processorTime } from '../../helpers/processor-time.ts';
import { CLOSING, ISSUE, read } from './made-texts.ts';

const GAZETTE = `江州市人民政府公报
2023年3月15日 第5号 (总128期) 半月刊

目 录

市政府文件

江州市人民政府关于加强古树名木保护的通知……（2）
江州市人民政府关于同意设立江北产业园区的批复……（3）

市政府办公室文件

江州市人民政府办公室关于印发江州市公园管理办法的通知……（4）

江州市人民政府关于加强古树名木保护的通知
江政发〔2023〕5号
各县区人民政府，市政府各部门：
为加强古树名木保护，现就有关事项通知如下。
一、开展普查登记。
江州市人民政府
2023年2月20日

江州市人民政府关于同意设立
江北产业园区的批复
江政复〔2023〕2号
江北区人民政府：
你区请示收悉，同意设立江北产业园区。
江州市人民政府
2023年2月27日

江州市人民政府办公室
关于印发江州市公园管理办法的通知
江政办发〔2023〕9号
各县区人民政府，市政府各部门：
现将《江州市公园管理办法》印发给你们，请遵照执行。
江州市人民政府办公室
2023年3月1日
江州市公园管理办法
第一条 为了加强公园管理，制定本办法。
第二条 本办法自2023年4月1日起施行。
`;

describe('contents that print titles without numbers', () => {
  it('name the section of each document, found by its number, and miss none', () => {
    const { documents, contents, warnings } = parse(GAZETTE);
    expect(documents.map((document) => [document.documentNumber?.value, document.section?.value])).toEqual([
      ['江政发〔2023〕5号', '市政府文件'],
      ['江政复〔2023〕2号', '市政府文件'],
      ['江政办发〔2023〕9号', '市政府办公室文件'],
    ]);
    expect(contents.map(({ documentIndex, page }) => [documentIndex, page])).toEqual([
      [0, 2],
      [1, 3],
      [2, 4],
    ]);
    expect(warnings.filter(({ code }) => code === 'contents_not_found' || code === 'document_not_in_contents')).toEqual(
      [],
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

describe('contents of very many entries that begin alike', () => {
  it('take time that grows with their number, kept or not', () => {
    const title = (nth: number): string => `江州市人民政府关于供水工作第${nth}次安排的通知`;
    const used = (count: number): number => {
      const entries = Array.from({ length: count }, (_, nth) => `${title(nth)}……${nth + 1}`).join('\n');
      const broken = Array.from({ length: count }, (_, nth) => `\n${title(nth).slice(0, 16)}\n\n现将事项通知如下。\n`);
      return processorTime(() => parse(`${ISSUE}目录\n${entries}\n${broken.join('')}`));
    };
    used(500);
    expect(used(4000)).toBeLessThan(9 * used(1000));
    const kept = parse(`${ISSUE}目录\n${title(1)}……3\n${title(2)}……4\n${title(1)}……5\n\n${title(1)}\n\n通知。\n`);
    expect(kept.contents.map(({ documentIndex }) => documentIndex)).toEqual([0, null, null]);
  });
});
