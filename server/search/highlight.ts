import { foldText, foldWithOffsets, joinFolded } from '../../ingest/index/fold-text.ts';
import type { Highlight } from './search-types.ts';

/**
 * Where terms stand in a printed text: each occurrence lies in exactly one mark, which runs from its first character to its
 * last over whatever punctuation and line feeds stand between. Occurrences that overlap share a mark.
 * @param folded terms as ingest/index/fold-text.ts folds them.
 * @param next what is printed behind the text, asked for where a term may begin at its end and go on there: then the mark runs to the end
 */
export function highlightText(text: string, folded: readonly string[], next = (): string => ''): Highlight[] {
  const { text: own, offsets } = foldWithOffsets(text);
  const marks: Highlight[] = [];
  const terms = folded.filter((term) => term !== '');
  for (const term of terms) {
    for (let at = own.indexOf(term); at >= 0; at = own.indexOf(term, at + 1)) {
      marks.push({ start: offsets[at] ?? 0, end: endOf(text, offsets[at + term.length - 1] ?? 0) });
    }
  }
  const open = terms.filter((term) => endsLikeBeginningOf(own, term));
  const joined = open.length === 0 ? '' : joinFolded(own, foldText(next()));
  for (const term of open) {
    const from = Math.max(0, own.length - term.length + 1);
    for (let at = joined.indexOf(term, from); at >= 0 && at < own.length; at = joined.indexOf(term, at + 1)) {
      marks.push({ start: offsets[at] ?? 0, end: endOf(text, offsets[own.length - 1] ?? 0) });
    }
  }
  return mergeMarks(marks);
}

/** Whether a run may begin at the end of a text and go on behind it; both folded. */
export function endsLikeBeginningOf(text: string, run: string): boolean {
  const last = text.at(-1);
  if (last === undefined) return false;
  for (let at = run.lastIndexOf(last, run.length - 2); at >= 0; at = at === 0 ? -1 : run.lastIndexOf(last, at - 1)) {
    if (text.endsWith(run.slice(0, at + 1))) return true;
  }
  return false;
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
