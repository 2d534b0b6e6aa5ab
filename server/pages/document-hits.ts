import { highlightText } from '../search/highlight.ts';
import { queryMarks } from '../search/query-marks.ts';
import { hitsWithin } from './marked-text.ts';
import type { HitMark } from './marked-text.ts';
import type { PrintedPart } from './printed-parts.ts';

/** Which text of a provision, a printed line or a part. */
export type PrintedField = 'title' | 'text' | 'label' | 'heading' | 'body';

/** What a search marks in a document. */
export interface DocumentHits {
  /** How many places are found: one that goes over several texts counts once. */
  count: number;
  /** The marks in one text of a part, a printed line or a provision, which must be one of those that were given. */
  of: (owner: object, field: PrintedField) => HitMark[];
}

interface PrintedText {
  owner: object;
  field: PrintedField;
  text: string;
}

/**
 * Finds what a query asks for in all that a document prints, one text after the other as a reader sees them, so that a pasted passage is
 * marked also where it goes over a label, a paragraph or an article: …应当公开。第四条　… Finds nothing for an empty query.
 */
export function documentHits(parts: readonly PrintedPart[], query: string): DocumentHits {
  const terms = queryMarks(query);
  if (terms.length === 0) return { count: 0, of: () => [] };
  const texts = parts.flatMap(printedTexts);
  const marks = highlightText(texts.map(({ text }) => text).join('\n'), terms);
  const found = new Map<object, Partial<Record<PrintedField, HitMark[]>>>();
  let start = 0;
  let first = 0;
  for (const { owner, field, text } of texts) {
    const end = start + text.length;
    while ((marks[first]?.end ?? Infinity) <= start) first += 1;
    let behind = first;
    while ((marks[behind]?.start ?? Infinity) < end) behind += 1;
    if (behind > first)
      found.set(owner, { ...found.get(owner), [field]: hitsWithin(marks.slice(first, behind), { start, end }) });
    start = end + 1;
  }
  return { count: marks.length, of: (owner, field) => found.get(owner)?.[field] ?? [] };
}

function printedTexts({ part, matter, provisions }: PrintedPart): PrintedText[] {
  return [
    { owner: part, field: 'title', text: part.title },
    ...matter.before.map((line): PrintedText => ({ owner: line, field: 'text', text: line.text })),
    ...provisions.flatMap((row) => {
      const { label, heading, body } = row;
      return [
        ...(label === null ? [] : [{ owner: row, field: 'label' as const, text: label }]),
        ...(heading === null ? [] : [{ owner: row, field: 'heading' as const, text: heading }]),
        { owner: row, field: 'body' as const, text: body },
      ];
    }),
    ...matter.after.map((line): PrintedText => ({ owner: line, field: 'text', text: line.text })),
  ];
}
