/**
 * The printed contents (目录): reads the lines behind their heading, returns sections and entries; each entry promises a document.
 * `### 部门文件` / `关于印发《新疆电力负荷管理实施细则》的通知` / `新发改规〔2024〕2号 ..... (22)` (Xinjiang 2024 no. 17-18).
 */
import type { PrintedLine } from '../../text/lines.ts';
import { withFullIssuers } from './abbreviated-issuers.ts';
import { inReadingOrder } from './contents-columns.ts';
import { joinOrders } from './contents-orders.ts';
import { possibleTitles, readEntries } from './contents-entries.ts';
import {
  areAscending,
  isForeign,
  leadingChineseSerial,
  leadingPage,
  leadingSerial,
  pageBehindSpace,
  PLAIN_STYLE,
  readContentsLine,
} from './contents-line.ts';
import type { ContentsStyle } from './contents-line.ts';
import type { ContentsPromise } from './contents-promise.ts';
import { findContentsAtEnd, findContentsZone } from './contents-zone.ts';
import type { ContentsZone } from './contents-zone.ts';
import { claimImprintBehind, isImprintLine } from '../imprint.ts';
import { claim, isPrinted, makeFurniture } from '../printed-text.ts';
import type { PrintedText } from '../printed-text.ts';
import { rowCells } from '../row-cells.ts';
import { looksLikeSection } from '../section-name.ts';
import { standingTitles } from './standing-titles.ts';
import { endsAsContentsTitle } from '../title-ending.ts';

export interface FoundContents {
  entries: ContentsPromise[];
  /** Line of their heading; 0 when there are none. */
  heading: number;
  /** First line behind the contents; the start of the search when there are none. */
  end: number;
}

/**
 * The lines that count on from 1, in the whole or under each section, where entries are numbered. In Chinese numerals sections may be
 * numbered too, which carry no page and are no titles.
 */
function serialLines(lines: readonly PrintedLine[]): ReadonlySet<PrintedLine> {
  const isEntry = (line: PrintedLine): boolean => {
    const { page, text } = readContentsLine(line, PLAIN_STYLE);
    return page !== null || (endsAsContentsTitle(text) && !looksLikeSection(text));
  };
  for (const serialOf of [leadingSerial, leadingChineseSerial]) {
    const serials = new Set<PrintedLine>();
    let last = 0;
    lines.forEach((line, at) => {
      const serial = serialOf(line.text)?.serial;
      const above = lines[at - 1];
      // Under the name of a section the count may begin again.
      const begins = serial === 1 && above !== undefined && !serials.has(above);
      if (serial === undefined || (serial !== last + 1 && !begins)) return;
      serials.add(line);
      last = serial;
    });
    const isNumbered = serials.size > 1 && serials.size * 3 >= lines.length;
    if (isNumbered && (serialOf === leadingSerial || [...serials].every(isEntry))) return serials;
  }
  return new Set();
}

/** Whether entries are numbered, and whether pages stand before titles. */
function contentsStyle(lines: readonly PrintedLine[]): ContentsStyle {
  const before = lines.filter((line) => rowCells(line.content) === null && leadingPage(line.text) !== null).length;
  const behind = lines.filter(
    (line) => !isForeign(line.text) && readContentsLine(line, PLAIN_STYLE).page !== null,
  ).length;
  const serials = serialLines(lines);
  const isNumbered = serials.size > 0;
  const spaced = lines.flatMap((line) => pageBehindSpace(line.text) ?? []);
  return {
    pageBefore: before > 1 && before > behind && !isNumbered,
    pageBehindSpace: behind < 2 && areAscending(spaced),
    serials,
  };
}

/** Reads the printed contents behind `from`, or those that close the file; claims their lines. */
export function readContents(text: PrintedText, from: number): FoundContents {
  const atHead = findContentsZone(text, from);
  const zone = atHead ?? findContentsAtEnd(text, from);
  if (!zone) return { entries: [], heading: 0, end: from };
  const printed: PrintedLine[] = [];
  let inImprint = false;
  for (let at = zone.heading + 1; at < zone.end; at += 1) {
    const line = text.lines[at];
    if (!line || !isPrinted(text, at)) continue;
    inImprint = isImprintLine(line.text, inImprint);
    if (!inImprint) printed.push(line);
  }
  const ordered = inReadingOrder(printed);
  const style = contentsStyle(ordered);
  const lines = joinOrders(
    ordered.map((line) => readContentsLine(line, style)).filter((line) => !isForeign(line.text)),
  );
  const standing = standingTitles(text, { from: zone.heading, to: zone.end }, possibleTitles(lines));
  const printedEntries = readEntries(lines, { standing, pageBefore: style.pageBefore });
  const entries = withFullIssuers(text, { from: zone.heading, to: zone.end }, { entries: printedEntries, standing });
  claim(text, zone.heading, zone.end, 'contents', 'contents');
  if (atHead) {
    claimImprintBehind(text, zone.end);
    return { entries, heading: zone.heading, end: zone.end };
  }
  setApart(text, zone);
  return { entries, heading: 0, end: from };
}

/** Contents behind the last document belong to none of its texts. */
function setApart(text: PrintedText, { heading, end }: ContentsZone): void {
  for (let at = heading; at < end; at += 1) {
    const claimed = text.claims[at];
    makeFurniture(text, at, 'contents');
    if (claimed) text.claims[at] = claimed;
  }
}
