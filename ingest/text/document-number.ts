/**
 * Document numbers (发文字号): 新政办发〔2024〕43号, 新疆维吾尔自治区人民政府令第239号, 国家税务总局公告2019年第39号,
 * 2010年第23号公告, 主席令第二十二号, 法释〔2021〕1号, (1991)农(牧)字第2号.
 */
import { canonicalAuthority, jointAuthorities } from './authority-names.ts';
import type { Region } from './authority-names.ts';
import { parseChineseNumber } from './chinese-numerals.ts';
import { trimCode } from './number-code.ts';
import { readNumberBefore, readTypedNumber } from './number-patterns.ts';
import type { NumberReading } from './number-patterns.ts';
import { withoutSpaces } from './spaces.ts';

/** `agency` is code, year, serial; `order` a 令 by authority; `announcement` a 公告 or 通告; `other` the rest. */
export interface DocumentNumber {
  /** Normalised spelling: 〔〕, half-width digits, no spaces, in the printed order. */
  text: string;
  /** Equal for every spelling of the same number. */
  key: string;
  form: 'agency' | 'order' | 'announcement' | 'other';
  /** 新政办发; 新疆维吾尔自治区人民政府令; null where only year and serial are printed (2019年第39号). */
  code: string | null;
  year: number | null;
  serial: number | null;
}

/** A document number in running text. */
export interface FoundNumber {
  number: DocumentNumber;
  start: number;
  end: number;
}

// Must match: 国务院令 · 财政部 税务总局公告      Must not: 责令 · 命令 (no instruments)
const INSTRUMENT_BEFORE = /(?<![责命指法禁口政条])(令|公告|通告)$/u;
// Must match (behind 号): 令 · 公告      Must not: 公告牌 · 命令
const INSTRUMENT_AFTER = /[ \t\u3000]{0,3}(令|公告|通告)(?![牌栏])/uy;
const DASH = /[-－—]/u;
const OLDEST_TWO_DIGIT_YEAR = 49;

const WIDE_OR_SPACED = /[\s\u3000０-９Ａ-Ｚａ-ｚ]/u;

function compact(text: string): string {
  if (!WIDE_OR_SPACED.test(text)) return text;
  return withoutSpaces(text.replace(/[０-９Ａ-Ｚａ-ｚ]/gu, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0)));
}

function yearOf(printed: string): number | null {
  const digits = compact(printed);
  const year = parseChineseNumber(digits.includes('O') ? digits.replace(/O/gu, '〇') : digits);
  if (year === null) return null;
  if (year < 100) return year >= OLDEST_TWO_DIGIT_YEAR ? 1900 + year : null;
  return year >= 1900 && year <= 2100 ? year : null;
}

/** The 令, 公告 or 通告 that the words before a number end in. */
function instrumentBefore(code: string): string | null {
  const last = code.charAt(code.length - 1);
  return last === '令' || last === '告' ? (INSTRUMENT_BEFORE.exec(code)?.[1] ?? null) : null;
}

function formOf(shape: NumberReading['shape'], code: string, instrument: string | null): DocumentNumber['form'] {
  if (shape === 'year-first') return 'other';
  if (instrument === null) return shape === 'bracketed' && code !== '' ? 'agency' : 'other';
  return instrument === '令' ? 'order' : 'announcement';
}

// Must match: 新政办发      Must not: 农（牧）函字 · GB
const HAN_ALONE = /^[\u4e00-\u9fff]*$/;

/** Folds the code for comparison: 中华人民共和国国务院令 and 国令 are one. */
function keyOfCode(code: string, instrument: string | null, home: Region | null): string {
  if (instrument === null) return HAN_ALONE.test(code) ? code : code.replace(/[()（）]/gu, '').toUpperCase();
  const names: string[] = [];
  for (const printed of code.slice(0, -instrument.length).split('、'))
    for (const name of jointAuthorities(printed)) names.push(canonicalAuthority(name, home));
  return names.join('、') + instrument;
}

/** Joint authorities keep a 、 between them; other spaces go: 财政部 税务总局公告 → 财政部、税务总局公告. */
function joinCode(code: string, instrument: string | null): string {
  if (!WIDE_OR_SPACED.test(code)) return code;
  const joined =
    instrument === null ? code : code.trim().replace(/(?<=[部委局署院会行厅府])[\s\u3000]+(?=\S{3})/gu, '、');
  return compact(joined);
}

interface NumberParts {
  reading: NumberReading;
  code: string;
  instrumentAfter: string | null;
  home: Region | null;
}

function makeNumber({ reading, code, instrumentAfter, home }: NumberParts): DocumentNumber | null {
  const year = reading.year === null ? null : yearOf(reading.year);
  const serialText = compact(reading.serial);
  const serials = DASH.test(serialText) ? serialText.split(DASH).map(parseChineseNumber) : null;
  const serial = serials ? (serials[0] ?? null) : parseChineseNumber(serialText);
  if (serial === null || (reading.year !== null && year === null)) return null;

  const instrument = instrumentBefore(code) ?? instrumentAfter;
  const fullCode = code + (instrumentAfter ?? '');
  return {
    text: spellingOf(reading, code, `${reading.ordinal ? '第' : ''}${serialText}号${instrumentAfter ?? ''}`),
    key: `${keyOfCode(fullCode, instrument, home)}|${year ?? reading.session ?? ''}|${serials?.join('-') ?? serial}`,
    form: formOf(reading.shape, code, instrument),
    code: fullCode === '' ? null : fullCode,
    year,
    serial,
  };
}

/** `tail`: the serial with what is printed around it. */
function spellingOf({ shape, year, session }: NumberReading, code: string, tail: string): string {
  const printedYear = session ?? compact(year ?? '');
  switch (shape) {
    case 'year-first':
      return `〔${printedYear}〕${code}${tail}`;
    case 'bracketed':
      return `${code}〔${printedYear}〕${tail}`;
    case 'yeared':
      return `${code}${printedYear}年${tail}`;
    case 'serial':
      return code + tail;
  }
}

/** The number that ends in the 号 at `at`, with the 令 or 公告 that may follow. `whole`: the text is one number, so all before it is code. */
function numberAt(text: string, at: number, whole: boolean, home: Region | null): FoundNumber | null {
  const reading = readNumberBefore(text, at);
  if (!reading) return null;
  const { code: run, dropped } =
    whole || reading.shape === 'year-first'
      ? { code: reading.code, dropped: 0 }
      : trimCode(reading.code, text.charAt(reading.start - 1));
  const before = instrumentBefore(run.trim());
  const code = joinCode(run, before);
  let end = at + 1;
  let instrumentAfter: string | null = null;
  if (reading.opened) {
    if (before === null || !/[）)]/u.test(text.charAt(end))) return null;
    end += 1;
  } else if (before === null && (reading.shape === 'yeared' || reading.shape === 'serial')) {
    INSTRUMENT_AFTER.lastIndex = end;
    instrumentAfter = INSTRUMENT_AFTER.exec(text)?.[1] ?? null;
    if (instrumentAfter !== null) end = INSTRUMENT_AFTER.lastIndex;
    else if (!whole && (reading.shape === 'serial' || code.endsWith('公报'))) return null;
  }
  // 〔2019〕第4号 stands under 达州市达川区人民政府公告, which is its code.
  if (reading.shape === 'bracketed' && code === '' && !(whole && reading.ordinal)) return null;
  const number = makeNumber({ reading, code, instrumentAfter, home });
  const spaces = run.length - run.trimStart().length;
  return number && { number, start: reading.start + dropped + spaces, end };
}

// Must match (behind 甲政发〔2010〕1号): 、2号 · 和5号 · 、〔2011〕7号 · 、2017年第20号 · 和第220号
// Must not:   、2号楼 · 和3号线 · 、第二次
const NEXT_SERIAL =
  /(?:[、，,和及与]|以及)[ \t\u3000]?(?:[〔[（(［]([12][0-9]{3})[〕\]）)］]|([12][0-9]{3})年(?=第))?(第?[0-9０-９]{1,5})号(?=文|[、，,。；;）)和及与的]|同时|废止|停止|等|$)/uy;
// What the next serial begins with.
const GOES_ON = /[、，,和及与以]/u;
const OWN_SERIAL = /第?[0-9０-９〇○零一二三四五六七八九十百-]{1,9}号(?:令|公告|通告)?$/u;
// Must match: 财政部公告2016年第23号      Must not: 财政部公告2016年
const YEAR_OF_SERIAL = /[12][0-9]{3}年(?=第[^第年]*$)/u;
const OWN_YEAR = /〔[0-9０-９]{2,4}〕(?=[^〔〕]*$)/u;

/** The number that shares the code, and the year unless it prints its own, of the one right before it: 甲政发〔2010〕1号、|2号. */
function sharedNumber(text: string, before: FoundNumber, home: Region | null): FoundNumber | null {
  if (!GOES_ON.test(text.charAt(before.end))) return null;
  NEXT_SERIAL.lastIndex = before.end;
  const match = NEXT_SERIAL.exec(text);
  if (!match || before.number.code === null) return null;
  const [raw, bracketed, yeared, serial = ''] = match;
  const year = bracketed ?? yeared;
  // 交公路发〔2010〕1号、2017年第20号 share nothing.
  const printed = yeared === undefined ? OWN_YEAR : YEAR_OF_SERIAL;
  const { text: own } = before.number;
  if (year !== undefined && !printed.test(own)) return null;
  const whole = year === undefined ? own : own.replace(printed, yeared === undefined ? `〔${year}〕` : `${year}年`);
  const number = parseDocumentNumber(whole.replace(OWN_SERIAL, `${serial}号`), home);
  const end = NEXT_SERIAL.lastIndex;
  return number && { number, start: end - raw.length + raw.search(/[〔[（(［第0-9０-９]/u), end };
}

/**
 * Every document number printed in a text, in order, with offsets into `text`; of 甲政发〔2010〕1号、2号 both. Each 号 is looked at once.
 * `home`: the publisher's region, for the keys of 自治区人民政府令.
 */
export function findDocumentNumbers(text: string, home: Region | null = null): FoundNumber[] {
  const found: FoundNumber[] = [];
  let last = 0;
  for (let at = text.indexOf('号'); at >= 0; at = text.indexOf('号', Math.max(at + 1, last))) {
    let number = numberAt(text, at, false, home);
    if (number && number.start < last) number = behind(last, numberAt(text.slice(last), at - last, false, home));
    for (; number; number = sharedNumber(text, number, home)) {
      found.push(number);
      last = number.end;
    }
  }
  return found;
}

/** A number found in the rest of a text, with its place in the whole: what stands before belongs to the number before (第23号公告、|2017年第20号公告). */
function behind(offset: number, found: FoundNumber | null): FoundNumber | null {
  return found && { ...found, start: found.start + offset, end: found.end + offset };
}

const SPACES = /\s/;

/**
 * Reads a whole string as one document number, in any spelling (新政办发[2024]43号, 新政办发2024 43, 第239号令, （国发〔2019〕5号）, 〔2019年第45号〕);
 * null when it is none or has anything else in it. `home` as for findDocumentNumbers.
 */
export function parseDocumentNumber(text: string, home: Region | null = null): DocumentNumber | null {
  if (text.length > 96) return null;
  let bare = SPACES.test(text) ? text.replace(/\s+/gu, ' ').trim() : text;
  if (/^[（(][^（()）]*[〔[［第年令告][^（()）]*[）)]$|^〔[^〔〕]*第[^〔〕]*〕$/u.test(bare))
    bare = bare.slice(1, -1).trim();
  const at = bare.lastIndexOf('号');
  const found = at < 0 ? null : numberAt(bare, at, true, home);
  if (found) return found.start === 0 && found.end === bare.length ? found.number : null;
  const reading = readTypedNumber(bare.replace(/号$/u, ''));
  return reading && makeNumber({ reading, code: compact(reading.code), instrumentAfter: null, home });
}

/** The key that is equal for every spelling of a number; null when the text is no number. `home` as for findDocumentNumbers. */
export function documentNumberKey(text: string, home: Region | null = null): string | null {
  return parseDocumentNumber(text, home)?.key ?? null;
}
