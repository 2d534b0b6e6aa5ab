/** One line of a filing catalogue: a heading over entries, or the line that ends an entry with its day and number. */
import type { MappedText } from '../model/mapped-text.ts';
import type { IsoDate } from '../model/span.ts';
import { parseChineseNumber } from '../text/chinese-numerals.ts';
import { parseNumberLine } from '../structure/number-line.ts';
import { readLabel } from '../structure/read-label.ts';
import { findDates } from '../text/dates.ts';
import { findDocumentNumbers } from '../text/document-number.ts';
import { slice } from '../text/mapped-text.ts';
import { withoutSpaces } from '../text/spaces.ts';
import { endsInBody } from './signer.ts';

export interface GroupHeading {
  name: string;
  declared: number | null;
  /** How deep its label stands: 0 for 一、, 1 for （一）, null without label. */
  depth: number | null;
}

// Must match: 乌鲁木齐市（5件） · 自治区民族事务委员会（宗教事务局）（2件） · 喀什地区 (1件) · 自治区教育厅 4件 · 县（区）人民政府（共2件）      Must not: 关于废止《…》等4件政府规章的决定 · 目录（共28件）
const COUNTED =
  /^([^，。；：《]{2,40}?)\s{0,4}(?:[（(]\s?共?|(?<![共计\d一二三四五六七八九十百]))\s?(\d{1,4}|[一二三四五六七八九十百]{1,5})\s?件\s?[）)]?$/u;
const NO_NAME = /[共计]$|目录$|^(?:以上|总|合)/u;
const LONGEST_HEADING = 60;
const DEPTHS = new Map([
  ['comma', 0],
  ['bracket', 1],
]);

/** 一、 or （一） of a heading and the words behind it. */
function readDepth(text: string): { depth: number | null; words: string } {
  const label = readLabel(text);
  const depth = DEPTHS.get(label?.kind ?? '') ?? null;
  return { depth, words: depth === null || !label ? text : text.slice(label.end).trim() };
}

/** The group that a line opens with its count; null when it opens none. */
export function groupHeading(text: string): GroupHeading | null {
  if (text.length > LONGEST_HEADING || !text.includes('件')) return null;
  const { depth, words } = readDepth(text);
  const match = COUNTED.exec(words);
  const name = match?.[1]?.trim() ?? '';
  if (!match || NO_NAME.test(name) || (depth === null && name.endsWith('文件'))) return null;
  return { name, declared: parseChineseNumber(match[2] ?? ''), depth };
}

// Must match: 南明县人民政府 · 市公安局 · 江州市 · 州（市）人民政府 · 省级部门 · 市直单位      Must not: 关于印发《…》的通知 · 做好备案工作
const BODY_OR_PLACE = /(?:[省市县区州盟旗镇]|部门|单位|机构|机关)(?:[（(][^（）()]{1,16}[）)])?$/u;
// Must match: 市政府各部门 · 市直单位      Must not: 江州市
const KIND_OF_BODIES = /.(?:部门|单位|机构|机关)$/u;
// What stands in no label; in round brackets it may stand behind a body.
const NAMES_A_TEXT = /[《》]|关于|通知|公告|通告/u;
const HAS_ROUND = /[（(]/u;
const NO_BODY = /[，。；：《》、]|关于|通知|公告|通告/u;

/**
 * The group that a line without a count opens: the name of a body, a place or a kind of bodies behind 一、 or （一）; without label the name
 * of a body. Whether such a line stands over entries is for its neighbours to say.
 */
export function plainHeading(text: string): GroupHeading | null {
  if (text.length > LONGEST_HEADING || (NAMES_A_TEXT.test(text) && !HAS_ROUND.test(text))) return null;
  const { depth, words } = readDepth(text);
  const name = withoutSpaces(words);
  if (name.length < 2 || NO_BODY.test(name.replace(/[（(][^（）()]*[）)]/gu, ''))) return null;
  const names = depth === null ? KIND_OF_BODIES : BODY_OR_PLACE;
  return endsInBody(name) || names.test(name) ? { name, declared: null, depth } : null;
}

export interface EntryLine {
  documentNumber: string | null;
  date: IsoDate | null;
  /** The title that stands on the same line, when it does. */
  title: ((content: MappedText) => MappedText) | null;
}

const FRAME = /^[\s\u3000，,、；;（()）|\t。]*$/u;
// Must match (behind day and number): ） · 印发） · 印发，备案号：SXGF-2020-001      Must not: 起施行）
const FRAME_BEHIND =
  /^(?:印发|公布|发布|制发)?[\s\u3000，,、；;（()）|\t。]*(?:备案(?:登记)?编?号[：:]?\s?[A-Za-z\d〔〕[\]\-—]{2,30}号?[）)。；;]{0,2})?$/u;
// Must match (before a title): 宝川市人民政府：《      Must not: 关于印发：
const MAKER_BEFORE = /^([^，。；：:《》]{2,40})[：:]\s?(?=《|关于)/u;
// Must match: 《东山区农村住房建设管理办法》      Must not: 《甲办法》和《乙办法》 · 关于印发《甲办法》的通知
const TITLE_IN_MARKS = /^《[^《》]+》$/u;
const ROW_NUMBER = /^\|?\s*(?:\d{1,4}\s*(?:[.、．|]|\t)|[（(]\d{1,4}[）)])\s*/u;
const TITLE_END = /[\s\u3000，,、；;（(|\t]+$/u;

/** Where a title begins behind the body whose document it is: 1.宝川市人民政府：《城市地下管线管理办法》. */
function behindMaker(text: string, from: number): number {
  const [before = '', maker = ''] = MAKER_BEFORE.exec(text.slice(from, from + 48)) ?? [];
  return endsInBody(maker) ? from + before.length : from;
}

/**
 * Reads a line that ends an entry: it holds a day and a number, and nothing else behind its title. Brackets may be missing.
 * Null for a line of a title or a group.
 */
export function readEntryLine(text: string): EntryLine | null {
  if (!text.includes('号') || (!text.includes('日') && !/\d[-./]\d/u.test(text))) return null;
  const date = findDates(text).at(-1);
  const found = date && findDocumentNumbers(text).at(-1);
  if (!date || !found) return null;
  const start = Math.min(date.start, found.start);
  const between = text.slice(Math.min(date.end, found.end), Math.max(date.start, found.start));
  const behind = text.slice(Math.max(date.end, found.end));
  if (!FRAME.test(between) || !FRAME_BEHIND.test(behind)) return null;
  const from = behindMaker(text, ROW_NUMBER.exec(text)?.[0].length ?? 0);
  const to = from >= start ? start : from + text.slice(from, start).replace(TITLE_END, '').length;
  const marks = TITLE_IN_MARKS.test(text.slice(from, to)) ? 1 : 0;
  const hasTitle = to > from && !FRAME.test(text.slice(from, to));
  return {
    documentNumber: found.number.text,
    date: date.date,
    title: hasTitle ? (content) => slice(content, from + marks, to - marks) : null,
  };
}

const ENDS_UNDATED = /[）)。；;，,]$/u;
// Must match: 1.《南明县农村公路管理养护办法》（南府发〔2016〕5号） · （2）关于…的通告（筑公通〔2016〕11号）； · 《…办法》（…〔2016〕2号）
// Must not: （南府发〔2016〕3号） · 根据《…办法》（省政府令第218号）
const UNDATED =
  /^(?:[（(]?\d{1,4}[）)]?[.．、]?\s{0,2}|(?=《))([^。；]{4,200}?)\s{0,2}[（(]([^（()）]{4,40}号)[）)][。；;，,]?$/u;

/** Reads a line that is a whole entry without its day: serial, title, and the number in brackets. Null for any other line. */
export function readUndatedLine(text: string): EntryLine | null {
  const match = text.includes('号') ? UNDATED.exec(text) : null;
  const [, title = '', number = ''] = match ?? [];
  const found = parseNumberLine(number);
  if (!match || !found) return null;
  const start = text.indexOf(title);
  const marks = TITLE_IN_MARKS.test(title) ? 1 : 0;
  return {
    documentNumber: found.text,
    date: null,
    title: (content) => slice(content, start + marks, start + title.length - marks),
  };
}

/** Whether the last line of an entry without its day can end so: with the bracket behind its number, or a mark. */
export function mayEndUndated(text: string): boolean {
  return ENDS_UNDATED.test(text.slice(-1));
}

/** Whether a line opens an entry by its serial (1. · （2） · 3、) or by its title in 《》. */
export function opensWithSerial(text: string): boolean {
  return text.startsWith('《') || ROW_NUMBER.test(text);
}

/** A line of a title without the serial before it. */
export function withoutSerial(content: MappedText): MappedText {
  return slice(content, ROW_NUMBER.exec(content.text)?.[0].length ?? 0);
}
