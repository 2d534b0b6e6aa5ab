/**
 * Document numbers broken by a line end: `广东省第十四届人民代表大会常务委员会公告（第` / `12号）`, `国办发` / `〔2023〕27号`. Reads two
 * lines, returns them as one, which keeps the number of the first.
 */
import { leavesOpen, widthOf } from '../text/characters.ts';
import type { PrintedLine } from '../text/lines.ts';
import { concat } from '../text/mapped-text.ts';
import { parseNumberLine } from '../structure/number-line.ts';

const LONGEST_HEAD = 40;
const LONGEST_TAIL = 16;
// Must match (below): 12号） · 〔2023〕27号 · 第44号 · 号）      Must not: 第239号令的规定
const TAIL = /^(?:[〔[（(第\d年].{0,14})?号\s?[）)]?$/u;

/** Whether two lines are one number; neither is one by itself. */
function isBrokenNumber(above: PrintedLine, below: PrintedLine): boolean {
  if (below.text.length > LONGEST_TAIL || !TAIL.test(below.text)) return false;
  if (above.text === '' || above.text.length > LONGEST_HEAD) return false;
  const isOpen = leavesOpen(above.text) || /^[〔[]/u.test(below.text);
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
