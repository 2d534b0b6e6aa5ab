import { describe, expect, it } from 'vitest';
import { isRegisterNumber } from '../../../ingest/segment/register-number.ts';
import { parse } from '../../helpers/parse-text.ts';

describe('the number of the register of normative documents', () => {
  it.each([
    'XTCR—2023—00009',
    'HNPR-2019-01012',
    '（ZJAC02—2018—0012）',
    '统一编号：ZJBC01-2023-0005',
    '规范性文件登记号：鲁RFG01-2020-002',
  ])('%s is one', (words) => {
    expect(isRegisterNumber(words)).toBe(true);
  });

  it.each(['GB 2312-1980', 'GB/T 1.1-2020', '编号：12', 'ISSN 1004-3438', '2023-07-11', 'A-2023-1', '登记号：'])(
    '%s is none',
    (words) => {
      expect(isRegisterNumber(words)).toBe(false);
    },
  );

  it('opens the document below it and ends no text above it, and the contents over it end there', () => {
    const notice = (register: string, title: string, number: string): string =>
      `${register}\n江州市人民政府\n${title}\n${number}\n各区人民政府：\n现通知如下。\n本通知自2023年5月1日起施行。\n`;
    const issue = parse(
      `江州市人民政府公报\n2023年第3期\n目录\n【市政府文件】\n江州市人民政府关于供水工作的通知（江政发〔2023〕9号）\n江州市人民政府关于供热工作的通知（江政发〔2023〕10号）\n\n【市政府文件】\n${notice('JZCR—2023—00009', '关于供水工作的通知', '江政发〔2023〕9号')}${notice('JZCR—2023—00010', '关于供热工作的通知', '江政发〔2023〕10号')}`,
    );
    expect(issue.documents.map(({ lines, title }) => `${lines.start}-${lines.end} ${title.value}`)).toEqual([
      '9-15 江州市人民政府关于供水工作的通知',
      '16-22 江州市人民政府关于供热工作的通知',
    ]);
    const over = issue.documents.map(({ parts: [covering] }) => covering?.framing?.at(0)?.text.text);
    expect(over).toEqual(['JZCR—2023—00009', 'JZCR—2023—00010']);
    expect(issue.contents.map(({ documentNumber, documentIndex }) => [documentNumber, documentIndex])).toEqual([
      ['江政发〔2023〕9号', 0],
      ['江政发〔2023〕10号', 1],
    ]);
  });
});
