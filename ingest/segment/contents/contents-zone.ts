/**
 * Where the printed contents begin and end: from their heading to the line before the first document, told by page numbers where
 * there are any, else by the first number or title that stands a second time.
 */
import { isPaged } from './contents-columns.ts';
import { foldText } from '../../text/fold.ts';
import { isContentsHeading } from './contents-heading.ts';
import { endByRepetition } from './contents-end.ts';
import {
  areAscending,
  isForeign,
  leadingPage,
  pageBehindSpace,
  PLAIN_STYLE,
  readContentsLine,
} from './contents-line.ts';
import { splitTrailingNumber } from './contents-number.ts';
import { isPrinted, lastPrinted, nextPrinted, textOf } from '../printed-text.ts';
import type { PrintedText } from '../printed-text.ts';
import { rowCells } from '../row-cells.ts';
import { standingTitles } from './standing-titles.ts';
import { endsAsContentsTitle } from '../title-ending.ts';

export interface ContentsZone {
  heading: number;
  end: number;
}

const SEARCHED = 120;
/** A single page number so near the heading is of the contents. */
const FEW_LINES = 12;
const PROSE_WIDTH = 44;
const MOST_AT_END = 400;
const FEWEST_AT_END = 2;
const SHORTEST_ENTRY = 8;
const MOST_FURTHER_LINES = 4;
const FEWEST_UNHEADED = 3;
const MOST_UNHEADED = 80;
const LEADERS = /[…·.．]{3}/u;
const BODY_KINDS = new Set(['article', 'chapter', 'part', 'date', 'bracket', 'annex_label', 'annex_notice']);

function findHeading(text: PrintedText, from: number): number {
  const last = Math.min(text.lines.length, from + SEARCHED);
  for (let at = from; at < last; at += 1) {
    if (isContentsHeading(text, at)) return at;
    // 目 and 录 on lines of their own.
    if (textOf(text, at) === '目' && /^[录次]$/u.test(textOf(text, nextPrinted(text, at + 1, last)))) return at;
    if (isProse(text, at) || BODY_KINDS.has(text.shapes[at]?.kind ?? '')) return -1;
  }
  return -1;
}

/** A line of running text, which no printed contents hold. */
function isProse(text: PrintedText, index: number): boolean {
  const line = text.lines[index];
  return line !== undefined && line.width > PROSE_WIDTH && line.text.includes('。');
}

// Must match: 各州、市、县（市）人民政府，各行政公署： · 国务院：      Must not: 附件：
const SALUTATION = /^(?:各|有关|国务院|[^，。]{2,30}(?:政府|委员会|厅|局|部|院|公司|单位|机构))[^。]{0,120}[：:]$/u;

/** （1988年4月2日） under a title: contents may print days so, each in brackets. */
function isDayOfEntry(text: PrintedText, index: number): boolean {
  const above = lastPrinted(text, 0, index);
  return /^[（(]/u.test(textOf(text, index)) && above >= 0 && endsAsContentsTitle(textOf(text, above));
}

function beginsBody(text: PrintedText, index: number): boolean {
  const kind = text.shapes[index]?.kind ?? 'blank';
  // 附录 over a line with a page is a section.
  const next = kind === 'annex_label' ? text.lines[nextPrinted(text, index + 1, text.lines.length)] : undefined;
  if (next && isPaged(next)) return false;
  if (kind === 'date' && isDayOfEntry(text, index)) return false;
  return BODY_KINDS.has(kind) || isProse(text, index) || SALUTATION.test(textOf(text, index));
}

/**
 * The contents that close the file, for issues that print them behind the last document: a heading behind line `from` with lines of
 * contents under it and nothing else. Null when there are none.
 */
export function findContentsAtEnd(text: PrintedText, from: number): ContentsZone | null {
  let pages = 0;
  for (let at = text.lines.length - 1, seen = 0; at > from && seen < MOST_AT_END; at -= 1) {
    if (!isPrinted(text, at)) continue;
    if (isContentsHeading(text, at)) {
      const zone = { heading: at, end: text.lines.length };
      return pages >= FEWEST_AT_END || namesDocuments(text, at) ? zone : null;
    }
    if (beginsBody(text, at)) return null;
    const line = text.lines[at];
    if (line && isPaged(line)) pages += 1;
    seen += 1;
  }
  return null;
}

/** Whether two or more of the lines under a heading stand in the text above it as well. */
function namesDocuments(text: PrintedText, heading: number): boolean {
  const entries = new Set<string>();
  for (let at = heading + 1; at < text.lines.length; at += 1) {
    const content = text.lines[at]?.content;
    const words = content && isPrinted(text, at) ? foldText(splitTrailingNumber(content).title.text) : '';
    if (words.length >= SHORTEST_ENTRY) entries.add(words);
  }
  return standingTitles(text, { from: heading, to: text.lines.length }, entries).size >= FEWEST_AT_END;
}

/**
 * The line above contents that stand right under the masthead without a heading: several lines with leaders and growing pages, or titles
 * that stand in the text behind them; -1 for none.
 */
function aboveUnheaded(text: PrintedText, from: number): number {
  if (from === 0) return -1;
  const first = nextPrinted(text, from, text.lines.length);
  const pages: number[] = [];
  const titles = new Set<string>();
  let at = first;
  for (let seen = 0; at < text.lines.length && seen < MOST_UNHEADED; at += 1) {
    const line = text.lines[at];
    if (!line || !isPrinted(text, at)) continue;
    if (beginsBody(text, at)) break;
    const { page, content } = readContentsLine(line, PLAIN_STYLE);
    if (page !== null && seen < FEW_LINES && LEADERS.test(line.text)) pages.push(page);
    const title = foldText(splitTrailingNumber(content).title.text);
    if (title.length >= SHORTEST_ENTRY && endsAsContentsTitle(title)) titles.add(title);
    seen += 1;
  }
  const isPagedList = pages.length >= FEWEST_UNHEADED && areAscending(pages);
  const isListed =
    titles.size >= FEWEST_UNHEADED && standingTitles(text, { from: first, to: at }, titles).size >= FEWEST_AT_END;
  return isPagedList || isListed ? first - 1 : -1;
}

/** The contents of an issue behind line `from`; null when none are printed. */
export function findContentsZone(text: PrintedText, from: number): ContentsZone | null {
  const printedHeading = findHeading(text, from);
  const heading = printedHeading < 0 ? aboveUnheaded(text, from) : printedHeading;
  if (heading < 0) return null;
  const lines = text.lines;
  let lastPaged = -1;
  let pages = 0;
  let lastPage = 0;
  let pageBefore = false;
  let numbersBelow = 0;
  const spaced: { at: number; page: number }[] = [];
  let at = heading + 1;
  if (/^[录次]$/u.test(textOf(text, nextPrinted(text, at, at + 4)))) at = nextPrinted(text, at, at + 4) + 1;
  const begin = at;
  for (; at < lines.length; at += 1) {
    const line = lines[at];
    if (!line || !isPrinted(text, at)) continue;
    if (beginsBody(text, at)) break;
    const loose = pageBehindSpace(line.text);
    if (loose !== null) spaced.push({ at, page: loose });
    const isBehind = isPaged(line);
    const before = rowCells(line.content) === null && leadingPage(line.text) !== null;
    if (isBehind || (before && (pageBefore || pages === 0))) {
      const { page, text: words } = readContentsLine(line, PLAIN_STYLE);
      // (1) at the foot of the first page, under contents that lead to page 27.
      if (words === '' && page !== null && page < lastPage) break;
      lastPage = page ?? lastPage;
      lastPaged = at;
      pages += 1;
      pageBefore = before;
    } else if (pageBefore && lastPaged === lastPrinted(text, begin, at) && text.shapes[at]?.kind === 'number') {
      // The number under the last title is of the contents only where those under other titles were.
      if (numbersBelow > 0) lastPaged = at;
      numbersBelow += 1;
    }
  }
  const lastSpaced = spaced.at(-1);
  if (pages < 2 && lastSpaced && areAscending(spaced.map(({ page }) => page))) {
    pages = spaced.length;
    lastPaged = lastSpaced.at;
  }
  if (pageBefore && lastPaged >= 0) lastPaged = lastLineOfEntry(text, lastPaged, at);
  const end =
    pages >= 2 || (pages === 1 && lastPaged - begin < FEW_LINES) ? lastPaged + 1 : endByRepetition(text, begin, at);
  return { heading, end: behindForeign(text, Math.max(end, begin), at) };
}

/** The last line of the entry that begins at line `first`, where pages stand before titles: a title goes on until it ends as titles do. */
function lastLineOfEntry(text: PrintedText, first: number, to: number): number {
  let last = first;
  for (let lines = 0; lines < MOST_FURTHER_LINES && last + 1 < to && isPrinted(text, last + 1); lines += 1) {
    const line = text.lines[last];
    const { title, number } = line ? splitTrailingNumber(line.content) : { title: null, number: null };
    if (number !== null || endsAsContentsTitle(title?.text ?? '')) break;
    last += 1;
  }
  return last;
}

/** Contents printed once more in English belong to them. */
function behindForeign(text: PrintedText, end: number, to: number): number {
  let behind = end;
  for (let at = nextPrinted(text, end, to); at < to && isForeign(textOf(text, at)); at = nextPrinted(text, behind, to))
    behind = at + 1;
  return behind;
}
