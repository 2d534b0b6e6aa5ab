/** The cells of the lines of a page, and the columns that they stand in. */
import type { LayoutLine } from './layout-line.ts';
import type { PdfRun } from './pdf-text.ts';

/** Runs that stand at one height, from left to right as the page draws them. */
export type Row = readonly PdfRun[];

export interface Interval {
  left: number;
  right: number;
}

export interface Cell extends Interval {
  text: string;
}

export interface TableLine {
  row: Row;
  cells: Cell[];
  y: number;
  size: number;
}

export interface PageTables {
  /** One line a row, its cells apart by tabs. */
  lines: LayoutLine[];
  /** The rows of runs that the tables are made of. */
  taken: ReadonlySet<Row>;
}

/** Between two cells stands more than half a letter. */
const CELL_GAP = 0.5;

function cellsOf(row: Row): Cell[] {
  const cells: Cell[] = [];
  for (const run of [...row].sort((one, other) => one.x - other.x)) {
    const cell = cells.at(-1);
    const right = run.x + run.width;
    if (cell && run.x - cell.right <= run.size * CELL_GAP) {
      cell.text += run.text;
      cell.right = Math.max(cell.right, right);
    } else cells.push({ text: run.text, left: run.x, right });
  }
  return cells.map((cell) => ({ ...cell, text: cell.text.trim() }));
}

/** A row of runs with its cells. */
export function tableLine(row: Row): TableLine {
  return { row, cells: cellsOf(row), y: row[0]?.y ?? 0, size: Math.max(...row.map(({ size }) => size)) };
}

export function overlaps(one: Interval, other: Interval): boolean {
  return one.left < other.right && other.left < one.right;
}

/** The column of each cell of a line; null where a cell stands in none or in several. */
export function placesOf(cells: readonly Cell[], columns: readonly Interval[]): number[] | null {
  const places: number[] = [];
  for (const cell of cells) {
    const under = columns.flatMap((column, index) => (overlaps(cell, column) ? [index] : []));
    if (under.length !== 1 || under[0] === undefined) return null;
    places.push(under[0]);
  }
  return places;
}

/** Lines of a page as one row of a table: what stands in each column, from top to bottom, the columns apart by tabs. */
export function joinedRow(lines: readonly TableLine[], columns: readonly Interval[]): LayoutLine {
  const cells = columns.map((): string[] => []);
  for (const line of lines) {
    const places = placesOf(line.cells, columns) ?? [];
    for (const [nth, column] of places.entries()) cells[column]?.push(line.cells[nth]?.text ?? '');
  }
  return {
    text: cells
      .map((pieces) => pieces.join(''))
      .join('\t')
      .trimEnd(),
    left: columns[0]?.left ?? 0,
    right: columns.at(-1)?.right ?? 0,
    y: lines[0]?.y ?? 0,
    size: lines[0]?.size ?? 10,
  };
}
