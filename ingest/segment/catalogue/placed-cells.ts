/** Cells of a line by their places in full-width characters from the margin, and the columns that they stand in. */
import type { MappedText } from '../../model/mapped-text.ts';
import { widthOf } from '../../text/characters.ts';
import { concat } from '../../text/mapped-text.ts';
import type { PrintedText } from '../printed-text.ts';
import { spacedCells } from '../row-cells.ts';

export interface PlacedCell {
  content: MappedText;
  left: number;
  right: number;
}

export interface Column {
  left: number;
  right: number;
}

/** So far beside the nearest column a rest of a cell may stand, in full-width characters. */
const NEAR = 2;
/** The widest gap between the letters of a word that is spread out. */
const WIDEST_SPREAD = 3;

/** The cells of a line with their places in full-width characters from the margin. */
export function placedCells(text: PrintedText, at: number): PlacedCell[] {
  const line = text.lines[at];
  if (!line) return [];
  const cells: PlacedCell[] = [];
  let reached = 0;
  let left = line.indent;
  for (const { content, from } of spacedCells(line.content)) {
    left += widthOf(line.text.slice(reached, from));
    const right = left + widthOf(content.text);
    cells.push({ content, left, right });
    left = right;
    reached = from + content.text.length;
  }
  return cells;
}

/** Cells of one character each, close together, as the one word that they are: 文  件  名  称. */
export function withoutSpread(cells: readonly PlacedCell[]): PlacedCell[] {
  const words: PlacedCell[] = [];
  let isSpread = false;
  for (const cell of cells) {
    const word = words.at(-1);
    const isLetter = cell.content.text.length === 1;
    if (word && isSpread && isLetter && cell.left - word.right <= WIDEST_SPREAD)
      words[words.length - 1] = {
        content: concat([word.content, cell.content]),
        left: word.left,
        right: cell.right,
      };
    else words.push(cell);
    isSpread = isLetter;
  }
  return words;
}

/** The columns under which all cells of the rows stand; null where two cells of a row share one. */
export function columnsOf(rows: readonly (readonly PlacedCell[])[], head: readonly PlacedCell[]): Column[] | null {
  const cells = [...rows.flat(), ...head].sort((one, other) => one.left - other.left);
  const columns: Column[] = [];
  for (const { left, right } of cells) {
    const column = columns.at(-1);
    if (column && left < column.right) column.right = Math.max(column.right, right);
    else columns.push({ left, right });
  }
  const apart = (row: readonly PlacedCell[]): boolean =>
    new Set(row.map((cell) => columnAt(columns, cell))).size === row.length;
  return rows.every(apart) ? columns : null;
}

/** The one column that a cell stands in or close to; null where it stands in none or in several. */
export function columnAt(columns: readonly Column[], cell: PlacedCell): number | null {
  const { left, right } = cell;
  const under = columns.flatMap((column, index) => (left < column.right && right > column.left ? [index] : []));
  if (under.length > 0) return under.length === 1 ? (under[0] ?? null) : null;
  const nearest = nearestColumn(columns, cell);
  const { left: from = 0, right: to = 0 } = columns[nearest] ?? {};
  return Math.max(from - right, left - to) < NEAR ? nearest : null;
}

export function nearestColumn(columns: readonly Column[], { left, right }: PlacedCell): number {
  const middle = (left + right) / 2;
  let nearest = 0;
  let least = Infinity;
  for (const [index, column] of columns.entries()) {
    const away = Math.max(column.left - middle, middle - column.right, 0);
    if (away < least) [nearest, least] = [index, away];
  }
  return nearest;
}

export function inColumns(
  columns: readonly Column[],
  cells: readonly PlacedCell[],
  place: (cell: PlacedCell) => number | null,
): MappedText[] {
  const pieces: MappedText[][] = columns.map(() => []);
  for (const cell of cells) pieces[place(cell) ?? -1]?.push(cell.content);
  return pieces.map(concat);
}
