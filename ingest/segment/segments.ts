/** Segments of a source from what its lines were found to be: in order, disjoint, every character in exactly one. */
import type { Segment } from '../model/issue.ts';
import type { Warning } from '../model/warning.ts';
import type { PrintedText } from './printed-text.ts';

/** Builds the segments; lines that no stage claimed become `unclaimed`, each run of them with a warning. */
export function buildSegments(text: PrintedText, warnings: Warning[]): Segment[] {
  const segments: Segment[] = [];
  text.lines.forEach((line, at) => {
    const claim = text.claims[at] ?? { kind: 'unclaimed', rule: 'none' };
    for (const segment of piecesOfLine(text, at, {
      start: line.start,
      end: line.next,
      kind: claim.kind,
      rule: claim.rule,
    })) {
      const last = segments.at(-1);
      if (last?.kind === segment.kind && last.rule === segment.rule) last.end = segment.end;
      else segments.push(segment);
    }
    if (claim.kind === 'unclaimed' && segments.at(-1)?.start === line.start) {
      warnings.push({
        code: 'text_unclaimed',
        message: `未能识别：${line.text.slice(0, 40)}`,
        line: line.number,
        span: { start: line.start, end: line.end },
      });
    }
  });
  return segments;
}

/** A page number left at the head of a line of text is furniture; the rest of the line is what the line is. */
function piecesOfLine(text: PrintedText, at: number, whole: Segment): Segment[] {
  const end = text.lines[at]?.pageNumberEnd ?? null;
  if (end === null) return [whole];
  return [
    { start: whole.start, end, kind: 'furniture', rule: 'page-number-before-text' },
    { ...whole, start: end },
  ];
}
