/** The name of a section on a line of its own among the documents: 人事任免 · 大 事 记. */
import { isPrinted, makeFurniture, nextPrinted } from './printed-text.ts';
import type { PrintedText } from './printed-text.ts';
import { looksLikeSection } from './section-name.ts';
import { isLetterhead, joinedLines, titleBelow } from './title-block.ts';
import { endsAsContentsTitle } from './title-ending.ts';

const WIDEST = 16;

/** Whether a line could be such a name. */
export function isSectionLine(text: PrintedText, at: number): boolean {
  const line = text.lines[at];
  if (!line || !isPrinted(text, at) || text.shapes[at]?.kind !== 'text' || line.width > WIDEST) return false;
  return looksLikeSection(line.text) && !isLetterhead(line.text);
}

/** The line where the text behind a closing begins: behind the name of a section that stands over another title. */
export function behindSectionLine(text: PrintedText, at: number, to: number): number {
  if (!isSectionLine(text, at)) return at;
  const title = titleBelow(text, at + 1, to);
  if (!title || !endsAsContentsTitle(joinedLines(text, title.from, title.to))) return at;
  makeFurniture(text, at, 'section-divider');
  return nextPrinted(text, at, to);
}
