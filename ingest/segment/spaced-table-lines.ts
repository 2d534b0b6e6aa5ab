/**
 * Tables that were flattened to single spaces: a head of short words, under it rows that count on:
 * `序号 违法行为 法律依据 处罚标准` / `1 店外经营 《东莱市市容条例》第十五条 处500元以上1000元以下罚款`.
 */
import { parseChineseNumber } from '../text/chinese-numerals.ts';
import { isPrinted, nextPrinted, textOf } from './printed-text.ts';
import type { PrintedText } from './printed-text.ts';
import { wordsOf } from './row-cells.ts';

const FEWEST_COLUMNS = 3;
const MOST_COLUMNS = 16;
const LONGEST_HEAD_WORD = 16;
const FEWEST_ROWS = 2;
const MOST_LINES_OF_ROW = 6;
// Must match: 违法行为 · 金额（万元） · 序号      Must not: 《东莱市市容条例》 · 第一条 · 1
const HEAD_WORD = /^(?!第.{1,4}[条章节编])[\u4e00-\u9fff（()）/、％%]{1,16}$/u;
// The sign of a head. Must match: 序号 违法行为 金额（万元）      Must not: 序号 《东莱市市容条例》 备注 · 序号
const HEAD_LINE = /^(?=[^ ]* )[\u4e00-\u9fff（()）/、％%\s]*$/u;
// Must match: 1 · 12 · 一      Must not: 1. · （1）
const SERIAL = /^(?:\d{1,3}|[一二三四五六七八九十]{1,3})$/u;

function wordsAt(text: PrintedText, at: number): string[] {
  const line = text.lines[at];
  return line ? wordsOf(line.content).map(({ text: word }) => word) : [];
}

function isHead(text: PrintedText, at: number): boolean {
  const words = HEAD_LINE.test(textOf(text, at)) ? wordsAt(text, at) : [];
  if (words.length < FEWEST_COLUMNS || words.length > MOST_COLUMNS) return false;
  return words.every((word) => word.length <= LONGEST_HEAD_WORD && HEAD_WORD.test(word));
}

/** The number that a row opens with; null for a line that is no row. */
function serialAt(text: PrintedText, at: number): number | null {
  const [first = '', ...others] = wordsAt(text, at);
  return others.length + 1 >= FEWEST_COLUMNS && SERIAL.test(first) ? parseChineseNumber(first) : null;
}

/** The lines of the table whose head stands at `head`, and how many rows it has; rests of cells stand between rows that count on. */
function tableUnder(text: PrintedText, head: number, to: number): { end: number; rows: number } {
  let end = head + 1;
  let rows = 0;
  let rest = 0;
  for (
    let at = nextPrinted(text, head + 1, to);
    at < to && rest <= MOST_LINES_OF_ROW;
    at = nextPrinted(text, at + 1, to)
  ) {
    if (serialAt(text, at) !== rows + 1) {
      if (rows === 0) break;
      rest += 1;
      continue;
    }
    rows += 1;
    rest = 0;
    end = at + 1;
  }
  return { end, rows };
}

/** The lines of [from, to) that are head or row of such a table. */
export function spacedTableLines(text: PrintedText, from: number, to: number): ReadonlySet<number> {
  const own = new Set<number>();
  for (let at = from; at < to; at += 1) {
    if (!isPrinted(text, at) || textOf(text, at).length > MOST_COLUMNS * LONGEST_HEAD_WORD || !isHead(text, at))
      continue;
    const { end, rows } = tableUnder(text, at, to);
    if (rows < FEWEST_ROWS) continue;
    for (let line = at; line < end; line += 1) if (isPrinted(text, line)) own.add(line);
    at = end - 1;
  }
  return own;
}
