/**
 * The shapes of a document number, read backwards from its 号: 新政办发〔2024〕43, 令2018年第2, 国务院令第683,
 * （1990）农（牧）函字第4. Backwards, because the 号 is sure and where the code begins is not; each step looks at a few
 * characters only, so the cost of a 号 is bounded.
 */

/** How the characters before a 号 read. */
export interface NumberReading {
  shape: 'bracketed' | 'yeared' | 'serial' | 'year-first';
  /** What stands before year or serial, running text before the code included. */
  code: string;
  year: string | null;
  /** 十五届 of 公告〔十五届〕第52号: an assembly counts by its sessions, not by years. */
  session: string | null;
  /** Whether 第 is printed before the serial. */
  ordinal: boolean;
  serial: string;
  /** 公告（第55号）, 交通运输部令（2023年第2号）: the serial stands in brackets of its own. */
  opened: boolean;
  /** Offset of `code` (of the opening bracket for `year-first`) in the text. */
  start: number;
}

const OPEN = '〔[［（(〖【｛{〈<﹝„';
const CLOSE = '〕]］）)〗】｝}〉>﹞‟';
const GAP = ' \t\u3000';
const GAP_LENGTH = 4;
const CODE_LENGTH = 48;
const SERIAL_LENGTH = 9;
const YEAR_FIRST_REACH = 14;

const isDigit = (c: string): boolean => (c >= '0' && c <= '9') || (c >= '０' && c <= '９');
const isYearDigit = (c: string): boolean => isDigit(c) || (c !== '' && '〇○零ＯO一二三四五六七八九'.includes(c));
const isNumeral = (c: string): boolean => c !== '' && '〇○零一二三四五六七八九十百千'.includes(c);
const isHan = (c: string): boolean => (c >= '\u3400' && c <= '\u9fff') || c === '〇';
const isLetter = (c: string): boolean =>
  (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= 'Ａ' && c <= 'Ｚ') || (c >= 'ａ' && c <= 'ｚ');
const isCode = (c: string): boolean => isHan(c) || isLetter(c) || c === '、' || isGap(c);
const isGap = (c: string): boolean => c !== '' && GAP.includes(c);
const isIn = (set: string, c: string): boolean => c !== '' && set.includes(c);

/** Walks back from `at` over at most `limit` characters that `test` accepts; returns where it stopped. */
function back(text: string, at: number, limit: number, test: (c: string) => boolean): number {
  let from = at;
  while (from > 0 && at - from < limit && test(text.charAt(from - 1))) from -= 1;
  return from;
}

const overGap = (text: string, at: number): number => back(text, at, GAP_LENGTH, isGap);

/** The year that ends at `at`: four digits of either kind, or (`short`) two Arabic ones. Its start, or null. */
function yearStart(text: string, at: number, short: boolean): number | null {
  const from = back(text, at, 5, isYearDigit);
  if (at - from === 4) return from;
  const two = back(text, at, 3, isDigit);
  return short && at - two === 2 ? two : null;
}

/** 43 of 〔2024〕43, 43-1, 二十二 of 第二十二: where the serial that ends at `at` begins, or null. */
function serialStart(text: string, at: number): number | null {
  const digits = back(text, at, 7, isDigit);
  if (at - digits > 6) return null;
  if (digits < at) {
    const dash = isIn('-－—', text.charAt(digits - 1)) ? back(text, digits - 1, 6, isDigit) : digits;
    return dash < digits - 1 ? dash : digits;
  }
  const numerals = back(text, at, SERIAL_LENGTH, isNumeral);
  return numerals < at && text.charAt(overGap(text, numerals) - 1) === '第' ? numerals : null;
}

// Must match (before the closing bracket): 十五届 · 第十一届      Must not: 二〇一五
const SESSION = /第?[一二三四五六七八九十]{1,3}届$/u;

/** The session in brackets that close at `at`: where it begins, or null. */
function sessionStart(text: string, at: number): number | null {
  const match = SESSION.exec(text.slice(Math.max(0, at - 5), at));
  return match ? at - match[0].length : null;
}

interface Tail {
  ordinal: boolean;
  serial: string;
  /** Where 第 or the serial begins. */
  start: number;
}

// Must match (before 〔1988〕6号): 法（办）发 · 财关税（字）函      Must not: 甲办法（试行）国发 · 财政厅（局）财税
const BRACKETED_DEPARTMENT = /[\u4e00-\u9fff]{1,4}[（(][\u4e00-\u9fff]{1,2}[）)][发函复字批办规]{1,2}$/u;

function codeBefore(text: string, at: number): { code: string; start: number } {
  const start = back(text, at, CODE_LENGTH, isCode);
  const department =
    at - start <= 2 && isIn('）)', text.charAt(start - 1))
      ? BRACKETED_DEPARTMENT.exec(text.slice(Math.max(0, start - 8), at))
      : null;
  const from = department ? at - department[0].length : start;
  return { code: text.slice(from, at), start: from };
}

// Must match: 新政办发〔2024〕 · 新政办发[2010] · 国发〔85〕 · 新政办发〔2024 (43) · 新政办发2024〕 · 公告〔十五届〕
// Must not:   车牌（二） · （2023年 (第39)
function readBracketed(text: string, tail: Tail): NumberReading | null {
  const at = overGap(text, tail.start);
  const closed = isIn(CLOSE, text.charAt(at - 1));
  let yearEnd = closed ? overGap(text, at - 1) : at;
  if (closed && text.charAt(yearEnd - 1) === '年') yearEnd = overGap(text, yearEnd - 1);
  const dated = yearStart(text, yearEnd, true);
  const from = dated ?? (closed && tail.ordinal ? sessionStart(text, yearEnd) : null);
  if (from === null) return null;
  const bracket = overGap(text, from);
  const opened = isIn(OPEN, text.charAt(bracket - 1));
  if (!opened && (dated === null || !(closed && yearEnd - from === 4 && isHan(text.charAt(bracket - 1))))) return null;
  const { code, start } = codeBefore(text, opened ? bracket - 1 : bracket);
  const printed = text.slice(from, yearEnd);
  const [year, session] = dated === null ? [null, printed] : [printed, null];
  return { shape: 'bracketed', code, year, session, ordinal: tail.ordinal, serial: tail.serial, opened: false, start };
}

// Must match: 交通运输部令2018年 · 国家发展改革委2010年 · 公告2019年 · 2023年 · 交通运输部令（2023年      Must not: 2024年3月
/** `closes`: a bracket closes behind the 号. */
function readYeared(text: string, tail: Tail, closes: boolean): NumberReading | null {
  const at = overGap(text, tail.start);
  if (text.charAt(at - 1) !== '年') return null;
  const yearEnd = overGap(text, at - 1);
  const from = yearStart(text, yearEnd, false);
  if (from === null) return null;
  const year = text.slice(from, yearEnd);
  const bracket = overGap(text, from);
  const inBrackets = isIn('（(', text.charAt(bracket - 1)) ? codeBefore(text, bracket - 1) : null;
  const opened = inBrackets !== null && closes && /[令告]$/u.test(inBrackets.code);
  const { code, start } = opened ? inBrackets : codeBefore(text, from);
  return { shape: 'yeared', code, year, session: null, ordinal: true, serial: tail.serial, opened, start };
}

// Must match (before 第5号 or 713号): （1990）农（牧）函字 · (84)卫药字 · （63）国经字      Must not: （2019）京01民终 · 税字
function readYearFirst(text: string, tail: Tail): NumberReading | null {
  if (text.charAt(tail.start - 1) !== '字') return null;
  for (let at = tail.start - 2; at > Math.max(0, tail.start - YEAR_FIRST_REACH); at -= 1) {
    if (!isIn(CLOSE, text.charAt(at - 1))) continue;
    const from = yearStart(text, at - 1, true);
    if (from === null || !isIn(OPEN, text.charAt(from - 1))) continue;
    const year = text.slice(from, at - 1);
    const code = text.slice(at, tail.start);
    const { ordinal, serial } = tail;
    return { shape: 'year-first', code, year, session: null, ordinal, serial, opened: false, start: from - 1 };
  }
  return null;
}

/** Reads the characters that end before the 号 at `at` as one of the printed shapes; null when they are no document number. */
export function readNumberBefore(text: string, at: number): NumberReading | null {
  const serialEnd = overGap(text, at);
  const from = serialStart(text, serialEnd);
  if (from === null) return null;
  const serial = text.slice(from, serialEnd);
  const mark = overGap(text, from);
  const ordinal = text.charAt(mark - 1) === '第';
  const tail: Tail = { ordinal, serial, start: ordinal ? mark - 1 : from };
  const bracketed = readBracketed(text, tail);
  const sign = text.charAt(mark - 1);
  if (bracketed || (!ordinal && sign !== '令' && sign !== '字')) return bracketed;
  const yeared = ordinal ? readYeared(text, tail, isIn('）)', text.charAt(at + 1))) : null;
  const dated = yeared ?? readYearFirst(text, tail);
  if (dated || sign === '字') return dated;
  const end = overGap(text, tail.start);
  const opened = isIn('（(', text.charAt(end - 1));
  const { code, start } = codeBefore(text, opened ? end - 1 : end);
  return { shape: 'serial', code, year: null, session: null, ordinal, serial, opened, start };
}

// Must match: 新政办发2024 43 · 新政办发 2024 43 · 新政办发〔2024〕43      Must not: 2024 43
const TYPED =
  /^([\u3400-\u9fffA-Za-z]{2,24}) ?[〔[［（(〖【]? ?([0-9０-９]{4}) ?[〕\]］）)〗】]?[ 年第]{0,3}([0-9０-９]{1,6}) ?$/u;

/** A number as people type it, without brackets or 号: 新政办发2024 43. */
export function readTypedNumber(text: string): NumberReading | null {
  const typed = TYPED.exec(text);
  if (!typed) return null;
  const [, code = '', year = '', serial = ''] = typed;
  return { shape: 'bracketed', code, year, session: null, ordinal: false, serial, opened: false, start: 0 };
}
