/**
 * Which titles of the printed contents stand in the text behind them. Lines of the contents say little of themselves: whether 任免事项
 * over a title names a section or opens the title shows where the title stands in the text without it.
 */
import { foldedOpening, foldText } from '../../text/fold.ts';
import { isPrinted, textOf } from '../printed-text.ts';
import type { PrintedText } from '../printed-text.ts';
import { isTitleLine, withoutFootnote } from '../title-block.ts';

const MOST_LINES = 6;

/** The folded titles among `wanted` that stand outside the lines [from, to), each on a line or on several, one after the other. */
export function standingTitles(
  text: PrintedText,
  { from, to }: { from: number; to: number },
  wanted: ReadonlySet<string>,
): ReadonlySet<string> {
  const found = new Set<string>();
  const opens = new Set([...wanted].map((title) => title.charAt(0)));
  let longest = 0;
  for (const { length } of wanted) longest = Math.max(longest, length);
  for (let at = 0; at < text.lines.length; at = at + 1 === from ? to : at + 1) {
    if (at >= from && at < to) continue;
    if (!isPrinted(text, at) || !opens.has(foldedOpening(textOf(text, at)))) continue;
    let words = '';
    for (let line = at, lines = 0; line < text.lines.length && lines < MOST_LINES; line += 1) {
      if (!isPrinted(text, line)) continue;
      if (!isTitleLine(text, line)) break;
      words += foldText(withoutFootnote(textOf(text, line)));
      if (words.length > longest) break;
      if (wanted.has(words)) found.add(words);
      lines += 1;
    }
  }
  return found;
}
