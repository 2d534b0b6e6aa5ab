import type { FileReport } from '../ingest-files.ts';
import { counted } from '../terminal/counted.ts';
import { printable } from '../terminal/printable.ts';
import { textTable } from '../terminal/table.ts';

type Outcome = FileReport['outcome'];

const OUTCOMES: readonly Outcome[] = ['added', 'replaced', 'unchanged', 'failed'];
const WORD_WIDTH = 10;

/** One line for one file: `added      xinjiang-2024-17-18.txt: 6 documents, 9 reports, 146 articles`. */
export function describeReport(report: FileReport): string {
  const word = report.outcome.padEnd(WORD_WIDTH);
  const path = printable(report.path);
  if (report.outcome === 'failed') return `${word} ${path}: ${report.reason}`;
  const { documents, reports, articles, heldElsewhere } = report.counts;
  const notes = [
    counted(documents, 'document'),
    ...(reports > 0 ? [counted(reports, 'report')] : []),
    counted(articles, 'article'),
    ...(heldElsewhere > 0 ? [`${heldElsewhere} held from another file`] : []),
    ...(report.movedFrom === null ? [] : [`moved from ${printable(report.movedFrom)}`]),
  ];
  return `${word} ${path}: ${notes.join(', ')}`;
}

/** What each file brought; empty when nothing was read. */
export function issueTable(reports: readonly FileReport[]): string {
  const read = reports.flatMap((report) => (report.outcome === 'failed' ? [] : [report]));
  if (read.length === 0) return '';
  const row = (name: string, counts: readonly number[]): string[] => [name, ...counts.map(String)];
  const figures = read.map(({ counts }) => [
    counts.documents,
    counts.reports,
    counts.articles,
    counts.relations,
    counts.catalogueEntries,
    counts.warnings,
    counts.unclaimedCharacters,
  ]);
  const totals = figures.reduce((sum, line) => sum.map((value, column) => value + (line[column] ?? 0)));
  const rows = read.map((report, index) => row(report.issueId, figures[index] ?? []));
  return textTable(
    ['issue', 'documents', 'reports', 'articles', 'relations', 'catalogue entries', 'warnings', 'unclaimed characters'],
    read.length > 1 ? [...rows, row('all', totals)] : rows,
  );
}

/** `5 files: 5 added, 0 replaced, 0 unchanged, 0 failed`; says in words when nothing changed. */
export function summaryLine(reports: readonly FileReport[], removed: number): string {
  const count = (outcome: Outcome): number => reports.filter((report) => report.outcome === outcome).length;
  const parts = OUTCOMES.map((outcome) => `${count(outcome)} ${outcome}`);
  if (removed > 0) parts.push(`${removed} removed`);
  const line = `${counted(reports.length, 'file')}: ${parts.join(', ')}`;
  return reports.length > 0 && removed === 0 && count('unchanged') === reports.length
    ? `${line}; nothing changed`
    : line;
}
