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

/** A table as rows of cells, each with its place in the body. `head` is null where no row is marked as headings. */
export interface PrintedTable {
  head: BodyLine[] | null;
  rows: BodyLine[][];
}

/** Rows of cells parted by tabs, or in Markdown, where a rule (|---|---|) makes the row above it the headings. */
export function printedTable(lines: readonly BodyLine[]): PrintedTable {
  const rows = lines.map(rowCells);
  const rule = rows.findIndex((cells) => cells.every(({ text }) => /^:?-{2,}:?$/u.test(text)));
  const body = rows.filter((_, at) => at !== rule);
  return rule === 1 ? { head: body[0] ?? null, rows: body.slice(1) } : { head: null, rows: body };
}

function rowCells(line: BodyLine): BodyLine[] {
  const row = line.text.trim();
  const isMarkdown = row.startsWith('|');
  let at = line.at + line.text.indexOf(row);
  const cells = row.split(isMarkdown ? '|' : '\t').map((cell): BodyLine => {
    const start = at + (cell.length - cell.trimStart().length);
    at += cell.length + 1;
    return { text: cell.trim(), at: start };
  });
  if (!isMarkdown) return cells;
  return cells.slice(1, row.length > 1 && row.endsWith('|') ? -1 : cells.length);
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
