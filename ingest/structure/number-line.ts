/** Lines that are a document number and nothing else: 新政办发〔2024〕43号 · 中华人民共和国商务部令 2010年第2号 · 第239号. */
import { parseDocumentNumber } from '../text/document-number.ts';
import type { DocumentNumber } from '../text/document-number.ts';

const LONGEST_CODE = 16;
// Must match: 关于印发…的通知 国发〔2024〕3号 read as one long code      Must not: 国家税务总局公告
const WORDS_OF_A_TITLE = /[的《》“”，]|关于|印发|通知|目录/u;
// Must match: 江州市供水管理办法 江府令第12号      Must not: 财政部 税务总局公告2023年第12号
const TITLE_APART = /(?:办法|规定|条例|细则|规则|决定|规程|章程|标准)[\s\u3000]/u;

/** The number that a whole line is; null for a line with a title before its number, or with anything else in it. */
export function parseNumberLine(text: string): DocumentNumber | null {
  if (!text.includes('号')) return null;
  const number = parseDocumentNumber(text);
  if (number?.code == null) return number;
  if (WORDS_OF_A_TITLE.test(number.code) || TITLE_APART.test(text)) return null;
  return number.form === 'agency' && number.code.length > LONGEST_CODE ? null : number;
}
