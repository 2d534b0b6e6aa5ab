import { toSimplified } from '../../ingest/text/simplified.ts';
import { addDays, addMonths, addYears, isoDate, parseDate } from '../../ingest/text/dates.ts';
import { parseChineseNumber } from '../../ingest/text/chinese-numerals.ts';
import { parseDocumentNumber } from '../../ingest/text/document-number.ts';
import { readAddress } from './provision-address.ts';
import type { DocumentNumber } from '../../ingest/text/document-number.ts';
import type { Reading } from './query.ts';

// Must match: 2024年43号 · 2024年第43号 · 〔2024〕43号 · 43号 · 第43号 · 2024 43号      Must not: 143号楼 · 2024年
const SERIAL = /^(?:[〔[［(（]?\s*([12][0-9]{3})\s*[〕\]］)）年]?\s*)?第?\s*([0-9]{1,6})\s*号$/u;
// Must match: 国务院令427号 · 主席令 42 号      Must not: 国务院令第427号 · 新政办发427号 · 部令2
const ORDER_WITHOUT_ORDINAL = /^(\p{Script=Han}{0,24}令)\s*([0-9]{1,6})\s*号$/u;
// Must match: 239号令 · 自治区政府239号令 · 第 239 号令      Must not: 239号 · 239号令牌
const ORDER_WITH_NUMBER_FIRST = /^(\p{Script=Han}{0,24}?)第?\s*([0-9]{1,6})\s*号\s*令$/u;
// Must match: 新政办发〔2024〕 · 新政办发[2024] · 新政办发〔2024      Must not: 〔2024〕 · 新政办发 · 新政办发2024
const SERIES = /^([\p{Script=Han}、]{2,24})\s*[〔[［(（]\s*([12][0-9]{3})\s*[〕\]］)）]?$/u;
// Must match: 《行政处罚法》      Must not: 《行政处罚法》第三十条 · 根据《行政处罚法》
const TITLE = /^《([^《》]+(?:《[^《》]*》[^《》]*)*)》?$/u;
// Must match: 2024年9月 · 2024-09      Must not: 3024年9月 · 2024年度 · 12024年9月 · 2024
const MONTH = /^((?:19|20)[0-9]{2})(?:\s*年\s*([0-9]{1,2})\s*月|[-./]([0-9]{1,2}))$/u;
// Must match: 20240913      Must not: 2024091 · 202409130
const DIGITS_OF_DAY = /^((?:19|20)[0-9]{2})([0-9]{2})([0-9]{2})$/u;
const YEAR = /^((?:19|20)[0-9]{2}|[一二][〇○零一二三四五六七八九]{3})\s*年?$/u;

const halfWidth = (text: string): string =>
  text.replace(/[０-９]/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));

/** What a whole query reads as, from its shape alone; null when it is plain text. */
export function readReading(input: string): Reading | null {
  const text = toSimplified(halfWidth(input.trim()));
  const number = readNumber(text);
  if (number && number.code !== null) return { kind: 'number', number };
  return readSerial(text) ?? readSeries(text) ?? readArticle(text) ?? readDate(text) ?? readTitle(text);
}

/** A document number as people type it: also 国务院令427号 and 239号令. */
export function readNumber(text: string): DocumentNumber | null {
  const known = parseDocumentNumber(text.replace(ORDER_WITHOUT_ORDINAL, '$1第$2号'));
  if (known) return known;
  const match = ORDER_WITH_NUMBER_FIRST.exec(text);
  if (!match) return null;
  const [, issuer = '', serial = ''] = match;
  return parseDocumentNumber(issuer === '' ? `第${serial}号令` : `${issuer}令第${serial}号`);
}

function readSerial(text: string): Reading | null {
  const match = SERIAL.exec(text);
  return match && { kind: 'serial', year: match[1] === undefined ? null : Number(match[1]), serial: Number(match[2]) };
}

function readSeries(text: string): Reading | null {
  const match = SERIES.exec(text);
  return match && { kind: 'series', code: match[1] ?? '', year: Number(match[2]) };
}

function readArticle(text: string): Reading | null {
  const found = readAddress(text);
  return found && { kind: 'article', address: found.address, of: found.before === '' ? null : found.before };
}

function readDate(text: string): Reading | null {
  const [, y, m, d] = DIGITS_OF_DAY.exec(text) ?? [];
  const day = y === undefined ? parseDate(text) : isoDate(Number(y), Number(m), Number(d));
  if (day !== null) return { kind: 'date', from: day, to: day, precision: 'day' };
  const month = MONTH.exec(text);
  const first = month && isoDate(Number(month[1]), Number(month[2] ?? month[3]), 1);
  if (first) return { kind: 'date', from: first, to: addDays(addMonths(first, 1), -1), precision: 'month' };
  const year = YEAR.exec(text)?.[1];
  const newYear = year === undefined ? null : isoDate(parseChineseNumber(year) ?? 0, 1, 1);
  if (newYear === null) return null;
  return { kind: 'date', from: newYear, to: addDays(addYears(newYear, 1), -1), precision: 'year' };
}

function readTitle(text: string): Reading | null {
  const title = TITLE.exec(text)?.[1]?.trim();
  return title === undefined || title === '' ? null : { kind: 'title', title };
}
