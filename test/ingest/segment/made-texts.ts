import { toParseOutput } from '../../../ingest/parse-output.ts';
import { parse } from '../../helpers/parse-text.ts';

export const TITLE = '江州市供水管理办法';
export const SENTENCE = `《${TITLE}》已经2023年2月20日市人民政府第5次常务会议通过，现予公布，自2023年5月1日起施行。`;
export const ARTICLES = '第一条　为加强供水管理，制定本办法。\n第二条　本办法自2023年5月1日起施行。';
export const ISSUE = '江州市人民政府公报\n2023年第5期\n\n';
export const CLOSING = '江州市人民政府\n2023年3月5日\n';

/** What a reader is told of each document. */
export const read = (text: string): string[] =>
  toParseOutput(parse(text)).documents.map(({ title, documentNumber, promulgationDate, issuingAuthorities }) =>
    [title, documentNumber, promulgationDate, issuingAuthorities.join('+')].join(' | '),
  );
