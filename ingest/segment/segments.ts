/** Segments of a source from what its lines were found to be: in order, disjoint, every character in exactly one. */
import type { Segment } from '../model/issue.ts';
import type { Warning } from '../model/warning.ts';
import type { Claim, PrintedText } from './printed-text.ts';

const UNCLAIMED: Claim = { kind: 'unclaimed', rule: 'none' };

/** Builds the segments; lines that no stage claimed become `unclaimed`, each run of them with a warning. */
export function buildSegments(text: PrintedText, warnings: Warning[]): Segment[] {
  const segments: Segment[] = [];
  text.lines.forEach((line, at) => {
    const claim = text.claims[at] ?? UNCLAIMED;
    const from = line.pageNumberEnd ?? line.start;
    // A page number left at the head of a line of text is furniture; the rest of the line is what the line is.
    if (from > line.start) append(segments, line.start, from, PAGE_NUMBER);
    append(segments, from, line.next, claim);
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

const PAGE_NUMBER: Claim = { kind: 'furniture', rule: 'page-number-before-text' };

function append(segments: Segment[], start: number, end: number, { kind, rule }: Claim): void {
  const last = segments.at(-1);
  if (last?.kind === kind && last.rule === rule) last.end = end;
  else segments.push({ start, end, kind, rule });
}
