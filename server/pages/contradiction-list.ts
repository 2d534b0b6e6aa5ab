import { CONTRADICTION_LABELS } from '../../ingest/validity/contradictions.ts';
import type { Contradiction, ContradictionCode } from '../../ingest/validity/contradictions.ts';
import { issueSourceUrl, registerUrl, sourceLineUrl } from './urls.ts';

/** Contradictions of one kind, for the page of coverage. */
export interface ContradictionGroup {
  heading: string;
  total: number;
  /** How many more there are than `rows` shows. */
  more: number;
  rows: ContradictionRow[];
}

/** One contradiction: the entry that it is about, both sides in a sentence, and the passage of the second. */
export interface ContradictionRow {
  href: string;
  name: string;
  message: string;
  quote: string | null;
  sourceUrl: string | null;
  line: number | null;
}

/** Of each kind; `gazette doctor` lists all of them. */
const ROWS_SHOWN = 50;

/** Groups contradictions by kind, in the order in which they were found. */
export function contradictionGroups(found: readonly Contradiction[]): ContradictionGroup[] {
  const groups = new Map<ContradictionCode, ContradictionGroup>();
  for (const contradiction of found) {
    const { code } = contradiction;
    const group = groups.get(code) ?? { heading: CONTRADICTION_LABELS[code], total: 0, more: 0, rows: [] };
    groups.set(code, group);
    group.total += 1;
    if (group.rows.length >= ROWS_SHOWN) {
      group.more += 1;
      continue;
    }
    group.rows.push(contradictionRow(contradiction));
  }
  return [...groups.values()];
}

export function contradictionRow(contradiction: Contradiction): ContradictionRow {
  const { registerId, title, documentNumber, message, quote, line } = contradiction;
  const name = documentNumber ?? title ?? registerId;
  return { href: registerUrl(registerId), name, message, quote, line, sourceUrl: sourceOf(contradiction) };
}

function sourceOf({ sourceDocumentId, issueId, line }: Contradiction): string | null {
  if (line === null) return null;
  if (sourceDocumentId !== null) return sourceLineUrl(sourceDocumentId, line);
  return issueId === null ? null : issueSourceUrl(issueId, line);
}
