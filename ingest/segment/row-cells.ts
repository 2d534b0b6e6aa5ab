/** The cells of a table row: `| 1 | 市教育局 | 江教规〔2023〕3号 |`, or cells apart by tabs. */
import type { MappedText } from '../model/mapped-text.ts';
import { isSpaceAt } from '../text/characters.ts';
import { slice } from '../text/mapped-text.ts';

const FEWEST_TABBED = 3;
// Must match: --- · :---: · ———      Must not: —3—
const RULE = /^:?[-—=]{2,}:?$/u;

/** The cells that hold something, without the spaces around them and the rules under a table's head; null for a line that is no row. */
export function rowCells({ text, runs }: MappedText): MappedText[] | null {
  const isPiped = text.length > 2 && text.startsWith('|');
  const mark = isPiped ? '|' : '\t';
  if (!isPiped && !text.includes('\t')) return null;
  const cells: MappedText[] = [];
  let columns = 0;
  for (let from = 0; from <= text.length;) {
    const next = text.indexOf(mark, from);
    const to = next < 0 ? text.length : next;
    let start = from;
    let end = to;
    while (start < end && isSpaceAt(text, start)) start += 1;
    while (end > start && isSpaceAt(text, end - 1)) end -= 1;
    columns += 1;
    if (end > start && !RULE.test(text.slice(start, end))) cells.push(slice({ text, runs }, start, end));
    from = to + 1;
  }
  return isPiped || columns >= FEWEST_TABBED ? cells : null;
}

/** The longest of some cells; null for none. */
export function longestCell(cells: readonly MappedText[]): MappedText | null {
  return cells.reduce<MappedText | null>(
    (longest, cell) => (longest === null || cell.text.length > longest.text.length ? cell : longest),
    null,
  );
}
