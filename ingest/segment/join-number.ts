/**
 * Document numbers broken by a line end: `广东省第十四届人民代表大会常务委员会公告（第` / `12号）`, `国办发` / `〔2023〕27号`. Reads two
 * lines, returns them as one, which keeps the number of the first. A page may end between the two.
 */
import { leavesOpen, widthOf } from '../text/characters.ts';
import type { PrintedLine } from '../text/lines.ts';
import { concat } from '../text/mapped-text.ts';
import { classifyLine } from '../structure/classify-line.ts';
import { parseNumberLine } from '../structure/number-line.ts';
import { isPrinted, lastPrinted, makeFurniture } from './printed-text.ts';
import type { PrintedText } from './printed-text.ts';

const LONGEST_HEAD = 40;
const LONGEST_CODE_HEAD = 10;
const MOST_LINES_AT_PAGE_END = 8;
const LONGEST_TAIL = 16;
// Must match (below): 12号） · 〔2023〕27号 · 发〔2014〕15号 · 第44号 · 号）      Must not: 第239号令的规定
const TAIL = /^(?:[发字函]?[〔[（(第\d年].{0,14})?号\s?[）)]?$/u;
// Must match (below, whose code is cut off): 发〔2014〕15号      Must not: 法〔2021〕255号
const CUT_CODE = /^[发字函]\s?[〔[（(]/u;
// Must match (above it): 平政办 · 鲁政      Must not: 平政办〔2014〕
const CODE_HEAD = /^[\u4e00-\u9fff\s]+$/u;

/** Whether two lines are one number; neither is one by itself. */
function isBrokenNumber(above: PrintedLine, below: PrintedLine): boolean {
  if (below.text.length > LONGEST_TAIL || !TAIL.test(below.text)) return false;
  if (above.text === '' || above.text.length > LONGEST_HEAD) return false;
  const isCut = CUT_CODE.test(below.text) && above.text.length <= LONGEST_CODE_HEAD && CODE_HEAD.test(above.text);
  const isOpen = isCut || leavesOpen(above.text) || /^[〔[]/u.test(below.text);
  return isOpen && parseNumberLine(above.text) === null && parseNumberLine(above.text + below.text) !== null;
}

/** The two lines as one, where they are one number; else null. */
export function joinNumber(above: PrintedLine, below: PrintedLine): PrintedLine | null {
  if (!below.text.includes('号') || !isBrokenNumber(above, below)) return null;
  const content = concat([above.content, below.content]);
  return {
    ...above,
    end: below.end,
    next: below.next,
    content,
    text: content.text,
    width: widthOf(content.text),
  };
}

/** Puts the two pieces of a number together between which a page ends; the line of the lower one keeps its place without text. */
export function joinNumbersOverPageEnds(text: PrintedText): void {
  for (let at = 0; at < text.lines.length; at += 1) {
    const below = text.lines[at];
    if (!below?.text.includes('号') || below.text.length > LONGEST_TAIL || !isPrinted(text, at)) continue;
    const from = lastPrinted(text, Math.max(0, at - MOST_LINES_AT_PAGE_END), at);
    const above = text.lines[from];
    if (!above || from === at - 1 || !isPageEnd(text, from + 1, at)) continue;
    const whole = joinNumber(above, below);
    if (!whole) continue;
    text.lines[from] = { ...whole, end: above.end, next: above.next };
    text.shapes[from] = classifyLine(whole, false);
    makeFurniture(text, at, 'number-over-page-end');
    text.claims[at] = { kind: 'heading', rule: 'number-over-page-end' };
  }
}

/** Whether page furniture stands among the lines [from, to). */
function isPageEnd(text: PrintedText, from: number, to: number): boolean {
  return text.shapes.slice(from, to).some(({ kind }) => kind === 'furniture');
}
