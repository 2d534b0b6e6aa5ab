/** Signs by which a part of a document ends and another begins: days that close, titles that the document names, lists of its divisions. */
import { endsSentence } from '../text/characters.ts';
import { groupHeading } from './catalogue/catalogue-heading.ts';
import { SHORTEST_NAME } from './own-promises.ts';
import { isPrinted, lastPrinted, textOf } from './printed-text.ts';
import type { PrintedText } from './printed-text.ts';
import { tableLabel } from './table-label.ts';
import { foldedLines, joinedLines, titleBelow } from './title-block.ts';
import { endsAsTitle } from './title-ending.ts';

/** Of a signature set to the right; first lines of paragraphs are indented by two. */
const RIGHT_OF_TEXT = 8;
/** A document's own list of chapters is hardly longer. */
const MOST_LINES_OF_DIVISIONS = 120;

/**
 * Whether line `at` labels an annex or opens a title among the folded `promises` of the document; then a day above it closes a text
 * that nobody signs.
 */
export function beginsNamedText(text: PrintedText, at: number, to: number, promises: string): boolean {
  if (text.shapes[at]?.kind === 'annex_label') return true;
  if (tableLabel(textOf(text, at))?.number === 1) return true;
  const title = titleBelow(text, at, to, promises);
  const words = title ? foldedLines(text, title.from, title.to) : '';
  return words.length >= SHORTEST_NAME && promises.includes(words);
}

/** The line of a day, the first line of the text above it, the line under it and the end of the document. */
export interface DayPlace {
  day: number;
  floor: number;
  next: number;
  to: number;
}

/** Whether a day stands far to the right under the end of a text, and a title under it. */
export function isSetOverTitle(text: PrintedText, { day, floor, next, to }: DayPlace): boolean {
  const above = lastPrinted(text, floor, day);
  if ((text.lines[day]?.indent ?? 0) < RIGHT_OF_TEXT || !endsSentence(textOf(text, above))) return false;
  const title = titleBelow(text, next, to);
  return title !== null && endsAsTitle(joinedLines(text, title.from, title.to));
}

/** The first line of the 题注 and the list of chapters that stand over line `at`; `at` itself where none do. */
export function overDivisions(text: PrintedText, at: number, floor: number): number {
  let above = at;
  for (let line = at - 1; line >= Math.max(floor, at - MOST_LINES_OF_DIVISIONS); line -= 1) {
    if (!isPrinted(text, line)) continue;
    const kind = text.shapes[line]?.kind;
    if (kind !== 'note' && kind !== 'chapter' && kind !== 'part' && !/^目\s*[录次]$/u.test(textOf(text, line))) break;
    above = line;
  }
  return above;
}

/** Whether text stands in [from, to), 题注 aside. */
export function holdsText(text: PrintedText, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (isPrinted(text, at) && text.shapes[at]?.kind !== 'note') return true;
  return false;
}

// Must match: 东府办〔2020〕22号　　东溟市人民政府办公厅关于…的通知      Must not: 东府办〔2020〕22号
const NUMBER_AND_TITLE = /^[^\s〔〕，。]{1,16}〔\d{4}〕\d{1,5}号[\s\u3000]{1,16}\S/u;

/** Whether a line is one of a list of documents and no title: its number stands before it, or it counts those under it. */
export function opensListed(words: string): boolean {
  return groupHeading(words) !== null || NUMBER_AND_TITLE.test(words);
}
