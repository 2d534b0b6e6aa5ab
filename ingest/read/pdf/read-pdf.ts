import type { LayoutLine } from './layout-line.ts';
import { columnsOf, type Column } from './page-layout.ts';
import { readPdfPages, type PdfPage } from './pdf-text.ts';
import { runningLines } from './running-lines.ts';

/** What begins a paragraph whatever stands before it: 第三条, 一、, （二）, 1., 附件. */
const PARAGRAPH_START =
  /^(?:第[一二三四五六七八九十百千〇零\d]{1,8}[编章节条]|[一二三四五六七八九十]{1,4}[、．.]|[（(][一二三四五六七八九十\d]{1,4}[）)]|\d{1,2}[.．、](?!\d)|附件|附[：:])/;

const HAN_END = /[\u2e80-\u9fff\uff00-\uffef\u3000-\u303f\u2018-\u201f]$/;

interface Joining {
  text: string;
  last: LayoutLine;
  column: Column;
}

/** Whether `line` goes on where the paragraph so far ended: that line was full, this one begins at the margin in the same type. */
function goesOn(open: Joining, line: LayoutLine, column: Column): boolean {
  const { last } = open;
  const wasFull =
    open.column.right - last.right < last.size * 1.6 &&
    last.right - last.left > (open.column.right - open.column.left) * 0.5;
  const isIndented = line.left - column.left > line.size * 1.2;
  const sameType = Math.abs(last.size - line.size) < last.size * 0.15;
  return (
    wasFull &&
    !isIndented &&
    sameType &&
    !PARAGRAPH_START.test(line.text) &&
    !open.text.includes('\t') &&
    !line.text.includes('\t')
  );
}

function join(before: string, after: string): string {
  // con- / tinue in a Latin word; Chinese needs nothing between its lines.
  if (/[a-z]-$/.test(before) && /^[a-z]/.test(after)) return before.slice(0, -1) + after;
  return HAN_END.test(before) || HAN_END.test(after.slice(0, 1)) ? before + after : `${before} ${after}`;
}

function paragraphsOf(columns: readonly Column[], left: ReadonlySet<LayoutLine>): string[] {
  const paragraphs: string[] = [];
  let open: Joining | null = null;
  for (const column of columns) {
    for (const line of column.lines) {
      if (left.has(line)) continue;
      if (open && goesOn(open, line, column)) {
        open = { text: join(open.text, line.text), last: line, column };
      } else {
        if (open) paragraphs.push(open.text);
        open = { text: line.text, last: line, column };
      }
    }
  }
  if (open) paragraphs.push(open.text);
  return paragraphs;
}

/** The edges of a column's text, not of a running line that stands out. */
function withoutRunning(column: Column, running: ReadonlySet<LayoutLine>): Column {
  const lines = column.lines.filter((line) => !running.has(line));
  if (lines.length === 0) return { ...column, lines: [] };
  return {
    lines,
    left: Math.min(...lines.map(({ left }) => left)),
    right: Math.max(...lines.map(({ right }) => right)),
  };
}

/** Pages of one width get one margin: a last page with three short lines has none of its own. */
function withCommonMargins(pages: Column[][]): Column[] {
  const widest = pages.flat().filter((column) => column.lines.length > 3);
  return pages.flat().map((column) => {
    const model = widest.find(
      (other) => Math.abs(other.left - column.left) < 30 && other.right > column.right && other.left <= column.left + 1,
    );
    return column.lines.length <= 3 && model
      ? { ...column, left: Math.min(model.left, column.left), right: model.right }
      : column;
  });
}

/** Puts the text runs of pages together: columns one after the other, running heads and page numbers left out, one line a paragraph. */
export function layoutText(pages: readonly PdfPage[]): string {
  const columns = pages.map(columnsOf);
  const running = runningLines(columns.map((page) => page.flatMap(({ lines }) => lines)));
  const bodies = columns.map((page) => page.map((column) => withoutRunning(column, running)));
  return paragraphsOf(withCommonMargins(bodies), running).join('\n');
}

/**
 * Reads the text layer of a PDF. Empty text when it has none: then it is a scan that needs OCR first.
 * @throws {BadPdf} when it is encrypted or damaged
 */
export async function readPdf(bytes: Uint8Array): Promise<string> {
  const text = layoutText(await readPdfPages(bytes));
  return text === '' ? '' : `${text}\n`;
}
