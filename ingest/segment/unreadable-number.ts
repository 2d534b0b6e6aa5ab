import { nextPrinted, textOf } from './printed-text.ts';
import type { PrintedText } from './printed-text.ts';

// Must match: 新政办发〔2024〕号 · 浙政发〔20×2〕3号 · 川府函[2021号      Must not: 各市人民政府：
const LIKE_A_NUMBER =
  /^[\u4e00-\u9fff]{2,16}\s?[〔[（(]\s?[\d×xXO〇○一二三四五六七八九]{2,4}\s?[〕\]）)]?\s?第?[^，。：；《]{0,6}号$/u;

/** The line under a title that stands where a number does and cannot be read as one; null for any other. */
export function unreadableNumber(text: PrintedText, at: number): number | null {
  const line = nextPrinted(text, at, Math.min(text.lines.length, at + 4));
  return text.shapes[line]?.kind === 'text' && LIKE_A_NUMBER.test(textOf(text, line)) ? line : null;
}
