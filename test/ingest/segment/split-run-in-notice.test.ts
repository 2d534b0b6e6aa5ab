import { describe, expect, it } from 'vitest';
import { splitRunInNotice } from '../../../ingest/segment/split-run-in-notice.ts';
import { readLines } from '../../../ingest/text/lines.ts';
import { processorTime } from '../../helpers/processor-time.ts';
import { ISSUE, read } from './made-texts.ts';

const piecesOf = (text: string): string[] | undefined =>
  readLines(text)
    .flatMap((line) => splitRunInNotice(line) ?? [])
    .map((line) => line.text);

const NOTICE =
  '江州市人民政府办公室关于印发江州市河长制考核办法的通知 江政办发〔2023〕8号 各区人民政府，市政府各部门： 《江州市河长制考核办法》已经市政府同意，现印发给你们。 江州市人民政府办公室 2023年3月5日 江州市河长制考核办法 第一条 为规范考核，制定本办法。 第二条 本办法自印发之日起施行。';

describe('a whole notice in one line', () => {
  it('is the lines that it would be in print', () => {
    expect(piecesOf(NOTICE)).toEqual([
      '江州市人民政府办公室关于印发江州市河长制考核办法的通知',
      '江政办发〔2023〕8号',
      '各区人民政府，市政府各部门：',
      '《江州市河长制考核办法》已经市政府同意，现印发给你们。',
      '江州市人民政府办公室',
      '2023年3月5日',
      '江州市河长制考核办法',
      '第一条 为规范考核，制定本办法。',
      '第二条 本办法自印发之日起施行。',
    ]);
  });

  it('is a document with its facts, one on each line of the file', () => {
    const notice = (serial: string): string =>
      `江州市人民政府关于加强地下水管理的通知　江政发〔2023〕${serial}号　各区人民政府：　现通知如下：严格取水许可，关停自备水井，自2023年7月1日起执行。　江州市人民政府　2023年6月${serial}日`;
    expect(read(`${ISSUE}${notice('8')}\n\n${notice('9')}\n`)).toEqual([
      '江州市人民政府关于加强地下水管理的通知 | 江政发〔2023〕8号 | 2023-06-08 | 江州市人民政府',
      '江州市人民政府关于加强地下水管理的通知 | 江政发〔2023〕9号 | 2023-06-09 | 江州市人民政府',
    ]);
  });

  it('has its title once where the page prints it twice', () => {
    const title = '江州市人民政府办公室关于印发江州市河长制考核办法的通知';
    expect(piecesOf(`${title} ${NOTICE}`)?.slice(0, 3)).toEqual([title, title, '江政办发〔2023〕8号']);
    expect(read(`${title} ${NOTICE}`)).toEqual([`${title} | 江政办发〔2023〕8号 | 2023-03-05 | 江州市人民政府办公室`]);
  });

  it.each([
    '根据《江州市人民政府关于加强地下水管理的决定 江政发〔2023〕8号 》的要求，各区应当关停自备水井，严格取水许可，并按月报告水位。',
    '江州市人民政府关于加强地下水管理的通知（江政发〔2023〕8号）自2023年7月1日起执行，各区应当关停自备水井，并按月报告水位情况。',
    '为加强管理，各区应当执行市政府的通知 江政发〔2023〕8号 并关停自备水井，严格取水许可，并按月报告水位情况，逾期不报的予以通报。',
  ])('is none: %s', (text) => {
    expect(piecesOf(text)).toEqual([]);
  });

  it('takes time that grows with its length', () => {
    const text = `${NOTICE} ${'。 江州市人民政府 '.repeat(20_000)}`;
    expect(processorTime(() => piecesOf(text))).toBeLessThan(3000);
  });
});
