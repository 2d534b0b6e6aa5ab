/**
 * Where contents without pages end: where an entry stands a second time, whole or over several lines; where a number of theirs does,
 * the title over it included; above the order that promulgates an entry; else behind the last serial number.
 */
import { foldText } from '../../text/fold.ts';
import { slice } from '../../text/mapped-text.ts';
import { parseNumberLine } from '../../structure/number-line.ts';
import { leadingChineseSerial, leadingSerial, PLAIN_STYLE, readContentsLine } from './contents-line.ts';
import { splitTrailingNumber } from './contents-number.ts';
import { authoritiesFrom } from '../order-lines.ts';
import { isPrinted, lastPrinted, textOf } from '../printed-text.ts';
import type { PrintedText } from '../printed-text.ts';
import { isRegisterNumber } from '../register-number.ts';
import { isBracketedSection } from '../section-name.ts';
import { isLetterhead } from '../title-block.ts';

const SHORTEST_TITLE = 8;
const MOST_TITLE_LINES = 6;

/**
 * The line behind the contents that begin at `begin`; `bodyAt` is the first line that no contents hold. Returns `begin` when nothing
 * of them stands again.
 */
export function endByRepetition(text: PrintedText, begin: number, bodyAt: number): number {
  const seen = new Map<string, number>();
  for (let at = begin; at <= Math.min(bodyAt, text.lines.length - 1); at += 1) {
    if (!isPrinted(text, at)) continue;
    if (promulgatesEntry(text, at, seen)) return headAbove(text, at, begin);
    const isNumber = text.shapes[at]?.kind === 'number';
    const folded = isNumber ? foldText(parseNumberLine(textOf(text, at))?.text ?? '') : entryWords(text, at);
    if (folded === '') continue;
    const first = seen.get(folded);
    if (isNumber && first !== undefined) return titleStart(text, first, at, begin);
    const standsAgain = first !== undefined && folded.length >= SHORTEST_TITLE;
    if (standsAgain || (!isNumber && standsOverLines(text, at, bodyAt, seen))) return titleHead(text, at, begin);
    if (!seen.has(folded)) seen.set(folded, at);
  }
  return behindSerials(text, begin, bodyAt);
}

/** Whether line `at` opens with the title in 《》 of an entry: 《行政区域界线管理条例》已经…通过, possibly over several lines. */
function promulgatesEntry(text: PrintedText, at: number, seen: ReadonlyMap<string, number>): boolean {
  if (!textOf(text, at).startsWith('《')) return false;
  let words = '';
  for (let line = at; line < Math.min(text.lines.length, at + MOST_TITLE_LINES); line += 1) {
    if (isPrinted(text, line)) words += textOf(text, line);
    for (let close = words.indexOf('》'); close >= 0; close = words.indexOf('》', close + 1)) {
      const title = foldText(words.slice(1, close));
      if (title.length >= SHORTEST_TITLE && seen.has(title)) return true;
    }
  }
  return false;
}

/** Where the head of a title that stands again begins. In contents that print numbers, a number above it belongs to them. */
function titleHead(text: PrintedText, at: number, begin: number): number {
  const start = headAbove(text, at, begin);
  for (let line = begin; line < start; line += 1) if (text.shapes[line]?.kind === 'number') return at;
  return start;
}

/** The first line of the head over line `at`: number, letterhead, authority, section name. */
function headAbove(text: PrintedText, at: number, begin: number): number {
  let start = at;
  for (let above = lastPrinted(text, begin, start); above >= begin; above = lastPrinted(text, begin, start)) {
    const kind = text.shapes[above]?.kind;
    const words = textOf(text, above);
    // A number over an order is of the contents.
    if (kind === 'number' && text.shapes[start]?.kind === 'order') break;
    if (
      kind !== 'number' &&
      kind !== 'order' &&
      !isLetterhead(words) &&
      !isBracketedSection(words) &&
      !isRegisterNumber(words)
    )
      break;
    start = above;
  }
  return text.shapes[start]?.kind === 'order' ? authoritiesFrom(text, start, begin) : start;
}

/** Behind the last of the lines that count on from 1. */
function behindSerials(text: PrintedText, begin: number, to: number): number {
  let end = begin;
  let last = 0;
  for (let at = begin; at < to; at += 1) {
    if (leadingSerial(textOf(text, at))?.serial !== last + 1) continue;
    last += 1;
    end = at + 1;
  }
  return last > 1 ? end : begin;
}

/** The words of a line of the contents, its serial number, its author and the document number behind its title aside, folded. */
function entryWords(text: PrintedText, at: number): string {
  const line = text.lines[at];
  if (!line) return '';
  const { content } = readContentsLine(line, PLAIN_STYLE);
  const { title } = splitTrailingNumber(
    slice(content, (leadingSerial(content.text) ?? leadingChineseSerial(content.text))?.length ?? 0),
  );
  return foldText(title.text);
}

/** Whether line `at` and those under it print an entry again, over several lines. */
function standsOverLines(text: PrintedText, at: number, to: number, seen: ReadonlyMap<string, number>): boolean {
  let words = '';
  let lines = 0;
  for (let line = at; line < to && lines < MOST_TITLE_LINES; line += 1) {
    if (!isPrinted(text, line)) continue;
    words += foldText(textOf(text, line));
    lines += 1;
    if (lines > 1 && words.length >= SHORTEST_TITLE && seen.has(words)) return true;
  }
  return false;
}

/** Goes back from a number that stands again over as much text as stands over it in the contents. */
function titleStart(text: PrintedText, first: number, again: number, begin: number): number {
  const folded = (at: number): string => foldText(textOf(text, at));
  let inContents = '';
  for (let at = first - 1; at >= begin && inContents.length < 120; at -= 1) inContents = folded(at) + inContents;
  let over = '';
  let start = again;
  for (let at = again - 1; at > first; at -= 1) {
    if (!isPrinted(text, at)) continue;
    over = folded(at) + over;
    if (!inContents.endsWith(over)) break;
    start = at;
  }
  return start;
}
