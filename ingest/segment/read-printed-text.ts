/** Reads the decoded text into printed lines, each with its shape; what is no text of a document is claimed at once. */
import type { SourceText } from '../model/source.ts';
import { classifyLine } from '../structure/classify-line.ts';
import type { LineShape } from '../structure/classify-line.ts';
import { readLabel } from '../structure/read-label.ts';
import { hasClauseMark, widthOf } from '../text/characters.ts';
import { furnitureRule, leadingPageNumber } from '../text/furniture.ts';
import { readLines } from '../text/lines.ts';
import type { PrintedLine } from '../text/lines.ts';
import { slice } from '../text/mapped-text.ts';
import { claimImprintAtEnd } from './imprint.ts';
import { claimPageTables } from './page-documents.ts';
import { claimPageEnds } from './page-ends.ts';
import { claimPageHead } from './page-head.ts';
import { isPrinted, makeFurniture } from './printed-text.ts';
import type { Claim, PrintedText } from './printed-text.ts';
import { markFlattenedTables } from './catalogue/flattened-table.ts';
import { joinNumber, joinNumbersOverPageEnds } from './join-number.ts';
import { splitRunInArticles } from './split-run-in-articles.ts';
import { splitRunInNotice } from './split-run-in-notice.ts';
import { splitRunInItems } from './split-run-in-items.ts';
import { splitClosing, splitDayAndIssuer } from './split-closing.ts';
import { mayHoldDayAndNumber, splitDayAndNumber } from './split-number.ts';

const BLANK: Claim = { kind: 'blank', rule: 'blank' };

/** The printed lines, signer and day apart, broken numbers put together. */
function mendedLines(source: string): PrintedLine[] {
  const lines: PrintedLine[] = [];
  const printed = readLines(source);
  let over = '';
  for (let at = 0; at < printed.length; at += 1) {
    const line = printed[at];
    if (!line) continue;
    const above = lines[lines.length - 1];
    const number = above ? joinNumber(above, line) : null;
    if (number) {
      lines[lines.length - 1] = number;
      continue;
    }
    const parts =
      splitClosing(line) ??
      splitDayAndIssuer(line, over) ??
      (isOverText(printed, at) ? splitDayAndNumber(line) : null) ??
      splitRunInNotice(line) ??
      splitRunInArticles(line) ??
      splitRunInItems(line);
    if (line.text !== '') over = line.text;
    if (parts) lines.push(...parts);
    else lines.push(line);
  }
  return lines;
}

/** Whether running text or a salutation stands under a line, and no entry of a list. */
function isOverText(lines: readonly PrintedLine[], at: number): boolean {
  if (!mayHoldDayAndNumber(lines[at]?.text ?? '')) return false;
  let below = at + 1;
  while (below < lines.length && lines[below]?.text === '') below += 1;
  const words = lines[below]?.text ?? '';
  // A salutation over two lines: 河北、内蒙古、吉林、江苏等省（自治区）财政厅，新疆
  return hasClauseMark(words) || (words.includes('、') && readLabel(words) === null && !/关于|《/u.test(words));
}

/** Splits and classifies the lines of a source; blank lines, page furniture and a page's own metadata are claimed at once. */
export function readPrintedText({ text: source, statedFacts }: Pick<SourceText, 'text' | 'statedFacts'>): PrintedText {
  const lines = mendedLines(source);
  const shapes: LineShape[] = [];
  const claims: (Claim | null)[] = [];
  lines.forEach((line, index) => {
    const rule = line.text === '' ? null : furnitureRule(line.text);
    const printed = rule === null ? withoutPageNumber(line) : line;
    lines[index] = printed;
    shapes.push(classifyLine(printed, rule !== null));
    if (line.text === '') claims.push(BLANK);
    else claims.push(rule === null ? null : { kind: 'furniture', rule });
  });
  const text = { source, lines, shapes, claims };
  markFlattenedTables(text);
  for (const { span } of statedFacts) if (span) claimStatedFact(text, span.start);
  claimPageTables(text);
  claimPageHead(text);
  claimPageEnds(text);
  joinNumbersOverPageEnds(text);
  claimImprintAtEnd(text);
  return text;
}

// 发文字号：国发〔2019〕5号 in the table of a web page is the page's word, not the document's.
function claimStatedFact(text: PrintedText, offset: number): void {
  const at = text.lines.findIndex(({ next }) => next > offset);
  if (isPrinted(text, at)) makeFurniture(text, at, 'stated-fact');
}

function withoutPageNumber(line: PrintedLine): PrintedLine {
  const length = leadingPageNumber(line.text);
  if (length === 0) return line;
  const content = slice(line.content, length);
  return {
    ...line,
    content,
    text: content.text,
    width: widthOf(content.text),
    pageNumberEnd: content.runs[0]?.source ?? null,
  };
}
