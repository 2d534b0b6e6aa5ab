import type { LayoutLine } from './layout-line.ts';
import { tablesOf } from './page-table.ts';
import type { PdfPage, PdfRun } from './pdf-text.ts';

/** The lines of one column of a page, from top to bottom, and the column's edges. */
export interface Column {
  left: number;
  right: number;
  lines: LayoutLine[];
}

const HAN = /[\u2e80-\u9fff\uff00-\uffef\u3000-\u303f]/;

/** A gap of so many letter sizes between two columns of text; between two words of one line stands less. */
const COLUMN_GAP = 1.2;

function between(before: PdfRun, after: PdfRun): string {
  const gap = after.x - (before.x + before.width);
  const size = Math.min(before.size, after.size);
  const wide = HAN.test(before.text.slice(-1)) && HAN.test(after.text.slice(0, 1));
  if (gap > size * 3) return '\t';
  if (wide) return gap > size * 0.6 ? '\u3000' : '';
  const spaced = /\s$/.test(before.text) || /^\s/.test(after.text);
  return gap > size * (HAN.test(before.text.slice(-1) + after.text.slice(0, 1)) ? 0.5 : 0.2) && !spaced ? ' ' : '';
}

/** Bold made by drawing the same letters twice in one place. */
function isDrawnTwice(one: PdfRun, other: PdfRun): boolean {
  return one.text === other.text && Math.abs(one.x - other.x) < one.size * 0.2;
}

function lineOf(runs: readonly PdfRun[]): LayoutLine {
  const sorted = [...runs].sort((one, other) => one.x - other.x);
  let text = '';
  let right = -Infinity;
  let previous: PdfRun | null = null;
  for (const run of sorted) {
    if (previous !== null && isDrawnTwice(previous, run)) continue;
    text += previous ? between(previous, run) + run.text : run.text;
    right = Math.max(right, run.x + run.width);
    previous = run;
  }
  const sizes = sorted.map(({ size }) => size).sort((one, other) => one - other);
  const first = sorted[0];
  return { text: text.trim(), left: first?.x ?? 0, right, y: first?.y ?? 0, size: sizes[sizes.length >> 1] ?? 10 };
}

/** Groups runs by height, top first. */
function rowsOf(runs: readonly PdfRun[]): PdfRun[][] {
  const sorted = [...runs].sort((one, other) => other.y - one.y || one.x - other.x);
  const rows: PdfRun[][] = [];
  let top = Infinity;
  for (const run of sorted) {
    const row = rows.at(-1);
    if (row && Math.abs(top - run.y) <= Math.max(2, run.size * 0.45)) row.push(run);
    else {
      rows.push([run]);
      top = run.y;
    }
  }
  return rows;
}

function linesOf(pieces: readonly Piece[]): LayoutLine[] {
  return rowsOf(pieces.flatMap(({ runs }) => runs))
    .map(lineOf)
    .filter(({ text }) => text !== '');
}

/** Runs of one row that stand close together: a line, one column's part of a row, a cell of a table. */
interface Piece {
  runs: PdfRun[];
  left: number;
  right: number;
  y: number;
  characters: number;
}

function piecesOf(row: readonly PdfRun[]): Piece[] {
  const pieces: Piece[] = [];
  for (const run of [...row].sort((one, other) => one.x - other.x)) {
    const piece = pieces.at(-1);
    if (piece && run.x - piece.right <= run.size * COLUMN_GAP) {
      piece.runs.push(run);
      piece.right = Math.max(piece.right, run.x + run.width);
      piece.characters += run.text.length;
    } else pieces.push({ runs: [run], left: run.x, right: run.x + run.width, y: run.y, characters: run.text.length });
  }
  return pieces;
}

const STRIPS = 60;

/** The place in the middle third of a page that the fewest pieces cross. */
function emptiestStrip(width: number, pieces: readonly Piece[]): number {
  const crossings = new Array<number>(STRIPS).fill(0);
  const stripOf = (x: number): number => Math.min(STRIPS - 1, Math.max(0, Math.floor((x / width) * STRIPS)));
  for (const { left, right } of pieces) {
    for (let strip = stripOf(left); strip <= stripOf(right); strip += 1) crossings[strip] = (crossings[strip] ?? 0) + 1;
  }
  let best = Math.floor(STRIPS * 0.35);
  for (let strip = best; strip <= STRIPS * 0.65; strip += 1)
    if ((crossings[strip] ?? 0) < (crossings[best] ?? 0)) best = strip;
  return ((best + 0.5) / STRIPS) * width;
}

function charactersOf(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, { characters }) => sum + characters, 0);
}

/**
 * Finds the white strip between two columns: a place near the middle that hardly any line crosses while full lines stand on
 * both sides of it, side by side. Null for a page of one column; a table's short cells make no columns.
 */
function columnGap(page: PdfPage, pieces: readonly Piece[]): number | null {
  if (pieces.length < 8) return null;
  const at = emptiestStrip(page.width, pieces);
  const left = pieces.filter(({ right }) => right <= at);
  const right = pieces.filter((piece) => piece.left >= at);
  const all = charactersOf(pieces);
  const isBalanced = Math.min(charactersOf(left), charactersOf(right)) > all * 0.2;
  const areFull = [left, right].every((side) => charactersOf(side) > side.length * 8);
  const crossing = pieces.length - left.length - right.length;
  return isBalanced && areFull && crossing <= pieces.length * 0.2 ? at : null;
}

function columnOf(lines: readonly LayoutLine[]): Column {
  return {
    left: Math.min(...lines.map(({ left }) => left)),
    right: Math.max(...lines.map(({ right }) => right)),
    lines: [...lines],
  };
}

const byHeight = (one: LayoutLine, other: LayoutLine): number => other.y - one.y;

/** The columns of a page in reading order: what runs across both columns stands before what is below it. */
export function columnsOf(page: PdfPage): Column[] {
  const rows = rowsOf(page.runs);
  const tables = tablesOf(rows);
  const pieces = rows.filter((row) => !tables.taken.has(row)).flatMap(piecesOf);
  const gap = columnGap(page, pieces);
  if (gap === null) {
    const lines = [...linesOf(pieces), ...tables.lines].sort(byHeight);
    return lines.length > 0 ? [columnOf(lines)] : [];
  }
  const sides = [pieces.filter(({ right }) => right <= gap), pieces.filter(({ left }) => left >= gap)].map(linesOf);
  const crossing = linesOf(pieces.filter(({ left, right }) => left < gap && right > gap));
  const across = [...crossing, ...tables.lines].sort(byHeight);
  const columns: Column[] = [];
  let top = Infinity;
  for (const line of [...across, null]) {
    const cut = line?.y ?? -Infinity;
    for (const side of sides) {
      const lines = side.filter(({ y }) => y < top && y > cut);
      if (lines.length > 0) columns.push(columnOf(lines));
    }
    if (line) columns.push(columnOf([line]));
    top = cut;
  }
  return columns;
}
