/**
 * Rows that lost the spaces between their cells: `1市水利局赣北市农业用水价格管理办法赣北水规〔2020〕1号2020年7月8日` under the head
 * `序号制定机关文件名称文号公布日期`. The head tells the order, forms and the endings of titles and bodies where a cell ends.
 */
import type { MappedText } from '../../model/mapped-text.ts';
import { findDates } from '../../text/dates.ts';
import { findDocumentNumbers, parseDocumentNumber } from '../../text/document-number.ts';
import { slice } from '../../text/mapped-text.ts';
import { roleOfHead } from './catalogue-columns.ts';
import type { ColumnRole } from './catalogue-columns.ts';
import type { CatalogueRecord } from './catalogue-record.ts';
import { namesBody } from './catalogue-values.ts';
import { endsAsTitle } from '../title-ending.ts';

const SHORTEST_HEAD = 8;
const LONGEST_HEAD = 40;
const LONGEST_WORD = 8;
const FEWEST_WORDS = 4;
const HAN_ALONE = /^[\u4e00-\u9fff]+$/u;
const SERIAL = /^\d{1,4}/u;
const SHORTEST_BODY = 3;
const OFFICE = /^(?:办公厅|办公室)/u;
const BRACKET = /[〔[［（(]\d{4}/u;

/** The roles of a head's words that stand without spaces, in order; null for a line that is none. Each role stands once. */
export function gluedHead(text: string): ColumnRole[] | null {
  if (text.length < SHORTEST_HEAD || text.length > LONGEST_HEAD || !text.startsWith('序号') || !HAN_ALONE.test(text))
    return null;
  const roles = rolesFrom(text, 0, new Set());
  return roles && roles.length >= FEWEST_WORDS && roles.includes('title') && roles.includes('number') ? roles : null;
}

/** The reading of a head from `from` on with long words first, in which no role stands twice. */
function rolesFrom(text: string, from: number, taken: ReadonlySet<ColumnRole>): ColumnRole[] | null {
  if (from === text.length) return [];
  for (let length = 2; length <= LONGEST_WORD && from + length <= text.length; length += 1) {
    const role = roleOfHead(text.slice(from, from + length))?.role;
    if (role === undefined || taken.has(role)) continue;
    const rest = rolesFrom(text, from + length, new Set([...taken, role]));
    if (rest) return [role, ...rest];
  }
  return null;
}

/** Where a title ends at or behind `from`: at its last word before a number's code, 通告|浔府规〔2020〕3号. */
function titleEnd(text: string, from: number): number | null {
  const bracket = text.slice(from).search(BRACKET);
  if (bracket < 0) return endsAsTitle(text.slice(0, from)) ? from : null;
  for (let at = from; at <= from + bracket - 2; at += 1) if (endsAsTitle(text.slice(0, at))) return at;
  return null;
}

/** How long the body is that a text begins with; 0 for none. */
function bodyLength(text: string): number {
  for (let length = SHORTEST_BODY; length < text.length; length += 1) {
    if (!namesBody(text.slice(0, length))) continue;
    return length + (OFFICE.exec(text.slice(length))?.[0].length ?? 0);
  }
  return 0;
}

/** A line as a row under such a head; null for a line that is none: it begins with its serial, its number stands behind its title. */
export function readGluedRow(content: MappedText, roles: readonly ColumnRole[]): CatalogueRecord | null {
  const { text } = content;
  const serial = SERIAL.exec(text)?.[0].length ?? 0;
  const found = findDocumentNumbers(text)[0];
  if (serial === 0 || !found || roles.indexOf('number') < roles.indexOf('title')) return null;
  const end = titleEnd(text, found.start);
  const number = end === null ? null : parseDocumentNumber(text.slice(end, found.end));
  if (end === null || !number) return null;
  const isBodyFirst = roles.includes('maker') && roles.indexOf('maker') < roles.indexOf('title');
  const body = isBodyFirst ? bodyLength(text.slice(serial, end)) : 0;
  if (serial + body >= end) return null;
  const day = roles.includes('day') ? findDates(text.slice(found.end))[0] : undefined;
  return {
    title: slice(content, serial + body, end),
    maker: body > 0 ? slice(content, serial, serial + body) : null,
    documentNumber: number.text,
    date: day?.date ?? null,
    isLabelled: false,
  };
}
