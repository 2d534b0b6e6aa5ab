/** The label of a table printed as an annex behind the closing of a text: 表1 · 表2　各市县信息采用情况. */
import { parseChineseNumber } from '../text/chinese-numerals.ts';

export interface TableLabel {
  number: number;
  /** Its title stands on the same line. */
  isTitled: boolean;
}

// Must match: 表1 · 表 2　各市县信息采用情况 · 表一：收入 · 表3-1      Must not: 表明 · 表一致 · 表1所列数据为初步统计数。
const LABEL =
  /^表\s?([0-9０-９]{1,2}|[一二三四五六七八九十]{1,3})(?:[-—][0-9]{1,2})?(?:[：:.．、]\s{0,4}|[\s\u3000]{1,8}|$)([^，。；]{0,40})$/u;

/** Reads a line as the label of a table; null for any other. */
export function tableLabel(text: string): TableLabel | null {
  if (!text.startsWith('表')) return null;
  const match = LABEL.exec(text);
  const number = parseChineseNumber(match?.[1] ?? '');
  return match && number !== null ? { number, isTitled: (match[2] ?? '') !== '' } : null;
}
