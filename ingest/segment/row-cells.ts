/** The cells of a table row: `| 1 | 市教育局 | 江教规〔2023〕3号 |`, the same in a drawn box (│), or cells apart by tabs. */
import type { MappedText } from '../model/mapped-text.ts';
import { isSpaceAt } from '../text/characters.ts';
import { slice } from '../text/mapped-text.ts';
import { matchesOf } from '../text/matches.ts';

const FEWEST_TABBED = 3;
const BARS = new Set(['|', '│', '┃', '｜']);
// Must match: --- · :-: · :---: · - · ———      Must not: —3—
const RULE = /^:?[-—=]+:?$/u;
// One space may stand inside a cell: 2020年 第3号.
const SPACED = /[^\s\u3000]+(?:[ \u3000][^\s\u3000]+)*/gu;
const NO_TEXT: MappedText = { text: '', runs: [] };

/**
 * One cell a column, without the spaces around them; empty for a rule under a table's head. Null for a line that is no row. `empty` and `behind`:
 * how many empty cells stand before the first that holds something, and behind the last.
 */
export function rowColumns({ text, runs }: MappedText, empty = 0, behind = 0): MappedText[] | null {
  const isPiped = text.length > 2 && BARS.has(text.charAt(0));
  const mark = isPiped ? text.charAt(0) : '\t';
  if (!isPiped && empty === 0 && behind === 0 && !text.includes('\t')) return null;
  const columns = Array.from({ length: isPiped ? 0 : empty }, () => NO_TEXT);
  for (let from = 0; from <= text.length;) {
    const next = text.indexOf(mark, from);
    const to = next < 0 ? text.length : next;
    let start = from;
    let end = to;
    while (start < end && isSpaceAt(text, start)) start += 1;
    while (end > start && isSpaceAt(text, end - 1)) end -= 1;
    const isEmpty = start === end || RULE.test(text.slice(start, end));
    columns.push(isEmpty ? NO_TEXT : slice({ text, runs }, start, end));
    from = to + 1;
  }
  if (!isPiped) for (let nth = 0; nth < behind; nth += 1) columns.push(NO_TEXT);
  return isPiped || columns.length >= FEWEST_TABBED ? columns : null;
}

const BAR = /[|│┃｜]/u;
const BETWEEN_BARS = /[^|│┃｜]+/gu;

/** The cells of a row that prints bars between them alone: `1 | 市教育局 | 校服管理办法 | 江教规〔2023〕3号`. Null for a line that is none. */
export function cellsBetweenBars({ text, runs }: MappedText): MappedText[] | null {
  if (!BAR.test(text)) return null;
  const cells = Array.from(text.matchAll(BETWEEN_BARS), ({ index, 0: cell }) => {
    const start = index + cell.length - cell.trimStart().length;
    return slice({ text, runs }, start, Math.max(start, index + cell.trimEnd().length));
  });
  return cells.length >= FEWEST_TABBED ? cells : null;
}

/** The cells that hold something; null for a line that is no row. */
export function rowCells(content: MappedText): MappedText[] | null {
  return rowColumns(content)?.filter(({ text }) => text !== '') ?? null;
}

/** What stands between wide spaces, and from which character on: `1  城市停车管理办法  海政规〔2020〕8号  2020年10月9日`. */
export function spacedCells(content: MappedText): { content: MappedText; from: number }[] {
  const cells: { content: MappedText; from: number }[] = [];
  for (const { index: from, 0: words } of matchesOf(SPACED, content.text))
    cells.push({ content: slice(content, from, from + words.length), from });
  return cells;
}

// Must match: every run of characters without a space.
const WORD = /[^\s\u3000]+/gu;

/** What stands between spaces of any width. */
export function wordsOf(content: MappedText): MappedText[] {
  return matchesOf(WORD, content.text).map(({ index, 0: word }) => slice(content, index, index + word.length));
}

/** The longest of some cells; null for none. */
export function longestCell(cells: readonly MappedText[]): MappedText | null {
  return cells.reduce<MappedText | null>(
    (longest, cell) => (longest === null || cell.text.length > longest.text.length ? cell : longest),
    null,
  );
}
