/** The heading over the printed contents: 目 录, 目次, 本期目录, CONTENTS. */
import { foldText } from '../../text/fold.ts';
import { nextPrinted, textOf } from '../printed-text.ts';
import type { PrintedText } from '../printed-text.ts';
import { ORNAMENTS } from '../section-name.ts';

const AROUND = `·—=＝~～${ORNAMENTS}\\s`;
// Must match: 目录 · 目 录 · 本期目录 · 目　次 · 目录 CONTENTS · 【目录】 · 要目 · ＝＝ 目录 ＝＝ · ◆目　录◆ · CONTENTS 目录      Must not: 权责清单目录 · 目录（共28件）
const HEADING = new RegExp(
  `^[【[［${AROUND}]{0,6}(?:CONTENTS[\\s·]{0,4})?(?:本\\s?期\\s?)?(?:[目要]\\s{0,8}[录次目])(?:[\\s·]{0,4}CONTENTS)?[】\\]］${AROUND}]{0,6}$`,
  'iu',
);
const OPENS_HEADING = new Set(`目要本Cc【[［·—=＝~～${ORNAMENTS}`);
const CHAPTER_KINDS = new Set(['part', 'subpart', 'chapter', 'section']);

/** Whether a line heads the printed contents of an issue. A document's own list of chapters (目录 第一章 总则 …) is none. */
export function isContentsHeading(text: PrintedText, index: number): boolean {
  const printed = textOf(text, index);
  if (printed.length === 0 || printed.length > 24) return false;
  if (!OPENS_HEADING.has(printed.charAt(0))) return false;
  if (!HEADING.test(printed) && printed.toUpperCase() !== 'CONTENTS') return false;
  return !isChapterList(text, index) && behindOwnContents(text, index, text.lines.length) === index;
}

/** Whether 目录 stands over a document's own list of chapters. */
function isChapterList(text: PrintedText, index: number): boolean {
  const next = text.shapes[nextPrinted(text, index + 1, Math.min(text.lines.length, index + 8))];
  return next !== undefined && CHAPTER_KINDS.has(next.kind);
}

/** Whether 目录 or 目次 stands alone on a line. */
export function isOwnContentsHeading(text: PrintedText, index: number): boolean {
  return textOf(text, index).startsWith('目') && HEADING.test(textOf(text, index)) && isChapterList(text, index);
}

/** Whether 目录 or 目次 stands alone on a line, whatever follows. */
export function isContentsWord(text: PrintedText, index: number): boolean {
  return textOf(text, index).startsWith('目') && HEADING.test(textOf(text, index));
}

const LONGEST_OWN_CONTENTS = 200;
const LONGEST_ENTRY = 60;

/**
 * Where the list of headings of a document under the 目录 at `index` ends: where its first entry stands again (1 总则 … 1 总则), short
 * lines between; `index` itself when it does not.
 */
export function behindOwnContents(text: PrintedText, index: number, to: number): number {
  const first = nextPrinted(text, index + 1, to);
  const words = foldText(textOf(text, first));
  if ((text.shapes[first]?.labelEnd ?? 0) === 0) return index;
  for (let at = first + 1; at < Math.min(to, index + LONGEST_OWN_CONTENTS); at += 1) {
    const printed = textOf(text, at);
    if (printed.length > LONGEST_ENTRY) return index;
    if (printed !== '' && foldText(printed) === words) return at;
  }
  return index;
}
