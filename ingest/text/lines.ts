/**
 * Printed lines of a source: reads the decoded text, returns one entry a line with its readable content mapped to the source.
 * Margins, marks of Markdown (#, -, >, and those of inline-marks.ts) are left out of the content, never out of the offsets.
 */
import type { MappedText } from '../model/mapped-text.ts';
import { isSpaceAt, widthOf } from './characters.ts';
import { withoutInlineMarks } from './inline-marks.ts';
import { lineSpans } from './line-spans.ts';
import type { LineSpan } from './line-spans.ts';

/** One line of the file as printed. */
export interface PrintedLine extends LineSpan {
  /** 1-based. */
  number: number;
  /** What a reader sees; empty for a blank line. */
  content: MappedText;
  text: string;
  /** Width of the left margin in full-width characters. */
  indent: number;
  /** Width of the content in full-width characters. */
  width: number;
  /** Number of # before a Markdown heading, 0 for none. */
  heading: number;
  /** A list or quotation mark (- * + >) stood before the content. */
  bullet: boolean;
  /** The whole line was bold. */
  bold: boolean;
  /** Where a page number ends that OCR left at the head of the line; null for none. */
  pageNumberEnd: number | null;
}

// Must match: # 新疆维吾尔自治区人民政府公报 · ## 第239号      Must not: #号线
const HEADING = /^#{1,6}(?=[\s\u3000]|$)/u;
const NO_TEXT: MappedText = { text: '', runs: [] };

/** Splits a source into its printed lines, one for each of its line spans. */
export function readLines(source: string): PrintedLine[] {
  const lines: PrintedLine[] = [];
  for (const span of lineSpans(source)) lines.push(readLine(source, lines.length + 1, span));
  return lines;
}

/** Behind the marks of a quotation: > （一） · > · >> 1. ; >的通知》 goes on with what a line above opened. */
function endOfQuoteMarks(source: string, from: number, to: number): number {
  let end = from;
  for (let at = from; at < to; end = at) {
    while (at < to && source.charAt(at) === '>') at += 1;
    if (at === end || (at < to && !isSpaceAt(source, at))) return end;
    while (at < to && isSpaceAt(source, at)) at += 1;
  }
  return end;
}

function readLine(source: string, number: number, { start, end, next }: LineSpan): PrintedLine {
  let from = start;
  let to = end;
  while (from < to && isSpaceAt(source, from)) from += 1;
  while (to > from && isSpaceAt(source, to - 1)) to -= 1;
  const indent = from === start ? 0 : widthOf(source.slice(start, from));
  let heading = 0;
  const quoted = endOfQuoteMarks(source, from, to);
  const isQuoted = quoted > from;
  let isListed = false;
  from = quoted;
  const first = source.charAt(from);
  if (first === '#') heading = HEADING.exec(source.slice(from, Math.min(to, from + 8)))?.[0].length ?? 0;
  // - 12 - is a page number, no list entry.
  else if ((first === '-' || first === '*' || first === '+') && source.charAt(from + 1) === ' ')
    isListed = !source.endsWith(' -', to);
  if (heading > 0 || isListed) {
    from += heading > 0 ? heading : 1;
    while (from < to && isSpaceAt(source, from)) from += 1;
  }
  const content = from === to ? NO_TEXT : withoutInlineMarks(source, from, to);
  const bold =
    content.text.length > 0 &&
    content.text.length === to - from - 4 &&
    source.startsWith('**', from) &&
    source.startsWith('**', to - 2);
  return {
    number,
    start,
    end,
    next,
    content,
    text: content.text,
    indent,
    width: widthOf(content.text),
    heading,
    bullet: isQuoted || isListed,
    bold,
    pageNumberEnd: null,
  };
}
