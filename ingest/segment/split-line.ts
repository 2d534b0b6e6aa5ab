import type { Span } from '../model/span.ts';
import { widthOf } from '../text/characters.ts';
import type { PrintedLine } from '../text/lines.ts';
import { slice } from '../text/mapped-text.ts';

/**
 * Two parts of a printed line as lines of their own, both with its number; what stands between and around them is left out. Null where the
 * second has no place in the source. `财政部　2010年2月5日` is 财政部 and 2010年2月5日.
 * @param first and second are offsets in the line's text
 */
export function splitLine(line: PrintedLine, first: Span, second: Span): [PrintedLine, PrintedLine] | null {
  const content = slice(line.content, second.start, second.end);
  const start = content.runs[0]?.source;
  if (start === undefined) return null;
  const above = line.text.slice(first.start, first.end);
  const below = line.text.slice(second.start, second.end);
  return [
    {
      ...line,
      end: start,
      next: start,
      content: slice(line.content, first.start, first.end),
      text: above,
      width: widthOf(above),
    },
    { ...line, start, content, text: below, width: widthOf(below), indent: 0 },
  ];
}

/**
 * A printed line as one line for each piece between `cuts`, all with its number; blanks between the pieces are left out. Null where a piece
 * has no place in the source.
 * @param cuts offsets in the line's text, in order
 */
export function splitLineAt(line: PrintedLine, cuts: readonly number[]): PrintedLine[] | null {
  const starts = [0, ...cuts.filter((cut) => cut > 0)];
  const pieces: PrintedLine[] = [];
  for (const [at, start] of starts.entries()) {
    const printed = line.text.slice(start, starts[at + 1] ?? line.text.length);
    const from = start + printed.length - printed.trimStart().length;
    const content = slice(line.content, from, start + printed.trimEnd().length);
    const source = content.runs[0]?.source;
    if (source === undefined) return null;
    const above = pieces.pop();
    if (above) pieces.push({ ...above, end: source, next: source });
    const place = above ? { start: source, indent: 0, bullet: false, pageNumberEnd: null } : {};
    pieces.push({ ...line, ...place, content, text: content.text, width: widthOf(content.text) });
  }
  return pieces;
}
