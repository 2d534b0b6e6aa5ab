import type { TextRun } from '../../ingest/model/mapped-text.ts';

/** A line of a provision's text and where it begins in that text. */
export interface BodyLine {
  text: string;
  at: number;
}

/** The non-empty lines of a body: paragraphs, list lines, table rows. */
export function bodyLines(body: string): BodyLine[] {
  const lines: BodyLine[] = [];
  let at = 0;
  for (const text of body.split('\n')) {
    if (text.trim() !== '') lines.push({ text, at });
    at += text.length + 1;
  }
  return lines;
}

/** A table as rows of cells. `head` is null where no row is marked as headings. */
export interface PrintedTable {
  head: string[] | null;
  rows: string[][];
}

/** Rows of cells parted by tabs, or in Markdown, where a rule (|---|---|) makes the row above it the headings. */
export function printedTable(lines: readonly string[]): PrintedTable {
  const rows = lines.map(rowCells);
  const rule = rows.findIndex((cells) => cells.every((cell) => /^:?-{2,}:?$/u.test(cell)));
  const body = rows.filter((_, at) => at !== rule);
  return rule === 1 ? { head: body[0] ?? null, rows: body.slice(1) } : { head: null, rows: body };
}

function rowCells(line: string): string[] {
  const text = line.trim();
  const cells = text.startsWith('|') ? text.replace(/^\||\|$/gu, '').split('|') : text.split('\t');
  return cells.map((cell) => cell.trim());
}

/** Where a stretch of the source stands in a text made of runs; null when none of it does. */
export function spanInText(
  runs: readonly TextRun[],
  start: number,
  end: number,
): { start: number; end: number } | null {
  let from: number | null = null;
  let to = 0;
  for (const run of runs) {
    const first = Math.max(run.source, start);
    const last = Math.min(run.source + run.length, end);
    if (last <= first) continue;
    from ??= run.at + (first - run.source);
    to = run.at + (last - run.source);
  }
  return from === null ? null : { start: from, end: to };
}
