/**
 * The lines of an order: `财政部` / `税务总局` / `公　告` / `2023年第12号`, and under them the sentence that promulgates
 * (《…条例》已经2023年7月14日国务院第9次常务会议通过，现予公布).
 */
import { withoutSpaces } from '../text/spaces.ts';
import { isPrinted, nextPrinted, textOf } from './printed-text.ts';
import type { PrintedText } from './printed-text.ts';
import { blankBetween, isTitleLine } from './title-block.ts';

/** A page end may stand between an order and its number or sentence. */
export const LINES_OVER_PAGE_END = 16;
const MOST_SENTENCE_LINES = 6;
// Must match: 《…批复》已于2023年2月14日由…通过，现予公布      Must not: 《…条例》的实施
const PROMULGATES = /通过[，,]?.{0,30}(?:公布|发布|施行)|(?:现予|现将其|予以)(?:公布|发布)/u;
const INSTRUMENT_ALONE = /^(?:令|公\s*告|通\s*告)$/u;
// Must match: 中华人民共和国中央军事委员会　令      Must not: 国务院令 · 责任　令
const INSTRUMENT_APART = /^(.*[部委会局署院行厅府国办室])[\s\u3000]+令$/u;
// Must match: 财政部 · 国家发展改革委　财政部 · 国家网信办      Must not: 钱某某　市经信局 · 组长：市政府
const BODIES = /^[^\s\u3000：:]*[部委会局署院行厅府国办室](?:[\s\u3000]+[^\s\u3000：:]*[部委会局署院行厅府国办室])*$/u;
// Must match: 交　通　运　输　部 · 公　　安　　部      Must not: 国家发展改革委　财政部
const LETTER_SPACED = /^\S(?:[\s\u3000]{1,8}\S){2,15}$/u;

/** First line of the authorities of an order: joint orders name each on a line of its own above 令. Not above `floor`. */
export function authoritiesFrom(text: PrintedText, order: number, floor: number): number {
  let start = order;
  const printed = textOf(text, order);
  if (!INSTRUMENT_ALONE.test(printed) && !BODIES.test(INSTRUMENT_APART.exec(printed)?.[1] ?? '：')) return start;
  for (let line = order - 1; line >= floor; line -= 1) {
    if (!isPrinted(text, line)) continue;
    const words = textOf(text, line);
    if (!BODIES.test(LETTER_SPACED.test(words) ? withoutSpaces(words) : words)) break;
    if (!isTitleLine(text, line) || blankBetween(text, line, start) > 1) break;
    start = line;
  }
  return start;
}

/** First line behind the authorities that stand under 令, where it is set between them: 信息产业部 / 令 / 商务部. */
export function behindAuthorities(text: PrintedText, order: number): number {
  let behind = order + 1;
  if (!INSTRUMENT_ALONE.test(textOf(text, order))) return behind;
  for (let line = order + 1; line < Math.min(text.lines.length, order + LINES_OVER_PAGE_END); line += 1) {
    if (!isPrinted(text, line)) continue;
    const words = textOf(text, line);
    if (text.shapes[line]?.kind !== 'text' || !BODIES.test(LETTER_SPACED.test(words) ? withoutSpaces(words) : words))
      break;
    behind = line + 1;
  }
  return behind;
}

/** Whether the sentence under line `at` promulgates what it names. */
export function promulgatesBelow(text: PrintedText, at: number): boolean {
  const first = nextPrinted(text, at + 1, Math.min(text.lines.length, at + LINES_OVER_PAGE_END));
  if (!textOf(text, first).startsWith('《')) return false;
  let sentence = '';
  for (let line = first; line < Math.min(text.lines.length, first + MOST_SENTENCE_LINES); line += 1) {
    if (isPrinted(text, line)) sentence += textOf(text, line);
    if (sentence.includes('。')) break;
  }
  return PROMULGATES.test(sentence);
}
