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

/** The cells of a table row: `| 序号 | 名称 |` or cells parted by tabs; null for a Markdown rule (|---|---|). */
export function rowCells(line: string): string[] | null {
  const text = line.trim();
  const cells = text.startsWith('|') ? text.replace(/^\||\|$/gu, '').split('|') : text.split('\t');
  const trimmed = cells.map((cell) => cell.trim());
  return trimmed.every((cell) => /^:?-{2,}:?$/u.test(cell)) ? null : trimmed;
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
