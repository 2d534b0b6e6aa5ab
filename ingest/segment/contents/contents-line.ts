/**
 * One line of the printed contents: its text, its page, whether it is a number or a section.
 * `新疆维吾尔自治区人民政府令 第239号 ..... (2)` (Xinjiang 2024 no. 17-18); `国务院关于…的意见……………（12）`; `8	关于…的通知`.
 */
import { parseNumberLine } from '../../structure/number-line.ts';
import { slice } from '../../text/mapped-text.ts';
import { halfDigits } from '../../text/characters.ts';
import { parseChineseNumber } from '../../text/chinese-numerals.ts';
import type { PrintedLine } from '../../text/lines.ts';
import type { MappedText } from '../../model/mapped-text.ts';
import type { Span } from '../../model/span.ts';
import { readContentsRow } from './contents-row.ts';
import type { ContentsRow } from './contents-row.ts';
import { isBracketedSection, looksLikeSection, ORNAMENTS } from '../section-name.ts';
import { endsAsTitle } from '../title-ending.ts';

export interface ContentsLine {
  content: MappedText;
  /** Without page, leaders and list marks. */
  text: string;
  page: number | null;
  /** The normalised number when the whole line is one, else null. */
  number: string | null;
  /** The number is one of an order or announcement, which print their titles below. */
  isOrder: boolean;
  span: Span;
  heading: number;
  bold: boolean;
  /** Its words as printed stand between brackets or ornaments. */
  setApart: boolean;
  /** A serial number or a list mark stood before the text. */
  mark: 'serial' | 'bullet' | null;
  /** What a row of tabled contents holds; null for a line of text. */
  row: ContentsRow | null;
}

// Must match: ..... (2) · ……（12） · (2) · …12 · ⇥12 · ······30 · ……P.12 · 通知　　5 · /12 · …的意见 .4      Must not: 2024 · （2023—2030年） · (试行)
const PAGE_BEHIND =
  /(?:(?:[.．…·・‥•_\-—]{2,}|…|[\s\u3000][.．·]|[\s\u3000]{2,}|\t|\/)[\s\u3000.．…·]{0,80}[（(〔[]?\s?(?:P\.?\s?|第\s?)?(\d{1,4})(?:\s?[-—–]\s?\d{1,4})?\s?页?[)）〕\]]?|[\s\u3000]?[（(]\s?(\d{1,3})\s?[)）])[\s.]{0,3}$/u;
// Must match: …………（一二） · ……二十三      Must not: （一） · 若干问题的解释（二）
const CHINESE_PAGE = /[.…·・‥]{2,80}\s?[（(]?([〇○零一二三四五六七八九十百]{1,5})[)）]?$/u;
const ENDS_IN_PAGE = /[\d)）〕\]页]/u;
const LONGEST_TAIL = 96;
// Must match: ……12 · (12) · 12 · P12     Must not: 第12号
const PAGE_ALONE = /^[.．…·・‥•_\-—\s（(〔[]{0,80}(?:P\.?\s?|第\s?)?(\d{1,4})\s?页?[)）〕\]]?$/u;
// Must match: 12 国务院关于 · (3) 关于印发 · (3)关于印发 · 05……关于 · 8　2023年8月大事记      Must not: 2024年第三季度 · 3.关于 · 5、关于
const PAGE_BEFORE =
  /^(?:[（(〔[](\d{1,3})[)）〕\]][\s\u3000.…·]{0,8}|(\d{1,3})(?:[\s\u3000]{1,8}|[.…·]{2,}))(?=[\u4e00-\u9fff《“]|(?:19|20)\d{2}\s?年)/u;
const LIST_MARK = new RegExp(`^[•·${ORNAMENTS}\\-*]{1,2}[\\s\\u3000]{0,3}`, 'u');

/** The page printed before the title, where a publisher does so: `12 国务院关于…`; null for none. */
export function leadingPage(text: string): { page: number; length: number } | null {
  const match = PAGE_BEFORE.exec(halfDigits(text));
  return match ? { page: Number(match[1] ?? match[2]), length: match[0].length } : null;
}

// Must match: 1.国务院关于 · 12、关于 · （3）关于 · 4　关于 · 6. 2007年3月大事记      Must not: 2024年第三季度 · 十四届
const SERIAL = /^(?:[（(]?(\d{1,3})(?:[.．、)）][\s\u3000]{0,4}|[\s\u3000]{1,8}))(?=[^\d\s]|(?:19|20)\d{2}\s?年)/u;

/** The serial number that a line opens with, and its length; null for none. */
export function leadingSerial(text: string): { serial: number; length: number } | null {
  const from = LIST_MARK.exec(text)?.[0].length ?? 0;
  const match = SERIAL.exec(halfDigits(text.slice(from, from + 16)));
  return match ? { serial: Number(match[1]), length: from + match[0].length } : null;
}

// Must match: 一、省人民政府关于 · 十二、关于      Must not: 一季度 · （一）
const CHINESE_SERIAL = /^([一二三四五六七八九十]{1,3})、[\s\u3000]{0,4}(?=\S)/u;

/** The same of a serial number in Chinese: 一、关于…的通知. Names of sections are numbered so as well. */
export function leadingChineseSerial(text: string): { serial: number; length: number } | null {
  const [printed = '', numeral = ''] = CHINESE_SERIAL.exec(text) ?? [];
  const serial = parseChineseNumber(numeral);
  return serial === null ? null : { serial, length: printed.length };
}

/** How a publisher prints its contents. */
export interface ContentsStyle {
  /** The page stands before the title. */
  pageBefore: boolean;
  /** A single space stands between title and page, or none. */
  pageBehindSpace: boolean;
  /** Entries are numbered from 1; the lines that open with the next number. */
  serials: ReadonlySet<PrintedLine>;
}

export const PLAIN_STYLE: ContentsStyle = { pageBefore: false, pageBehindSpace: false, serials: new Set() };

// Must match: …的通知 财教〔2020〕19号 9 · …管理办法 (财政部令第102号) 1 · …的通知（皖政〔2008〕67号）4 · 皖政〔2008〕67号12
// Must not: 2024年第3期 · …的通知 2024 · 现予公布，202
const PAGE_BEHIND_SPACE = /^.*[\u3400-\u9fff）)》〕\]](\s?)(\d{1,3})$/u;

/**
 * A number behind a single space, or right behind the end of a title or number, which is a page where the lines of the contents count on by such
 * numbers; null for none.
 */
export function pageBehindSpace(text: string): number | null {
  const [whole = '', space = '', page = ''] = PAGE_BEHIND_SPACE.exec(halfDigits(text)) ?? [];
  if (page === '') return null;
  const words = whole.slice(0, -page.length);
  return space !== '' || /[号）)]$/u.test(words) || endsAsTitle(words) ? Number(page) : null;
}

/** Whether numbers are pages: two or more, none less than the one before it. */
export function areAscending(pages: readonly number[]): boolean {
  return pages.length > 1 && pages.every((page, at) => page >= (pages[at - 1] ?? 0));
}

/** A title or a name in another script is no entry: contents are often printed once more in English. */
export function isForeign(text: string): boolean {
  return /[A-Za-z]{3}/u.test(text) && !/[\u3400-\u9fff]/u.test(text);
}

/** Reads one line of the contents. */
export function readContentsLine(line: PrintedLine, style: ContentsStyle): ContentsLine {
  const row = readContentsRow(line);
  if (row && row.cells !== 1)
    return {
      content: row.title ?? slice(line.content, 0, 0),
      text: row.title?.text ?? '',
      page: row.page,
      number: null,
      isOrder: false,
      span: { start: line.start, end: line.end },
      heading: 0,
      bold: false,
      setApart: false,
      mark: null,
      row,
    };
  const only = row?.title;
  return readPlainLine(only ? { ...line, content: only, text: only.text } : line, style, style.serials.has(line));
}

// Must match: 2008年2月4日　财税〔2008〕10号 · （一九五七年九月三日）      Must not: 2008年2月大事记 · 2008年2月4日在全省会议上的讲话
const DAY =
  /^[（(]?(?:\d{4}|[一二][〇○零ＯO一二三四五六七八九]{3})\s?年\s?[\d一二三四五六七八九十]{1,2}\s?月\s?[\d一二三四五六七八九十]{1,3}\s?日[)）]?(?:[\s\u3000]{1,8}|$)/u;

/** Length of the day that stands alone or before a number: some contents print it under the title. */
function dayBefore(words: string): number {
  const length = DAY.exec(words)?.[0].length ?? 0;
  if (length === 0) return 0;
  return length === words.length || parseNumberLine(words.slice(length)) !== null ? length : 0;
}

const DAY_BEHIND =
  /[\s\u3000，,]{1,8}(?:\d{4}|[一二][〇○零ＯO一二三四五六七八九]{3})\s?年\s?[\d一二三四五六七八九十]{1,2}\s?月\s?[\d一二三四五六七八九十]{1,3}\s?日$/u;

/** Length of the day behind a number and the blanks between: 国发〔1993〕19号  1993年3月25日. */
function dayBehind(words: string): number {
  const length = DAY_BEHIND.exec(words)?.[0].length ?? 0;
  return length > 0 && parseNumberLine(words.slice(0, -length)) !== null ? length : 0;
}

// Must match: 关于…的说明 …………王洪尧 · …报告………丛　斌      Must not: 关于…的说明 …………
const AUTHOR = /[.…·．]{2,80}\s{0,4}[\u3400-\u9fff·\s\u3000]{2,12}$/u;

// Must match: 在全区教育大会上的讲话　李某某 · 关于…的说明 刘　昆      Must not: …的通知　粤府〔1987〕15号
const AUTHOR_BEHIND_SPACE = /[\s\u3000]{1,8}([\u3400-\u9fff](?:[\s\u3000]{0,3}[\u3400-\u9fff·]){1,4})$/u;

/** The words of an entry without the name of a speaker or author behind its title, or between title and page. */
function withoutAuthor(words: string, page: number | null): string {
  const tail = Math.max(0, words.length - LONGEST_TAIL);
  const author = AUTHOR.exec(words.slice(tail));
  if (author) return words.slice(0, tail + author.index);
  if (page === null) return words;
  const spaced = AUTHOR_BEHIND_SPACE.exec(words.slice(tail));
  if (!spaced || endsAsTitle(spaced[1] ?? '') || looksLikeSection(spaced[1] ?? '')) return words;
  const title = words.slice(0, tail + spaced.index);
  return endsAsTitle(title) ? title : words;
}

function readPlainLine(
  line: PrintedLine,
  { pageBefore, pageBehindSpace: loose }: ContentsStyle,
  isSerial: boolean,
): ContentsLine {
  const words = halfDigits(line.text);
  let from = LIST_MARK.exec(words)?.[0].length ?? 0;
  if (isSerial) from = (leadingSerial(words) ?? leadingChineseSerial(words))?.length ?? from;
  let to = words.length;
  let page: number | null = null;
  const alone = PAGE_ALONE.exec(words);
  if (alone) {
    page = Number(alone[1]);
    from = to;
  } else if (pageBefore) {
    const before = leadingPage(words.slice(from));
    if (before) {
      page = before.page;
      from += before.length;
    }
  } else {
    const tail = Math.max(from, to - LONGEST_TAIL);
    const behind = ENDS_IN_PAGE.test(words.slice(-4)) ? PAGE_BEHIND.exec(words.slice(tail)) : null;
    if (behind) {
      page = Number(behind[1] ?? behind[2]);
      to = tail + behind.index;
    } else if (CHINESE_PAGE.test(words.slice(tail))) {
      const [leaders = '', numeral = ''] = CHINESE_PAGE.exec(words.slice(tail)) ?? [];
      page = parseChineseNumber(numeral);
      if (page !== null) to -= leaders.length;
    } else if (loose) {
      page = pageBehindSpace(words);
      if (page !== null) to -= /\s?\d{1,3}$/u.exec(words)?.[0].length ?? 0;
    }
  }
  to = from + withoutAuthor(words.slice(from, to), page).length;
  while (to > from && /[\s\u3000.．…·]/u.test(line.text.charAt(to - 1))) to -= 1;
  if (/^[（(]/u.test(words.slice(from)) && /[）)]$/u.test(words.slice(from, to))) {
    const inner = words.slice(from + 1, to - 1);
    if (dayBefore(inner) + dayBehind(inner) > 0) {
      from += 1;
      to -= 1;
    }
  }
  from += dayBefore(words.slice(from, to));
  to -= dayBehind(words.slice(from, to));
  const content = slice(line.content, from, to);
  const number = parseNumberLine(content.text);
  return {
    content,
    text: content.text,
    page,
    number: number?.text ?? null,
    isOrder: number?.form === 'order' || number?.form === 'announcement',
    span: { start: line.start, end: line.end },
    heading: line.heading,
    bold: line.bold,
    setApart: isBracketedSection(line.text),
    mark: isSerial ? 'serial' : line.bullet || LIST_MARK.test(line.text) ? 'bullet' : null,
    row: null,
  };
}
