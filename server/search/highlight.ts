import { foldWithOffsets } from '../../ingest/index/fold-text.ts';
import type { Highlight } from './search-types.ts';

/**
 * Where terms stand in a printed text: each occurrence lies in exactly one mark, which runs from its first character to its
 * last over whatever punctuation and line feeds stand between. Occurrences that overlap share a mark.
 * @param folded terms as ingest/index/fold-text.ts folds them.
 */
export function highlightText(text: string, folded: readonly string[]): Highlight[] {
  const { text: haystack, offsets } = foldWithOffsets(text);
  const marks: Highlight[] = [];
  for (const term of folded) {
    if (term === '') continue;
    for (let at = haystack.indexOf(term); at >= 0; at = haystack.indexOf(term, at + 1)) {
      marks.push({ start: offsets[at] ?? 0, end: endOf(text, offsets[at + term.length - 1] ?? 0) });
    }
  }
  return mergeMarks(marks);
}

/** Marks that belong to a text but run over its end into the next: the last characters that begin one of the terms. */
export function highlightTail(text: string, next: string, folded: readonly string[]): Highlight[] {
  const { text: own, offsets } = foldWithOffsets(text);
  const joined = foldWithOffsets(`${text}\n${next}`).text;
  const marks: Highlight[] = [];
  for (const term of folded) {
    const from = Math.max(0, own.length - term.length + 1);
    for (let at = joined.indexOf(term, from); at >= 0 && at < own.length; at = joined.indexOf(term, at + 1)) {
      marks.push({ start: offsets[at] ?? 0, end: endOf(text, offsets[own.length - 1] ?? 0) });
    }
  }
  return mergeMarks(marks);
}

/** One past the character at `at`, which may be two units long. */
function endOf(text: string, at: number): number {
  return at + ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1);
}

/** In order, overlapping ones as one; marks that only touch stay apart. */
export function mergeMarks(marks: readonly Highlight[]): Highlight[] {
  const merged: Highlight[] = [];
  for (const mark of [...marks].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = merged.at(-1);
    if (last && mark.start < last.end) last.end = Math.max(last.end, mark.end);
    else merged.push({ ...mark });
  }
  return merged;
}
