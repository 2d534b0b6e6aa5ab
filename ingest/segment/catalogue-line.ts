/** One line of a filing catalogue: a group with its count, or the line that ends an entry with its day and number. */
import type { MappedText } from '../model/mapped-text.ts';
import type { IsoDate } from '../model/span.ts';
import { parseChineseNumber } from '../text/chinese-numerals.ts';
import { parseNumberLine } from '../structure/number-line.ts';
import { findDates, parseDate } from '../text/dates.ts';
import { findDocumentNumbers } from '../text/document-number.ts';
import { slice } from '../text/mapped-text.ts';
import { longestCell, rowCells, spacedCells } from './row-cells.ts';
import { endsInBody } from './signer.ts';

export interface GroupHeading {
  name: string;
  declared: number | null;
}

// Must match: 乌鲁木齐市（5件） · 自治区民族事务委员会（宗教事务局）（2件） · 喀什地区 (1件) · 自治区教育厅 4件 · 一、县（区）人民政府（共2件）      Must not: 关于废止《…》等4件政府规章的决定 · 目录（共28件）
const GROUP =
  /^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)])?\s{0,2}([^，。；：《]{2,40}?)\s{0,4}(?:[（(]\s?共?|(?<![共计\d一二三四五六七八九十百]))\s?(\d{1,4}|[一二三四五六七八九十百]{1,5})\s?件\s?[）)]?$/u;

/** The group that a line opens; null when it opens none. */
export function groupHeading(text: string): GroupHeading | null {
  if (text.length > 60 || !text.includes('件')) return null;
  const match = GROUP.exec(text);
  const name = match?.[1]?.trim() ?? '';
  if (!match || /[共计]$|目录$|文件$|^(?:以上|总|合)/u.test(name)) return null;
  return { name, declared: parseChineseNumber(match[2] ?? '') };
}

export interface EntryLine {
  documentNumber: string | null;
  date: IsoDate | null;
  /** The title that stands on the same line, when it does. */
  title: ((content: MappedText) => MappedText) | null;
}

const FRAME = /^[\s\u3000，,、；;（()）|\t。]*$/u;
// Must match (behind day and number): ） · 印发）      Must not: 起施行）
const FRAME_BEHIND = /^(?:印发|公布|发布|制发)?[\s\u3000，,、；;（()）|\t。]*$/u;
// Must match: 《东山区农村住房建设管理办法》      Must not: 《甲办法》和《乙办法》 · 关于印发《甲办法》的通知
const TITLE_IN_MARKS = /^《[^《》]+》$/u;
const ROW_NUMBER = /^\|?\s*\d{1,4}\s*(?:[.、．|]|\t)\s*/u;
const TITLE_END = /[\s\u3000，,、；;（(|\t]+$/u;

/**
 * Reads a line that ends an entry: it holds a day and a number, and nothing else behind its title. Brackets may be missing.
 * Null for a line of a title or a group.
 */
export function readEntryLine(text: string): EntryLine | null {
  if (!text.includes('号') || (!text.includes('日') && !/\d[-./]\d/u.test(text))) return null;
  const dates = findDates(text);
  const date = dates.at(-1);
  const found = findDocumentNumbers(text).at(-1);
  if (!date || !found) return null;
  const start = Math.min(date.start, found.start);
  const between = text.slice(Math.min(date.end, found.end), Math.max(date.start, found.start));
  const behind = text.slice(Math.max(date.end, found.end));
  if (!FRAME.test(between) || !FRAME_BEHIND.test(behind)) return null;
  const from = ROW_NUMBER.exec(text)?.[0].length ?? 0;
  const to = from >= start ? start : from + text.slice(from, start).replace(TITLE_END, '').length;
  const marks = TITLE_IN_MARKS.test(text.slice(from, to)) ? 1 : 0;
  const hasTitle = to > from && !FRAME.test(text.slice(from, to));
  return {
    documentNumber: found.number.text,
    date: date.date,
    title: hasTitle ? (content) => slice(content, from + marks, to - marks) : null,
  };
}

/** A table row of a catalogue. */
export interface EntryRow extends Omit<EntryLine, 'title'> {
  title: MappedText | null;
  /** The body whose document it is, in a column of its own; null where no column names one. */
  maker: MappedText | null;
}

const FEWEST_SPACED = 4;
const HAN = /[\u3400-\u9fff]/u;

/**
 * Reads a table row of a catalogue, its columns in any order: the number is the cell that can be read as one, the day the cell that is
 * one, the maker a cell that is the name of a body, the title the longest of the rest that is written in words. Null for a row with
 * neither number nor day, the head of the table.
 */
export function readEntryRow(cells: readonly MappedText[]): EntryRow | null {
  if (cells.length < 2) return null;
  const number = cells.find(({ text }) => parseNumberLine(text) !== null);
  const day = cells.find(({ text }) => parseDate(compact(text)) !== null);
  if (!number && !day) return null;
  const words = cells.filter((cell) => cell !== number && cell !== day && HAN.test(cell.text));
  const bodies = words.filter(({ text }) => endsInBody(compact(text)));
  const title = longestCell(words.length > bodies.length ? words.filter((cell) => !bodies.includes(cell)) : words);
  return {
    documentNumber: number ? (parseNumberLine(number.text)?.text ?? null) : null,
    date: day ? parseDate(compact(day.text)) : null,
    title,
    maker: bodies.find((cell) => cell !== title) ?? null,
  };
}

/** The cells of a line of a catalogue: a row of a table, or a line whose columns stand apart by wide spaces. Null for any other line. */
export function catalogueCells(content: MappedText): MappedText[] | null {
  const cells = rowCells(content);
  if (cells) return cells;
  const spaced = spacedCells(content);
  return spaced.length >= FEWEST_SPACED && readEntryRow(spaced)?.date != null ? spaced : null;
}

const compact = (text: string): string => text.replace(/[\s\u3000]+/gu, '');
