/**
 * The shape of one printed line, told from its first characters and its end alone, not from its neighbours:
 * `**第八条** 鼓励创新…` is an article, `新政办发〔2024〕43号` a number, `2024年8月30日` a date (Xinjiang 2024 no. 17-18).
 */
import { closingRound, opensRound } from '../text/brackets.ts';
import { parseChineseNumber } from '../text/chinese-numerals.ts';
import { parseDate } from '../text/dates.ts';
import type { PrintedLine } from '../text/lines.ts';
import { withoutSpaces } from '../text/spaces.ts';
import { parseNumberLine } from './number-line.ts';
import { readLabel } from './read-label.ts';
import type { LabelKind } from './read-label.ts';

export type ShapeKind =
  | LabelKind
  | 'blank'
  | 'furniture'
  | 'order'
  | 'number'
  | 'date'
  | 'annex_label'
  | 'annex_notice'
  | 'row'
  | 'imprint'
  | 'note'
  | 'text';

/** What a line looks like. `labelEnd`: where its text begins behind the label, 0 without label. */
export interface LineShape {
  kind: ShapeKind;
  labelEnd: number;
  /** [8], [120, 1], [2, 1, 1]; empty where no number is printed. */
  number: number[];
  /** False for a label with no space behind it: 第十八条本实施办法 may as well be a mention that begins a line. */
  spaced: boolean;
}

const plain = (kind: ShapeKind): LineShape => ({ kind, labelEnd: 0, number: [], spaced: true });

const BLANK = plain('blank');
const TEXT = plain('text');
const ROW = plain('row');
const DATE = plain('date');
const NUMBER = plain('number');
const ORDER = plain('order');
const NOTE = plain('note');
const IMPRINT = plain('imprint');

/** Of every line that is furniture. */
export const FURNITURE: LineShape = plain('furniture');

// Must match: 附件 · 附件2 · 附 件： · 附件 2 · 附录A · 附表一：      Must not: 附件：自治区特级教师名单 · 附则
const ANNEX_LABEL =
  /^附\s{0,4}[件表录图]?\s{0,2}([0-9０-９一二三四五六七八九十]{0,3}|[A-Z])(?:[-—][0-9]{1,2})?\s{0,2}[：:.．、]?$/u;
// Must match: 附件：1.自治区生产安全事故分级标准 · 附件1：分工表 · 附：名单 · 附件1.查验区界址点坐标      Must not: 附件中所列 · 附近居民
const ANNEX_NOTICE =
  /^附\s{0,4}(?:[件表录]\s{0,2}(?:[0-9０-９]{1,3}|[一二三四五六七八九十]{1,3})?(?:[-—][0-9]{1,2})?\s{0,2}[：:.．、]|[：:])\s{0,4}\S/u;
// Must match: 新疆维吾尔自治区人民政府令 · 商务部公告 · 令 · 公  告 · 中华人民共和国主席令      Must not: 责令 · 关于高污染燃料的公告 · 现予公告
const ORDER_LINE = /^(?!.*[，。；：、,;:关现责《])[^\d]{0,60}(?:令|公\s{0,4}告|通\s{0,4}告|决\s{0,4}议)$/u;
// Must match: 常德市人民政府办公室2022年4月20日印发 · 新疆维吾尔自治区人民政府办公厅　2024年8月9日印发      Must not: 2015年印发的《…》
const IMPRINT_LINE = /^[^，。；：《]{0,30}\d{4}\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日\s?印发$/u;
// Must match: 抄送：省委各部门，省军区。      Must not: 抄送有关单位
const COPIES_LINE = /^抄\s?送[：:]/u;
// Must match: 主题词：农业　补贴　通知      Must not: 主题词表
const SUBJECT_LINE = /^主\s?题\s?词\s?[：:]/u;
// Must match: (2007年11月30日新疆维吾尔自治区人民政府令第150号公布) · 2024年8月27日…令第238号修订) · （2018年5月24日 …会议通过） · 2021年9月1日 施行 · （…自2008年1月31日起施行。根据…《决定》修订。）
const NOTE_ENDING = /(?:公布|发布|通过|修正|修订|批准|施行|实施|印发|公告|备案|废止|修改|执行)(?:。?[）)])?$/u;
// Must match: …审判委员会第1850次会议通过，自2021年12月1日起施行　法释〔2021〕17号）      Must not: (2024年3月12日 乌政通规〔2024〕1号)
const NUMBERED_NOTE = /(?:通过|施行)[^（()）]{0,40}号[）)]$/u;
const NOTE_OPENING =
  /^(?:(?:[（(]\s{0,2}(?:根据|经|自)?|根据)\s{0,2}(?:[12]\d{3}|[一二][〇○零ＯO一二三四五六七八九]{3})\s{0,2}年|(?:[12]\d{3}|[一二][〇○零ＯO一二三四五六七八九]{3})\s{0,2}年\s{0,2}[\d一二三四五六七八九十]{1,2}\s{0,2}月\s{0,2}[\d一二三四五六七八九十]{1,3}\s{0,2}日)/u;
const LONGEST_SHORT = 64;

const OPENS_NOTE = '（(12一二根';
// Must match: （国发〔2019〕5号） · （第7号） · 国务院令（第774号）      Must not: 1.宗教活动管理暂行规定（新政发〔1990〕95号） · (2024年3月12日 乌政通规〔2024〕1号)
const BRACKETED_NUMBER = /^(?:[（(][^日]{2,40}|[^，。《\d]{2,40}(?:令|告)\s?[（(][^日（(]{2,16})号\s?[）)]$/u;
// Must match: 〔2019年第45号〕      Must not: 〔2019〕45号 · 〔省政府文件〕
const NUMBER_IN_CORNERS = /^〔[^〔〕]{3,20}号〕$/u;
const LONGEST_DATE = 24;
const LONGEST_NOTE = 400;

/** The shape of a line that is neither blank nor furniture. */
function shapeOf(text: string): LineShape {
  if (text.includes('\t') || isTableRow(text)) return ROW;
  const first = text.charAt(0);
  if (first === '附') {
    const shape = annexShape(text);
    if (shape) return shape;
  }
  if ((first === '抄' && COPIES_LINE.test(text)) || (first === '主' && SUBJECT_LINE.test(text))) return IMPRINT;
  const last = text.charAt(text.length - 1);
  if (text.length <= LONGEST_SHORT) {
    const shape = shortShape(text, last);
    if (shape) return shape;
  }
  const label = readLabel(text);
  if (label) return { kind: label.kind, labelEnd: label.end, number: label.number, spaced: label.spaced };
  return isTitleNote(text) ? NOTE : TEXT;
}

function shortShape(text: string, last: string): LineShape | null {
  switch (last) {
    case '〕':
      return NUMBER_IN_CORNERS.test(text) && isNumberLine(text) ? NUMBER : null;
    case '日':
    case '）':
    case ')':
      if (text.length <= LONGEST_DATE && text.includes('年') && isDateLine(bare(text))) return DATE;
      return last !== '日' && text.includes('号') && BRACKETED_NUMBER.test(text) && isNumberLine(text) ? NUMBER : null;
    case '号':
      return isNumberLine(text) ? NUMBER : null;
    case '发':
      return IMPRINT_LINE.test(text) ? IMPRINT : null;
    case '令':
    case '告':
    case '议':
      if (text.includes('号') && isNumberLine(text)) return NUMBER;
      return ORDER_LINE.test(text) ? ORDER : null;
    default:
      return null;
  }
}

/** Whether a text is a 题注: (2007年11月30日新疆维吾尔自治区人民政府令第150号公布). */
export function isTitleNote(text: string): boolean {
  return (
    text.length <= LONGEST_NOTE &&
    OPENS_NOTE.includes(text.charAt(0)) &&
    NOTE_OPENING.test(text) &&
    (NOTE_ENDING.test(text) || NUMBERED_NOTE.test(text)) &&
    (!text.includes('。') || isInOneBracket(text))
  );
}

/** Whether one pair of brackets holds all of a text: then its sentences are those of a note. */
function isInOneBracket(text: string): boolean {
  return opensRound(text.charAt(0)) && closingRound(text, 0) === text.length - 1;
}

// A table row in Markdown: | 序号 | 名称 |; in a drawn box two cells at least: │ 1 │ 名称 │, for a box of text is none.
function isTableRow(text: string): boolean {
  const bar = text.charAt(0);
  if (bar !== '|' && bar !== '│' && bar !== '┃') return false;
  return text.length > 2 && text.endsWith(bar) && (bar === '|' || text.indexOf(bar, 1) < text.length - 1);
}

function annexShape(text: string): LineShape | null {
  if (text.length <= 12) {
    const label = ANNEX_LABEL.exec(text);
    if (label) {
      const number = label[1] ? parseChineseNumber(label[1]) : null;
      return { kind: 'annex_label', labelEnd: text.length, number: number === null ? [] : [number], spaced: true };
    }
  }
  return ANNEX_NOTICE.test(text) ? plain('annex_notice') : null;
}

const bare = (text: string): string => withoutSpaces(text.replace(/^[（(]|[）)]$/gu, ''));

// A day that no calendar has is still a date line: 2024年2月30日. It gets its warning where the date is read.
const MISPRINTED =
  /^(?:\d{4}|[〇○零ＯO一二三四五六七八九十]{4})年[\d一二三四五六七八九十]{1,2}月[\d一二三四五六七八九十廿卅]{1,3}日$/u;
function isDateLine(text: string): boolean {
  return parseDate(text) !== null || MISPRINTED.test(text);
}

function isNumberLine(text: string): boolean {
  return parseNumberLine(text) !== null;
}

/** The shape of a printed line. `furniture`: the line was seen to be page furniture. */
export function classifyLine(line: PrintedLine, furniture: boolean): LineShape {
  if (line.text === '') return BLANK;
  return furniture ? FURNITURE : shapeOf(line.text);
}
