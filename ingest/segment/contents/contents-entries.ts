/**
 * From the lines of the contents to entries: which lines are one title, which number and page are its own, which line names a section.
 * Told by pages and numbers where they are printed, by typography, and by what stands in the text behind the contents.
 */
import type { MappedText } from '../../model/mapped-text.ts';
import type { Extracted, Span } from '../../model/span.ts';
import { isTitleNote } from '../../structure/classify-line.ts';
import { leavesOpen } from '../../text/characters.ts';
import { foldText } from '../../text/fold.ts';
import { slice } from '../../text/mapped-text.ts';
import type { ContentsPromise } from './contents-promise.ts';
import type { ContentsLine } from './contents-line.ts';
import { readNamedNumber, splitLeadingNumber, splitTrailingNumber } from './contents-number.ts';
import type { ContentsRow } from './contents-row.ts';
import { sectionMark } from './contents-sections.ts';
import { joinTitle } from '../join-title.ts';
import { isReportSection, looksLikeSection, mayBeSection, sectionName } from '../section-name.ts';
import { endsAsContentsTitle, endsAsTitle } from '../title-ending.ts';

const MOST_TITLE_LINES = 5;

interface OpenEntry {
  titles: MappedText[];
  number: string | null;
  page: number | null;
  span: Span;
}

/** The folded titles that lines [from, from + n) of the contents may be, for n from 1. */
function titlesFrom(lines: readonly ContentsLine[], from: number, above = ''): string[] {
  const titles: string[] = [];
  let words = above;
  for (const line of lines.slice(from, from + MOST_TITLE_LINES)) {
    if (line.number !== null || line.row || line.text === '') break;
    titles.push(words + foldText(withoutTitleNote(splitTrailingNumber(line.content).title).text));
    words += foldText(line.text);
  }
  return titles;
}

/** Every title that some lines of the contents may be, folded. */
export function possibleTitles(lines: readonly ContentsLine[]): Set<string> {
  const titles = new Set<string>();
  for (const at of lines.keys()) for (const title of titlesFrom(lines, at)) titles.add(title);
  return titles;
}

/** Whether a line opens with a document number and goes on with a title. */
function leads({ row, number, content }: ContentsLine): boolean {
  return row === null && number === null && splitLeadingNumber(content).number !== null;
}

class EntryReader {
  readonly entries: ContentsPromise[] = [];
  #section: Extracted<string> | null = null;
  #open: OpenEntry | null = null;
  readonly #lines: readonly ContentsLine[];
  /** Folded titles that stand in the text. */
  readonly #standing: ReadonlySet<string>;
  readonly #isMarkedSection: (line: ContentsLine) => boolean;
  readonly #numbersFirst: boolean;
  /** The first line is the number of an order, whose title stands below it. */
  readonly #ordersFirst: boolean;
  readonly #hasNumbers: boolean;
  readonly #hasUnmarked: boolean;
  /** Names of sections stand between brackets or ornaments. */
  readonly #hasSetApart: boolean;
  readonly #hasPages: boolean;
  readonly #pageBefore: boolean;
  /** Each entry opens with its number on the line of its title: 财综字〔1999〕12号    财政部关于…的通知. */
  readonly #numbersLead: boolean;

  constructor(lines: readonly ContentsLine[], { standing, pageBefore }: Surroundings) {
    this.#lines = lines;
    this.#standing = standing;
    this.#pageBefore = pageBefore;
    this.#isMarkedSection = sectionMark(lines);
    const printed = lines.filter((line) => line.text !== '' && !looksLikeSection(line.text));
    this.#ordersFirst = printed[0]?.isOrder === true;
    // The title of an order stands below it, whatever other entries do.
    const first = printed.find((line, at) => !line.isOrder && printed[at - 1]?.isOrder !== true) ?? printed[0];
    const numbers = lines.filter((line) => line.number !== null);
    const paged = numbers.filter((line) => line.page !== null).length;
    const last = lines.findLast((line) => line.text !== '');
    this.#numbersFirst = first?.number != null && last?.number == null && paged * 2 < numbers.length + 1;
    this.#hasNumbers = numbers.length >= 2;
    this.#hasPages = lines.some(({ page }) => page !== null);
    this.#hasSetApart = lines.some((line) => line.setApart && line.page === null);
    this.#numbersLead = numbers.length < lines.filter(leads).length;
    this.#hasUnmarked = lines.some(({ mark, text }) => mark === null && text !== '');
  }

  read(): ContentsPromise[] {
    this.#lines.forEach((line, at) => this.#readLine(line, at));
    this.#close();
    return this.entries;
  }

  #readLine(line: ContentsLine, at: number): void {
    if (line.row) this.#readRow(line, line.row);
    else if (line.text === '') {
      this.#readPage(line);
    } else if (line.number !== null) this.#readNumber(line, line.number);
    else if (this.#isSection(line, at)) this.#openSection(line.content, line.span);
    else this.#readTitle(line, at);
  }

  /** A page on a line of its own belongs to the entry above it. */
  #readPage({ page }: ContentsLine): void {
    const entry = this.#open ?? this.entries.at(-1);
    if (entry && page !== null) entry.page ??= page;
  }

  #openSection({ text }: MappedText, span: Span): void {
    this.#close();
    this.#section = { value: sectionName(text), raw: text, span, rule: 'contents-section', certainty: 'stated' };
  }

  /** A row of tabled contents is a whole entry; without page and number it is the head of the table, or goes on an entry. */
  #readRow(line: ContentsLine, { title, section, number, page }: ContentsRow): void {
    if (title === null || (page === null && number === null)) return;
    if (section) this.#openSection(section, line.span);
    this.#start(line);
    if (this.#open === null) return;
    this.#open.titles.push(title);
    this.#open.number = number;
    this.#open.page = page;
    this.#close();
  }

  #isSection(line: ContentsLine, at: number): boolean {
    if (line.page !== null || line.mark === 'serial' || this.#goesOn(line)) return false;
    if (line.setApart || this.#isMarkedSection(line)) return true;
    if (this.#hasSetApart) return false;
    const next = this.#lines[at + 1];
    if (next === undefined) return false;
    if (line.mark === 'bullet' && this.#hasUnmarked) return false;
    if (this.#open !== null && !this.#isComplete(this.#open)) return false;
    if (this.#numbersLead && mayBeSection(line.text) && this.#opensEntry(next)) return true;
    const byText = this.#sectionByText(line, at);
    if (byText !== null) return byText;
    if (next.number !== null && !this.#numbersFirst) return false;
    if (line.heading > 0 && next.heading === 0 && line.text.length <= 30) return true;
    return looksLikeSection(line.text);
  }

  /** Whether a line opens an entry, in contents whose entries open with their numbers. */
  #opensEntry(line: ContentsLine): boolean {
    return line.number !== null || (this.#numbersLead && leads(line));
  }

  /** （草案）》审议结果的报告 goes on the title above, which opens 《 and does not close it. */
  #goesOn({ text }: ContentsLine): boolean {
    return (
      this.#open !== null &&
      (/^[的》）]/u.test(text) || leavesOpen(this.#open.titles.map((title) => title.text).join('')))
    );
  }

  /** Whether the title under a line stands in the text without it: then the line names a section. Null where the text does not say. */
  #sectionByText(line: ContentsLine, at: number): boolean | null {
    if (!mayBeSection(line.text)) return null;
    const [, ...longer] = titlesFrom(this.#lines, at);
    // 省政府文件 stands over the first title of its section in the text as it does here.
    const names = looksLikeSection(line.text) && this.#stands(titlesFrom(this.#lines, at + 1));
    if (!names && longer.some((title) => this.#standing.has(title))) return false;
    const open = this.#open?.titles.map(({ text }) => foldText(text)).join('') ?? '';
    if (open !== '' && this.#stands(titlesFrom(this.#lines, at, open))) return false;
    const next = this.#lines[at + 1];
    const mayBeTitle = this.#standing.has(foldText(line.text)) || (!this.#hasPages && endsAsTitle(line.text));
    if (!mayBeTitle && this.#stands(titlesFrom(this.#lines, at + 1))) return true;
    // 公告通告 over 农业部公告第2437号, which is an entry of its own.
    const isOverOrder = next?.number != null && !this.#numbersFirst && next.isOrder && looksLikeSection(line.text);
    return isOverOrder && !this.#stands(titlesFrom(this.#lines, at)) ? true : null;
  }

  #stands(titles: readonly string[]): boolean {
    return titles.some((title) => this.#standing.has(title));
  }

  #isComplete(open: OpenEntry): boolean {
    if (open.page !== null) return true;
    if (this.#numbersFirst) return open.titles.length > 0;
    const last = open.titles.at(-1);
    if (last && splitTrailingNumber(last).number !== null) return true;
    return open.number !== null || !this.#hasNumbers || this.#stands([foldText(joinTitle(open.titles).text)]);
  }

  #readNumber(line: ContentsLine, number: string): void {
    // A number with a page of its own under a title with one opens the next entry: the title of an order stands below it.
    const open = this.#open;
    const isWhole =
      open !== null && (open.number !== null || (open.titles.length > 0 && open.page !== null && line.page !== null));
    const opens = this.#numbersFirst || open === null || isWhole || (line.isOrder && this.#ordersFirst);
    if (opens) this.#start(line);
    if (this.#open === null) return;
    this.#open.number = number;
    this.#open.span.end = line.span.end;
    this.#open.page ??= line.page;
    if (!opens) this.#close();
  }

  #readTitle(line: ContentsLine, at: number): void {
    // A number with a page of its own is an entry without a title, unless its title stands under it on the same page.
    const page = line.page ?? this.#pageOfNumberBelow(at);
    const untitled =
      this.#open?.titles.length === 0 && this.#open.page !== null && page !== null && page !== this.#open.page;
    if (untitled || this.#isClosedBy(line, at)) this.#close();
    if (this.#open === null) this.#start(line);
    this.#open?.titles.push(line.content);
    if (this.#open) {
      this.#open.span.end = line.span.end;
      this.#open.page ??= line.page;
    }
  }

  /** The page behind the number under a title that goes on from line `at`; null where no number stands under it. */
  #pageOfNumberBelow(at: number): number | null {
    const below = this.#lines
      .slice(at + 1, at + MOST_TITLE_LINES)
      .find(({ page, number }) => page !== null || number !== null);
    return below?.number != null && !below.isOrder ? below.page : null;
  }

  /** Whether the open entry has its whole title and `line` begins another one. */
  #isClosedBy(line: ContentsLine, at: number): boolean {
    const open = this.#open;
    if (open === null || open.titles.length === 0) return false;
    if (line.mark !== null || (this.#numbersLead && leads(line))) return true;
    // Where pages stand before titles, the next entry begins with a page.
    if (open.page !== null) return !this.#pageBefore || line.page !== null;
    const words = foldText(open.titles.map(({ text }) => text).join(''));
    if (
      this.#stands([words]) &&
      !this.#stands(titlesFrom(this.#lines, at, words)) &&
      this.#stands(titlesFrom(this.#lines, at))
    )
      return true;
    const last = open.titles.at(-1);
    if (!last || this.#goesOn(line)) return false;
    // …的通知 川办发〔2016〕48号 is over with its number.
    return splitTrailingNumber(last).number !== null || (!this.#hasNumbers && endsAsContentsTitle(last.text));
  }

  #start(line: ContentsLine): void {
    this.#close();
    this.#open = { titles: [], number: null, page: null, span: { ...line.span } };
  }

  #close(): void {
    const open = this.#open;
    this.#open = null;
    if (open === null || (open.titles.length === 0 && open.number === null)) return;
    const { title: printed, number } = readTitleLines(open.titles);
    const title = withoutTitleNote(printed);
    const documentNumber = open.number ?? number;
    this.entries.push({
      section: this.#section,
      title: title.text.trim() || (documentNumber ?? ''),
      words: title.text.trim() === '' ? null : title,
      folded: foldText(title.text),
      documentNumber,
      page: open.page,
      span: open.span,
      isReport: this.#section !== null && isReportSection(this.#section.value),
    });
  }
}

/** A title without the 题注 that some contents print behind it: 关于劳动就业问题的决定（1952年7月25日政务院第146次政务会议通过）. */
function withoutTitleNote(title: MappedText): MappedText {
  const at = Math.max(title.text.lastIndexOf('（'), title.text.lastIndexOf('('));
  return at > 0 && isTitleNote(title.text.slice(at)) ? slice(title, 0, at) : title;
}

/** The lines of one title as one, the number that stands in its first or last line apart. */
function readTitleLines(lines: readonly MappedText[]): { title: MappedText; number: string | null } {
  const last = lines.at(-1);
  if (!last) return { title: joinTitle([]), number: null };
  const named = lines.length > 1 ? null : readNamedNumber(last.text);
  const trailing = named ? null : splitTrailingNumber(last);
  if (trailing?.number != null)
    return { title: joinTitle([...lines.slice(0, -1), trailing.title]), number: trailing.number };
  const [first = last, ...others] = lines;
  const leading = splitLeadingNumber(first);
  const title = joinTitle([leading.title, ...others]);
  // …的通知（渝府办发〔2014〕126 / 号）
  return others.length > 0 && leading.number === null ? splitTrailingNumber(title) : { title, number: leading.number };
}

/** What the reader of entries must know beside the lines. */
export interface Surroundings {
  /** Folded titles among possibleTitles that stand in the text. */
  standing: ReadonlySet<string>;
  /** Pages stand before titles. */
  pageBefore: boolean;
}

/** The entries of the contents, in print order. */
export function readEntries(lines: readonly ContentsLine[], surroundings: Surroundings): ContentsPromise[] {
  return new EntryReader(lines, surroundings).read();
}
