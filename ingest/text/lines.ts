/**
 * Printed lines of a source: reads the decoded text, returns one entry a line with its readable content mapped to the source.
 * Margins, marks of Markdown (#, -, >, and those of inline-marks.ts) are left out of the content, never out of the offsets.
 */
import type { MappedText } from '../model/mapped-text.ts';
import { isSpaceAt, widthOf } from './characters.ts';
import { withoutInlineMarks } from './inline-marks.ts';

/** One line of the file as printed. */
export interface PrintedLine {
  /** 1-based. */
  number: number;
  /** First character of the line, and one past its last without the line end. */
  start: number;
  end: number;
  /** First character of the next line. */
  next: number;
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

// Must match: "# 新疆维吾尔自治区人民政府公报" "## 第239号"      Must not: "#号线"
const HEADING = /^#{1,6}(?=[\s\u3000]|$)/u;
const NO_TEXT: MappedText = { text: '', runs: [] };
// - 12 - is a page number, no list entry.
const LIST_MARKS = new Set(['-', '*', '+', '>']);

/** Splits a source into its printed lines; \n, \r\n and \r end a line. One pass, linear in its length. */
export function readLines(source: string): PrintedLine[] {
  const lines: PrintedLine[] = [];
  let start = 0;
  let feed = -1;
  let carriage = -1;
  while (start < source.length) {
    if (feed < start) feed = indexOrEnd(source, '\n', start);
    if (carriage < start) carriage = indexOrEnd(source, '\r', start);
    const end = Math.min(feed, carriage);
    const next = Math.min(end + (carriage === end && feed === end + 1 ? 2 : 1), source.length);
    lines.push(readLine(source, lines.length + 1, { start, end, next }));
    start = next;
  }
  return lines;
}

function indexOrEnd(source: string, character: string, from: number): number {
  const at = source.indexOf(character, from);
  return at < 0 ? source.length : at;
}

function readLine(
  source: string,
  number: number,
  { start, end, next }: { start: number; end: number; next: number },
): PrintedLine {
  let from = start;
  let to = end;
  while (from < to && isSpaceAt(source, from)) from += 1;
  while (to > from && isSpaceAt(source, to - 1)) to -= 1;
  const indent = from === start ? 0 : widthOf(source.slice(start, from));
  let heading = 0;
  let bullet = false;
  const first = source.charAt(from);
  if (first === '#') heading = HEADING.exec(source.slice(from, Math.min(to, from + 8)))?.[0].length ?? 0;
  else if (LIST_MARKS.has(first) && source.charAt(from + 1) === ' ') bullet = !source.endsWith(' -', to);
  if (heading > 0 || bullet) {
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
    bullet,
    bold,
    pageNumberEnd: null,
  };
}
