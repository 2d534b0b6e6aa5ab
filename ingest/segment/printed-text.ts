/**
 * A source as the segmentation sees it: printed lines, each with its shape, and what each line was found to be. The stages of this
 * folder write their claims into it.
 */
import type { SegmentKind } from '../model/issue.ts';
import { FURNITURE } from '../structure/classify-line.ts';
import type { LineShape } from '../structure/classify-line.ts';
import type { PrintedLine } from '../text/lines.ts';

/** What a line was found to be, and by which rule. */
export interface Claim {
  kind: SegmentKind;
  rule: string;
}

export interface PrintedText {
  source: string;
  lines: PrintedLine[];
  shapes: LineShape[];
  /** By line; null until a stage claims it. */
  claims: (Claim | null)[];
}

/** Makes a line page furniture after all: a running head known only from the masthead. */
export function makeFurniture(text: PrintedText, index: number, rule: string): void {
  text.shapes[index] = FURNITURE;
  text.claims[index] = { kind: 'furniture', rule };
}

/** Claims the printed lines of [from, to) that nobody has claimed. */
export function claim(text: PrintedText, from: number, to: number, kind: SegmentKind, rule: string): void {
  for (let at = from; at < to; at += 1) text.claims[at] ??= { kind, rule };
}

/** Whether a line carries text: neither blank nor furniture. */
export function isPrinted(text: PrintedText, index: number): boolean {
  const kind = text.shapes[index]?.kind;
  return kind !== undefined && kind !== 'blank' && kind !== 'furniture';
}

/** The first line with text in [from, to); `to` when there is none. */
export function nextPrinted(text: PrintedText, from: number, to: number): number {
  let at = from;
  while (at < to && !isPrinted(text, at)) at += 1;
  return at;
}

/** The last line with text in [from, to); -1 when there is none. */
export function lastPrinted(text: PrintedText, from: number, to: number): number {
  let at = to - 1;
  while (at >= from && !isPrinted(text, at)) at -= 1;
  return at >= from ? at : -1;
}

/** The content of a line; empty outside the text. */
export function textOf(text: PrintedText, index: number): string {
  return text.lines[index]?.text ?? '';
}
