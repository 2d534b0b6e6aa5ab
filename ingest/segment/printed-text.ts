/**
 * A source as the segmentation sees it: printed lines, each with its shape, and what each line was found to be.
 * Reads the decoded text; the stages of this folder write their claims into it.
 */
import type { SegmentKind } from '../model/issue.ts';
import type { SourceText } from '../model/source.ts';
import publishers from '../../data/publishers.json' with { type: 'json' };
import { lineFinder } from '../text/line-finder.ts';
import { classifyLine, FURNITURE } from '../structure/classify-line.ts';
import type { LineShape } from '../structure/classify-line.ts';
import { furnitureRule, leadingPageNumber } from '../text/furniture.ts';
import { readLines } from '../text/lines.ts';
import type { PrintedLine } from '../text/lines.ts';
import { slice } from '../text/mapped-text.ts';
import { widthOf } from '../text/characters.ts';

const MOST_METADATA = 16;
// Must match: 标题: 平潭综合实验区… · 发布时间：2017-04-25 · 文号: 岚综管综〔2017〕89号      Must not: 附件：名单 · 主席：某某
const METADATA = new RegExp(`^(?:${publishers.metadataLabels.join('|')})\\s?[：:]\\s?\\S[^。]{0,200}$`, 'u');

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

/** Splits and classifies the lines of a source; blank lines, page furniture and a page's own metadata are claimed at once. */
export function readPrintedText({ text: source, statedFacts }: Pick<SourceText, 'text' | 'statedFacts'>): PrintedText {
  const lines = readLines(source);
  const shapes: LineShape[] = [];
  const claims: (Claim | null)[] = [];
  lines.forEach((line, index) => {
    const rule = line.text === '' ? null : furnitureRule(line.text);
    const printed = rule === null ? withoutPageNumber(line) : line;
    lines[index] = printed;
    shapes.push(classifyLine(printed, rule !== null));
    if (line.text === '') claims.push({ kind: 'blank', rule: 'blank' });
    else claims.push(rule === null ? null : { kind: 'furniture', rule });
  });
  const text = { source, lines, shapes, claims };
  for (const { span } of statedFacts) if (span) claimStatedFact(text, span.start);
  claimMetadataHead(text);
  return text;
}

// 发文字号：国发〔2019〕5号 in the table of a web page is the page's word, not the document's.
function claimStatedFact(text: PrintedText, offset: number): void {
  const at = lineFinder(text.lines)(offset) - 1;
  if (isPrinted(text, at)) makeFurniture(text, at, 'stated-fact');
}

/** Lines 标题：… 发布时间：… with which a saved page opens; two of them make a head. */
function claimMetadataHead(text: PrintedText): void {
  const found: number[] = [];
  for (let at = 0, seen = 0; at < text.lines.length && seen < MOST_METADATA; at += 1) {
    if (!isPrinted(text, at)) continue;
    if (METADATA.test(textOf(text, at))) found.push(at);
    seen += 1;
  }
  if (found.length >= 2) for (const at of found) makeFurniture(text, at, 'page-metadata');
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
