import type { ProvisionRow } from '../../ingest/store/queries/document-text.ts';

/** A line of a document's own contents, for the sidebar. */
export interface TextContentsEntry {
  href: string;
  label: string;
  /** 第一条至第五条, under a chapter. */
  range: string | null;
  entries: TextContentsEntry[];
  /** Short links to articles that stand under no chapter. */
  articles: { href: string; label: string }[];
}

const DIVISIONS: ReadonlySet<string> = new Set(['part', 'subpart', 'chapter', 'section']);
const DEEPEST = 2;

/** The anchor of a part of a document. */
export const partAnchor = (seq: number): string => `text-${seq}`;

/** Parts, chapters (with the range of their articles), headings down to two levels, and loose articles by number. */
export function textContents(
  parts: readonly { seq: number; title: string }[],
  rows: readonly ProvisionRow[],
): TextContentsEntry[] {
  const entries = new Map<number, TextContentsEntry>();
  const bySeq = new Map(rows.map((row) => [row.seq, row]));
  const byRow = new Map<number, TextContentsEntry>();
  for (const part of parts) entries.set(part.seq, entry(`#${partAnchor(part.seq)}`, part.title));
  for (const row of rows) {
    const above = entryAbove(row, bySeq, byRow) ?? entries.get(row.partSeq);
    if (!above) continue;
    if (row.kind === 'article') addArticle(above, row, byRow);
    else if (isContentsLine(row)) {
      const line = entry(`#${row.provisionId}`, lineLabel(row));
      byRow.set(row.seq, line);
      above.entries.push(line);
    }
  }
  return [...entries.values()].map(withRanges);
}

const entry = (href: string, label: string): TextContentsEntry => ({
  href,
  label,
  range: null,
  entries: [],
  articles: [],
});

function isContentsLine(row: ProvisionRow): boolean {
  if (DIVISIONS.has(row.kind)) return true;
  return (
    row.heading !== null && row.depth < DEEPEST && (row.kind === 'heading' || row.kind === 'item' || row.kind === 'box')
  );
}

/** 第一章 总则, 1.1 编制目的, but 一、总体要求. */
function lineLabel({ label, heading }: ProvisionRow): string {
  if (label === null || heading === null) return label ?? heading ?? '';
  return `${label}${/[、．.）)：:]$/u.test(label) ? '' : ' '}${heading}`;
}

function entryAbove(
  row: ProvisionRow,
  bySeq: ReadonlyMap<number, ProvisionRow>,
  byRow: ReadonlyMap<number, TextContentsEntry>,
): TextContentsEntry | null {
  let parentSeq = row.parentSeq;
  while (parentSeq !== null) {
    const found = byRow.get(parentSeq);
    if (found) return found;
    parentSeq = bySeq.get(parentSeq)?.parentSeq ?? null;
  }
  return null;
}

function addArticle(above: TextContentsEntry, row: ProvisionRow, byRow: Map<number, TextContentsEntry>): void {
  above.articles.push({ href: `#${row.provisionId}`, label: row.label ?? '' });
  byRow.set(row.seq, entry('', ''));
}

/** Under a chapter the articles become a range; under a part without chapters they stay single links. */
function withRanges(part: TextContentsEntry): TextContentsEntry {
  const ranged = (line: TextContentsEntry): TextContentsEntry => {
    const first = line.articles[0]?.label;
    const last = line.articles.at(-1)?.label;
    const range = first === undefined || last === undefined ? null : first === last ? first : `${first}至${last}`;
    return { ...line, range, entries: line.entries.map(ranged), articles: [] };
  };
  return { ...part, entries: part.entries.map(ranged) };
}
