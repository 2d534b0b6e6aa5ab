/**
 * The printed contents (目录): reads the lines behind their heading, returns sections and entries; each entry promises a document.
 * `### 部门文件` / `关于印发《新疆电力负荷管理实施细则》的通知` / `新发改规〔2024〕2号 ..... (22)` (Xinjiang 2024 no. 17-18).
 */
import type { MappedText } from '../model/mapped-text.ts';
import type { Extracted, Span } from '../model/span.ts';
import { leavesOpen } from '../text/characters.ts';
import { parseNumberLine } from '../structure/number-line.ts';
import { parseDocumentNumber } from '../text/document-number.ts';
import { foldText } from '../text/fold.ts';
import { slice } from '../text/mapped-text.ts';
import { findContentsZone } from './contents-zone.ts';
import {
  areAscending,
  isForeign,
  isReportSection,
  leadingPage,
  leadingSerial,
  looksLikeSection,
  pageBehindSpace,
  PLAIN_STYLE,
  readContentsLine,
  sectionName,
} from './contents-line.ts';
import type { ContentsLine, ContentsStyle } from './contents-line.ts';
import type { ContentsRow } from './contents-row.ts';
import { claim, isPrinted } from './printed-text.ts';
import type { PrintedText } from './printed-text.ts';
import { joinTitle } from './join-title.ts';
import { rowCells } from './row-cells.ts';
import { endsAsContentsTitle } from './title-ending.ts';
import type { PrintedLine } from '../text/lines.ts';

/** An entry of the contents as the document finder needs it. */
export interface ContentsPromise {
  section: Extracted<string> | null;
  title: string;
  /** Folded for comparison with the text over a document. */
  folded: string;
  documentNumber: string | null;
  page: number | null;
  span: Span;
  /** The section prints news. */
  isReport: boolean;
}

export interface FoundContents {
  entries: ContentsPromise[];
  /** Line of their heading; 0 when there are none. */
  heading: number;
  /** First line behind the contents; the start of the search when there are none. */
  end: number;
}

// Must match: 关于…的通知（国发〔2024〕3号） · …的决定 (令第5号)      Must not: （试行）
const NUMBER_IN_BRACKETS = /[（(]\s?([^（()）]{2,40}号(?:令|公告)?)\s?[)）]$/u;

const LONGEST_NUMBER = 60;

interface OpenEntry {
  titles: MappedText[];
  number: string | null;
  page: number | null;
  span: Span;
}

class EntryReader {
  readonly entries: ContentsPromise[] = [];
  private section: Extracted<string> | null = null;
  private open: OpenEntry | null = null;
  private readonly lines: readonly ContentsLine[];
  private readonly numbersFirst: boolean;
  private readonly hasNumbers: boolean;
  private readonly hasUnmarked: boolean;

  constructor(lines: readonly ContentsLine[]) {
    this.lines = lines;
    const first = lines.find((line) => line.text !== '' && !looksLikeSection(line.text));
    const numbers = lines.filter((line) => line.number !== null);
    const paged = numbers.filter((line) => line.page !== null).length;
    const last = lines.findLast((line) => line.text !== '');
    this.numbersFirst = first?.number != null && last?.number == null && paged * 2 < numbers.length + 1;
    this.hasNumbers = numbers.length >= 2;
    this.hasUnmarked = lines.some(({ mark, text }) => mark === null && text !== '');
  }

  read(): ContentsPromise[] {
    this.lines.forEach((line, at) => this.readLine(line, this.lines[at + 1]));
    this.close();
    return this.entries;
  }

  private readLine(line: ContentsLine, next: ContentsLine | undefined): void {
    if (line.row) this.readRow(line, line.row);
    else if (line.text === '') {
      if (this.open && line.page !== null) this.open.page ??= line.page;
    } else if (line.number !== null) this.readNumber(line, line.number);
    else if (this.isSection(line, next)) {
      this.close();
      this.section = {
        value: sectionName(line.text),
        raw: line.text,
        span: line.span,
        rule: 'contents-section',
        certainty: 'stated',
      };
    } else this.readTitle(line);
  }

  /** A row of tabled contents is a whole entry; without page and number it is the head of the table, or goes on an entry. */
  private readRow(line: ContentsLine, { title, number, page }: ContentsRow): void {
    if (title === null || (page === null && number === null)) return;
    this.start(line);
    if (this.open === null) return;
    this.open.titles.push(title);
    this.open.number = number;
    this.open.page = page;
    this.close();
  }

  private isSection(line: ContentsLine, next: ContentsLine | undefined): boolean {
    if (line.page !== null || line.mark === 'serial') return false;
    if (line.setApart) return true;
    if (next === undefined) return false;
    if (next.number !== null && !this.numbersFirst) return false;
    if (line.mark === 'bullet' && this.hasUnmarked) return false;
    if (this.open !== null && !this.isComplete(this.open)) return false;
    if (line.heading > 0 && next.heading === 0 && line.text.length <= 30) return true;
    return looksLikeSection(line.text);
  }

  private isComplete(open: OpenEntry): boolean {
    if (open.page !== null) return true;
    return this.numbersFirst ? open.titles.length > 0 : open.number !== null || !this.hasNumbers;
  }

  private readNumber(line: ContentsLine, number: string): void {
    // A number with a page of its own under a title with one opens the next entry: the title of an order stands below it.
    const isWhole =
      this.open !== null &&
      this.open.titles.length > 0 &&
      (this.open.number !== null || (this.open.page !== null && line.page !== null));
    const opens = this.numbersFirst || this.open === null || isWhole;
    if (opens) this.start(line);
    if (this.open === null) return;
    this.open.number = number;
    this.open.span.end = line.span.end;
    this.open.page ??= line.page;
    if (!opens) this.close();
  }

  private readTitle(line: ContentsLine): void {
    const last = this.open?.titles.at(-1)?.text ?? '';
    const closed =
      this.open !== null &&
      this.open.titles.length > 0 &&
      (this.open.page !== null ||
        line.mark !== null ||
        (!this.hasNumbers &&
          last !== '' &&
          !leavesOpen(last) &&
          endsAsContentsTitle(last) &&
          !/^(?:的|》)/u.test(line.text)));
    // A number with a page of its own is an entry without a title, unless its title stands under it on the same page.
    const untitled =
      this.open?.titles.length === 0 && this.open.page !== null && line.page !== null && line.page !== this.open.page;
    if (closed || untitled) this.close();
    if (this.open === null) this.start(line);
    this.open?.titles.push(line.content);
    if (this.open) {
      this.open.span.end = line.span.end;
      this.open.page ??= line.page;
    }
  }

  private start(line: ContentsLine): void {
    this.close();
    this.open = { titles: [], number: null, page: null, span: { ...line.span } };
  }

  private close(): void {
    const open = this.open;
    this.open = null;
    if (open === null || (open.titles.length === 0 && open.number === null)) return;
    const { title: printed, number } = splitNumber(joinContentsTitle(open.titles));
    const title = joinTitle([printed]);
    const documentNumber = open.number ?? number;
    this.entries.push({
      section: this.section,
      title: title.text.trim() || (documentNumber ?? ''),
      folded: foldText(title.text),
      documentNumber,
      page: open.page,
      span: open.span,
      isReport: this.section !== null && isReportSection(this.section.value),
    });
  }
}

// A line that holds number and title keeps its spaces until they are told apart.
function joinContentsTitle(lines: readonly MappedText[]): MappedText {
  const only = lines.length === 1 ? lines[0] : undefined;
  return only?.text.includes('号') ? only : joinTitle(lines);
}

/** A number that the contents print in one line with the title, before or behind it. */
function splitNumber(title: MappedText): { title: MappedText; number: string | null } {
  const inBrackets = NUMBER_IN_BRACKETS.exec(title.text);
  const read = inBrackets ? parseDocumentNumber(inBrackets[1] ?? '') : null;
  if (inBrackets && read) return { title: slice(title, 0, inBrackets.index), number: read.text };
  if (!title.text.includes('号')) return { title, number: null };
  const before = /^(.{2,60}?号(?:令|公告)?)[\s\u3000]+(\S.*)$/u.exec(title.text);
  const first = parseDocumentNumber(before?.[1] ?? '');
  if (first) return { title: slice(title, title.text.length - (before?.[2] ?? '').length), number: first.text };
  // The number of a joint announcement holds spaces itself: …有关政策的公告 财政部 税务总局公告2020年第22号.
  for (const space of title.text.matchAll(/[\s\u3000]+/gu)) {
    const behind = title.text.slice(space.index + space[0].length);
    const number = behind.length <= LONGEST_NUMBER ? parseNumberLine(behind) : null;
    if (number) return { title: slice(title, 0, space.index), number: number.text };
  }
  return { title, number: null };
}

interface IndexedLine {
  line: PrintedLine;
  at: number;
}

/** Whether entries are numbered, and whether pages stand before titles. */
function contentsStyle(lines: readonly IndexedLine[]): ContentsStyle {
  const before = lines.filter(({ line }) => rowCells(line.content) === null && leadingPage(line.text) !== null).length;
  const behind = lines.filter(
    ({ line, at }) => !isForeign(line.text) && readContentsLine(line, at, PLAIN_STYLE).page !== null,
  ).length;
  const serials = new Set<number>();
  for (const { line, at } of lines) if (leadingSerial(line.text)?.serial === serials.size + 1) serials.add(at);
  const isNumbered = serials.size > 1 && serials.size * 3 >= lines.length;
  const spaced = lines.flatMap(({ line }) => pageBehindSpace(line.text) ?? []);
  return {
    pageBefore: before > 1 && before > behind && !isNumbered,
    pageBehindSpace: behind < 2 && areAscending(spaced),
    serials: isNumbered ? serials : new Set(),
  };
}

/** Reads the printed contents behind `from`; claims their lines. */
export function readContents(text: PrintedText, from: number): FoundContents {
  const zone = findContentsZone(text, from);
  if (!zone) return { entries: [], heading: 0, end: from };
  const printed: IndexedLine[] = [];
  for (let at = zone.heading + 1; at < zone.end; at += 1) {
    const line = text.lines[at];
    if (line && isPrinted(text, at)) printed.push({ line, at });
  }
  const style = contentsStyle(printed);
  const lines = printed.map(({ line, at }) => readContentsLine(line, at, style)).filter(({ text }) => !isForeign(text));
  claim(text, zone.heading, zone.end, 'contents', 'contents');
  return { entries: new EntryReader(lines).read(), heading: zone.heading, end: zone.end };
}
