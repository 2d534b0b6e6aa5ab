/**
 * Issues put together from saved pages: over each document stands the page's table of its facts, `索引号：011451/2021-23105` / `发文字号：枣政规〔2021〕1号`.
 * Such a table is no text of the document above it, and the document below it begins behind it.
 */
import publishers from '../../data/publishers.json' with { type: 'json' };
import { findDocumentNumbers } from '../text/document-number.ts';
import { headFrom } from './document-head.ts';
import type { DocumentHead } from './document-head.ts';
import { isPrinted, makeFurniture, nextPrinted, textOf } from './printed-text.ts';
import type { PrintedText } from './printed-text.ts';
import { titleBelow } from './title-block.ts';

const RULE = 'page-table';
const FEWEST_LINES = 3;
const FEWEST_TABLES = 2;
/** Lines from the index number to the ends of its table. */
const FARTHEST = 40;
// Must match: 索引号：011451/2021-23105 · 索 引 号: 00301      Must not: 索引号的编制
const INDEX_NUMBER = /^索\s{0,2}引\s{0,2}号\s?[：:]/u;
// Must match: 主题分类：公安 · 发文机关：某市人民政府 · 成文日期：2021-07-12      Must not: 附件：名单 · 联系人：张某
const FACT = new RegExp(`^(?:${publishers.metadataLabels.join('|')})\\s?[：:]\\s?[^。]{0,200}$`, 'u');

/** The lines of the table of facts that begins with, or holds, the index number on line `at`. */
function tableAround(text: PrintedText, at: number): number[] {
  const lines = [at];
  for (const step of [-1, 1] as const)
    for (let line = at + step; Math.abs(line - at) <= FARTHEST && text.lines[line]; line += step) {
      if (!isPrinted(text, line)) continue;
      if (!FACT.test(textOf(text, line))) break;
      lines.push(line);
    }
  return lines.sort((a, b) => a - b);
}

/** Claims the tables of facts of an issue put together from pages; a single page's own table is read with the file. */
export function claimPageTables(text: PrintedText): void {
  const tables: number[][] = [];
  for (let at = 0; at < text.lines.length; at += 1) {
    const words = textOf(text, at);
    if (!words.startsWith('索') || !isPrinted(text, at) || !INDEX_NUMBER.test(words)) continue;
    const table = tableAround(text, at);
    if (table.length >= FEWEST_LINES) tables.push(table);
  }
  if (tables.length < FEWEST_TABLES) return;
  for (const table of tables) for (const at of table) makeFurniture(text, at, RULE);
}

/** `heads` with those of the documents behind tables of facts that print no number over their text. */
export function withPageDocuments(text: PrintedText, from: number, heads: readonly DocumentHead[]): DocumentHead[] {
  const found: DocumentHead[] = [];
  let number: number | null = null;
  for (let at = from; at < text.lines.length; at += 1) {
    if (text.claims[at]?.rule !== RULE) continue;
    if (findDocumentNumbers(textOf(text, at)).length > 0) number = at;
    const first = nextPrinted(text, at + 1, text.lines.length);
    if (first >= text.lines.length || text.claims.slice(at + 1, first).some((claim) => claim?.rule === RULE)) continue;
    const isKnown = heads.some(({ start, end }) => start <= first && first < Math.max(end, start + 1));
    const title = isKnown ? null : titleBelow(text, first, text.lines.length);
    if (title) found.push(headFrom(first, RULE, { title, number, end: title.to }));
    number = null;
  }
  return found.length === 0 ? [...heads] : [...heads, ...found].sort((a, b) => a.start - b.start);
}
