/**
 * The masthead (刊头): the gazette's name, the day, the issue and serial numbers.
 * `2024年9月15日 第17-18号 (总987-988期) 半月刊` (新疆维吾尔自治区人民政府公报 2024 no. 17-18).
 */
import publishers from '../../data/publishers.json' with { type: 'json' };
import type { Masthead } from '../model/issue.ts';
import type { Extracted } from '../model/span.ts';
import { parseNumberLine } from '../structure/number-line.ts';
import { endsSentence, halfDigits } from '../text/characters.ts';
import { parseChineseNumber } from '../text/chinese-numerals.ts';
import { findDates, parseDate } from '../text/dates.ts';
import type { PrintedLine } from '../text/lines.ts';
import { slice, sourceSpan } from '../text/mapped-text.ts';
import { withoutSpaces } from '../text/spaces.ts';
import { isContentsHeading } from './contents/contents-heading.ts';
import { isImprintLine } from './imprint.ts';
import { readCatalogueColumns } from './catalogue/catalogue-columns.ts';
import { rowCells, rowColumns, wordsOf } from './row-cells.ts';
import { isPrinted, lastPrinted, makeFurniture, textOf } from './printed-text.ts';
import type { PrintedText } from './printed-text.ts';
import { endsInBody } from './signer.ts';
import { isLetterhead } from './title-block.ts';
import { endsAsTitle } from './title-ending.ts';

/** Where the masthead ends: index of the first line behind its last fact; 0 without masthead. */
export interface FoundMasthead {
  masthead: Masthead;
  end: number;
}

const NO_MASTHEAD: Masthead = {
  gazette: null,
  publicationDate: null,
  year: null,
  issueNumbers: null,
  serialNumbers: null,
};
const LINES_LOOKED_AT = 40;
const NUMERAL = '[0-9０-９〇○零一二三四五六七八九十百]{1,5}';
const LIST = `${NUMERAL}(?:\\s?[-—–－~～、,，和至]\\s?第?\\s?${NUMERAL}){0,5}`;
const spaced = (word: string): string => Array.from(word).join('\\s{0,3}');
const WORDS = publishers.gazetteWords.map(spaced).join('|');
// Must match: 新疆维吾尔自治区人民政府公报 · 国务院公报 2024年第5号 · 北 京 市 人 民 政 府 公 报 · 财政部文告      Must not: 公报 · 关于公报的通知
const GAZETTE = new RegExp(
  `^((?!.*(?:关于|编辑|主办))\\S(?:[^，。；：、0-9]{1,40}?)(?:${WORDS})(?:样式合刊|合刊|增刊|专刊)?)(?=$|[\\s（(\\d·第〇二一]|GONGBAO|GAZETTE)`,
  'iu',
);
const NAMES_GAZETTE = new RegExp(WORDS, 'u');
// Must match: 第17-18号 · 第5期 · 第十七、十八期 · 第 3 号      Must not: 总第1826期 · 统一刊号
const ISSUE = new RegExp(`(?<![总计]\\s{0,2})第\\s?(${LIST})\\s?[期号]`, 'u');
// Must match: 2024·5 · 2024.17      Must not: 2024.5.1
const YEAR_DOT_ISSUE = /(?:19|20)\d{2}\s?[·•.]\s?(\d{1,2})(?![\d.·])/u;
// Must match: 总987-988期 · 总第1826期 · 总号：1834 · 总期号 52 · 累计第12期      Must not: 总编辑
const SERIAL = new RegExp(`(?:总|累计)\\s?(?:期号|期数|期|号)?\\s?[：:]?\\s?第?\\s?(${LIST})\\s?[期号]?`, 'u');

// Must match: 2023年 第5号（总号：1794） · 二〇二一年第四号      Must not: 2023年2月20日
const YEAR = /((?:19|20)\d{2}|[一二][〇○零一二三四五六七八九]{3})\s?年(?!\s?[\d一二三四五六七八九十]{1,3}\s?月)/u;
// Must match: 2021
const YEAR_ALONE = /^(?:19|20)\d{2}$/u;
// Must match: 2021 · 2001.7 · 国务院公报 2023·5      Must not: 2001.7.28 · 2021年3月31日 · 邮编 200125
const YEAR_BEFORE_ISSUE = /(?<!\S)((?:19|20)\d{2})(?=$|\s?[·•.]\s?\d{1,2}(?![\d.·]))/u;
// Must match (under a year alone): 06      Must not: 2021
const ISSUE_ALONE = /^(\d{1,2})$/u;
// Must match: 2月20日出版 · 六月二十五日出版
const MONTH_AND_DAY = /([\d一二三四五六七八九十]{1,3}\s?月\s?[\d一二三四五六七八九十]{1,3}\s?日)/u;

/** Numbers of a printed list or range: 17-18 → [17, 18]; 十七、十八 → [17, 18]; 5 → [5]. */
function numbersOf(printed: string): number[] {
  const parts = printed.split(/\s?[-—–－~～、,，和至]\s?第?\s?/u).map((part) => parseChineseNumber(part.trim()));
  const numbers = parts.filter((part) => part !== null);
  const [first, last] = numbers;
  const isRange = numbers.length === 2 && /[-—–－~～至]/u.test(printed);
  if (!isRange || first === undefined || last === undefined || last < first || last - first > 12) return numbers;
  return Array.from({ length: last - first + 1 }, (_, at) => first + at);
}

function extracted<T>(line: PrintedLine, start: number, end: number, value: T, rule: string): Extracted<T> {
  return {
    value,
    raw: slice(line.content, start, end).text,
    span: sourceSpan(line.content, start, end),
    rule,
    certainty: 'stated',
  };
}

function gazetteOf(line: PrintedLine): Extracted<string> | null {
  if (line.width > 60 || !NAMES_GAZETTE.test(line.text)) return null;
  const name = GAZETTE.exec(line.text)?.[1];
  return name === undefined ? null : extracted(line, 0, name.length, withoutLetterSpacing(name), 'masthead-name');
}

// Must match: 中华人民共和国 · 内蒙古自治区      Must not: 2024年第3期 · 省政府主管
const STATE = /^[\u4e00-\u9fff]{2,12}(?:共和国|自治区|自治州|自治县|省|市)$/u;

/** 中华人民共和国 / 国务院公报: the name of a gazette over two lines. */
function withStateAbove(text: PrintedText, at: number, name: Extracted<string>): Extracted<string> {
  const above = text.lines[lastPrinted(text, 0, at)];
  if (!above) return name;
  const state = withoutLetterSpacing(above.text);
  if (!STATE.test(state) || name.value.startsWith(state)) return name;
  return {
    ...name,
    value: state + name.value,
    raw: above.text + name.raw,
    span: { start: above.start, end: name.span.end },
  };
}

// 北 京 市 人 民 政 府 公 报 is spaced out; 中华人民共和国 国务院公报 is two words.
function withoutLetterSpacing(name: string): string {
  return name.replace(/(?<=[\u4e00-\u9fff])[\s\u3000]+(?=[\u4e00-\u9fff])/gu, '').trim();
}

/** The issue's day, also where the year stands with the issue number and the day apart from it: 2023年 第5号 … 2月20日出版. */
function publicationDateOf(line: PrintedLine, year: number | null): Extracted<string> | null {
  const words = halfDigits(line.text);
  const whole = findDates(words)[0];
  if (whole?.date) return extracted(line, whole.start, whole.end, whole.date, 'masthead-date');
  const day = year === null ? null : MONTH_AND_DAY.exec(words);
  const date = day ? parseDate(`${String(year)}年${withoutSpaces(day[1] ?? '')}`) : null;
  return day && date ? extracted(line, day.index, day.index + day[0].length, date, 'masthead-year-and-day') : null;
}

/** The year that a line prints without a day: 2013年第5期 · 2001.7 · 2021. */
function yearOf(line: PrintedLine): Extracted<number> | null {
  const words = halfDigits(line.text);
  const match = YEAR.exec(words) ?? YEAR_BEFORE_ISSUE.exec(words);
  const printed = match?.[1] ?? '';
  const year = parseChineseNumber(printed);
  return match && year !== null
    ? extracted(line, match.index, match.index + printed.length, year, 'masthead-year')
    : null;
}

function numbersIn(line: PrintedLine, match: RegExpExecArray | null, rule: string): Extracted<number[]> | null {
  if (!match) return null;
  return extracted(line, match.index, match.index + match[0].length, numbersOf(match[1] ?? ''), rule);
}

/** Takes what a line says; `above`: the line over it. Returns whether it says anything. */
function readFacts(line: PrintedLine, above: PrintedLine | undefined, masthead: Masthead): boolean {
  let found = false;
  if (masthead.year === null) {
    masthead.year = yearOf(line);
    found = masthead.year !== null;
  }
  if (masthead.publicationDate === null) {
    masthead.publicationDate = publicationDateOf(line, masthead.year?.value ?? null);
    found ||= masthead.publicationDate !== null;
  }
  if (masthead.serialNumbers === null && /[总计]/u.test(line.text)) {
    masthead.serialNumbers = numbersIn(line, SERIAL.exec(line.text), 'masthead-serial');
    found ||= masthead.serialNumbers !== null;
  }
  if (masthead.issueNumbers === null) {
    const isShort = masthead.gazette !== null && line.width < 30;
    const isUnderYear = above !== undefined && YEAR_ALONE.test(above.text);
    const issue =
      ISSUE.exec(line.text) ??
      (isShort ? YEAR_DOT_ISSUE.exec(line.text) : null) ??
      (isUnderYear ? ISSUE_ALONE.exec(line.text) : null);
    masthead.issueNumbers = numbersIn(line, issue, 'masthead-issue');
    found ||= masthead.issueNumbers !== null;
  }
  return found;
}

// The masthead is over where a document begins.
const ENDS_MASTHEAD = new Set(['article', 'chapter', 'comma', 'bracket', 'dash', 'annex_label']);
// What a saved file says of itself is no print.
const OF_THE_FILE = new Set(['front-matter', 'page-metadata', 'page-table', 'stated-fact']);

/** The lines in which a masthead may stand: from the head of the file to the contents or the first text. */
function mastheadLines(text: PrintedText): number[] {
  const lines: number[] = [];
  for (let at = 0; at < text.lines.length && lines.length < LINES_LOOKED_AT; at += 1) {
    const line = text.lines[at];
    const kind = text.shapes[at]?.kind ?? 'blank';
    if (!line || line.text === '' || OF_THE_FILE.has(text.claims[at]?.rule ?? '')) continue;
    if (isContentsHeading(text, at) || ENDS_MASTHEAD.has(kind) || line.width > 70 || endsSentence(line.text)) break;
    if (line.text.includes('关于') && endsAsTitle(line.text)) break;
    // A masthead may stand in columns; the head of a table, and a cell alone on its line, may not stand in one.
    if (readCatalogueColumns(rowColumns(line.content) ?? wordsOf(line.content)) !== null) break;
    if (kind === 'row' && !line.text.includes('\t') && rowCells(line.content) === null) break;
    const above = text.shapes[lines.at(-1) ?? -1]?.kind;
    // 2022年 第四号 is the issue's, unless an order stands over it.
    if (kind === 'number' && (above === 'order' || parseNumberLine(line.text)?.code !== null)) break;
    lines.push(at);
  }
  return lines;
}

// Must match: 主管主办：浙江省人民政府 · （半月刊） · ISSN 1004-3438 · 国内统一刊号：CN33-0000/D      Must not: 附件：名单 · （试行）的通知
const IMPRINT = /^(?:(?!附)[^，。；：]{2,12}[：:]\s?\S{2,40}|[（(][^（()）]{2,8}[)）]|[A-Z]{2,5}[\s\d\-/A-Z]{4,24})$/u;

// Must match: 内部资料　免费交流 · 权威 准确 公开      Must not: 人事任免 · 关于印发〔2010〕3号
const MOTTO = /^[\u4e00-\u9fff]{2,8}(?:[\s\u3000]{1,8}[\u4e00-\u9fff]{2,8}){1,3}$/u;

function isImprint(words: string): boolean {
  if (IMPRINT.test(words) || isImprintLine(words, false)) return true;
  return MOTTO.test(words) && !endsAsTitle(words) && !isLetterhead(words) && !endsInBody(words);
}

/** Publisher, price, motto and numbers of the periodical that stand right under the facts. */
function behindImprint(text: PrintedText, end: number): number {
  let behind = end;
  while (isPrinted(text, behind) && text.shapes[behind]?.kind === 'text' && isImprint(textOf(text, behind)))
    behind += 1;
  return behind;
}

/**
 * Reads the masthead from the first lines of a file. Every later line that repeats the gazette's name becomes furniture.
 * Without a line that names a gazette there is none.
 */
export function readMasthead(text: PrintedText): FoundMasthead {
  const masthead: Masthead = { ...NO_MASTHEAD };
  const lines = mastheadLines(text);
  let end = 0;
  for (const at of lines) {
    const line = text.lines[at];
    const name = line ? gazetteOf(line) : null;
    // A running head may stand over the name in full: 国务院公报 1996年第12号 / 中华人民共和国国务院公报.
    if (name === null || (masthead.gazette && !name.value.endsWith(masthead.gazette.value))) continue;
    masthead.gazette = withStateAbove(text, at, name);
    end = at + 1;
  }
  if (masthead.gazette === null) return { masthead: { ...NO_MASTHEAD }, end: 0 };
  lines.forEach((at, nth) => {
    const line = text.lines[at];
    if (line && readFacts(line, text.lines[lines[nth - 1] ?? -1], masthead)) end = Math.max(end, at + 1);
  });
  end = behindImprint(text, end);
  const name = masthead.gazette.value;
  for (let at = end; at < text.lines.length; at += 1) {
    const printed = textOf(text, at);
    if (
      printed.length < name.length + 12 &&
      printed.startsWith(name.slice(0, 2)) &&
      withoutLetterSpacing(printed.replace(/[\d\s·—-]+$/u, '')) === name
    ) {
      makeFurniture(text, at, 'running-head');
    }
  }
  for (let at = 0; at < end; at += 1)
    if (text.lines[at]?.text && !OF_THE_FILE.has(text.claims[at]?.rule ?? ''))
      text.claims[at] = { kind: 'masthead', rule: 'masthead-fact' };
  return { masthead, end };
}
