import type { MappedText, TextRun } from '../model/mapped-text.ts';
import type { Span } from '../model/span.ts';

/** The whole of `source` between two offsets, as it stands. */
export function mapSlice(source: string, start: number, end: number): MappedText {
  return { text: source.slice(start, end), runs: end > start ? [{ at: 0, source: start, length: end - start }] : [] };
}

/** Texts one after the other, nothing between them; runs that touch in both text and source become one. */
export function concat(texts: readonly MappedText[]): MappedText {
  if (texts.length === 1 && texts[0]) return texts[0];
  const runs: TextRun[] = [];
  let length = 0;
  for (const text of texts) {
    for (const run of text.runs) {
      const last = runs.at(-1);
      const at = run.at + length;
      if (last && last.at + last.length === at && last.source + last.length === run.source) last.length += run.length;
      else runs.push({ at, source: run.source, length: run.length });
    }
    length += text.text.length;
  }
  return { text: texts.map((text) => text.text).join(''), runs };
}

/** A part of a mapped text, by offsets into its `text`. */
export function slice(mapped: MappedText, start: number, end = mapped.text.length): MappedText {
  const runs: TextRun[] = [];
  for (const run of mapped.runs) {
    const from = Math.max(run.at, start);
    const to = Math.min(run.at + run.length, end);
    if (to > from) runs.push({ at: from - start, source: run.source + (from - run.at), length: to - from });
  }
  return { text: mapped.text.slice(start, end), runs };
}

/** The source offset of the character at `at`. At the end of the text: one past the last character. */
function sourceOffset(mapped: MappedText, at: number): number {
  const { runs } = mapped;
  let low = 0;
  let high = runs.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((runs[middle]?.at ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  const run = runs[low];
  return run ? run.source + Math.min(at - run.at, run.length) : 0;
}

/** Where the characters [start, end) of a mapped text stand in the source, from the first to the last of them. */
export function sourceSpan(mapped: MappedText, start: number, end: number): Span {
  const from = sourceOffset(mapped, start);
  return { start: from, end: end > start ? sourceOffset(mapped, end - 1) + 1 : from };
}
