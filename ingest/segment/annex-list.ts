/** Whether 附件： heads a list of annexes, before the closing or at the end of a text, and no annex itself. */
import { isPrinted, nextPrinted, textOf } from './printed-text.ts';
import type { PrintedText } from './printed-text.ts';

const MOST_LINES = 60;
const WIDEST_NAME = 40;

/** `at` is the line of the label; `closed`: the text above has its closing already. */
export function headsAnnexList(text: PrintedText, at: number, to: number, closed: boolean): boolean {
  const first = nextPrinted(text, at + 1, to);
  if (closed || text.shapes[first]?.kind !== 'point' || !/[：:]$/u.test(textOf(text, at))) return false;
  return closesSoon(text, first, to) || isAllNames(text, first, to);
}

function closesSoon(text: PrintedText, from: number, to: number): boolean {
  for (let at = from, seen = 0; at < to && seen < MOST_LINES; at += 1) {
    if (!isPrinted(text, at)) continue;
    const kind = text.shapes[at]?.kind;
    if (kind === 'date') return true;
    if (kind === 'annex_label') return false;
    seen += 1;
  }
  return false;
}

/** 附：1.中小企业声明函 2.执行情况公告 at the end of a text names annexes, and none of them follows. */
function isAllNames(text: PrintedText, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) {
    const kind = text.shapes[at]?.kind;
    if (kind === 'annex_label') return true;
    if (!isPrinted(text, at)) continue;
    if (kind !== 'point' || (text.lines[at]?.width ?? 0) > WIDEST_NAME || textOf(text, at).includes('。')) return false;
  }
  return true;
}
