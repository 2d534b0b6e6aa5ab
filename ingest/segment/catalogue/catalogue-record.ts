/**
 * One entry of a filing catalogue in running text: its facts stand before and behind its title, in any order, in brackets or not, with
 * their names or without: `1.《城市停车管理办法》（海政规〔2020〕8号，2020年10月9日印发）`, `沪府规〔2023〕1号　关于…的通知　2023年1月30日`,
 * `文号：广府〔2018〕52号　公布日期：2018年7月3日`.
 */
import type { MappedText } from '../../model/mapped-text.ts';
import type { IsoDate } from '../../model/span.ts';
import { leavesOpen } from '../../text/characters.ts';
import { findDates } from '../../text/dates.ts';
import { findDocumentNumbers } from '../../text/document-number.ts';
import { slice } from '../../text/mapped-text.ts';
import type { ColumnRole } from './catalogue-columns.ts';
import { labelsIn } from './catalogue-labels.ts';
import { FRAME, OPENERS, Peeler } from './catalogue-peeler.ts';
import { dayOf, isRegisterNumber, namesBody, numberOf } from './catalogue-values.ts';
import { endsAsTitle } from '../title-ending.ts';

/** What a text says of one document; `title` is null for words that hold nothing but other facts. */
export interface CatalogueRecord {
  title: MappedText | null;
  maker: MappedText | null;
  documentNumber: string | null;
  date: IsoDate | null;
  /** Whether facts of it are printed behind their names: 文号：…. */
  isLabelled: boolean;
}

const LONGEST_RECORD = 400;
const HAN = /[\u3400-\u9fff]/u;
// Must match: 根据《甲办法》 · 现将 · 经审查      Must not: 根治欠薪办法
const OPENS_PROSE = /^(?:根据|按照|依据|依照|现将|经审查|其中|上述|以上)/u;
// Must match: 备案报告，格式见 · 市教育局印发的 · 依照      Must not: 关于划定禁养区的通告 · 若干意见
const ENDS_IN_PROSE = /(?:[的按依由自至于和与及经照据]|(?<!意)见|印发|公布)$/u;
const MARKED = /《[^《》]*》/gu;
// Must match: …办法》（晋政规〔2020〕7号，2020年10月9日）、《…规定》      Must not: 关于修改《甲办法》（江府发〔2018〕3号）的决定
const SEVERAL = /》[（(][^（）()]{4,60}号[^（）()]{0,20}[）)][、，,；;]/u;
const IN_MARKS = /^《[^《》]+》$/u;
// Must match: 宝川市人民政府：《 · 市教育局：关于
const MAKER_AND_COLON = /^([^，。；：:《》\s]{2,40})[：:]\s?(?=《|关于)/u;
// Must match: 市教育局《关于印发办法的通知》      Must not: 市教育局关于印发《办法》的通知
const MAKER_AND_MARKS = /^([^，。；：:《》\s]{2,40})(?=《.*》$)/u;
const FIRST_WORD = /^([^\s\u3000《》]{2,40})[\s\u3000]+(?=\S)/u;
const NEXT_WORD = /^[^\s\u3000]{2,40}?(?=关于|印发|转发|公布|发布|[\s\u3000])/u;

/** Where the title begins behind the name of the body whose document it is; 0 where none stands before it. */
function makerEnd(title: string): { name: number; end: number } {
  const named = MAKER_AND_COLON.exec(title) ?? MAKER_AND_MARKS.exec(title) ?? FIRST_WORD.exec(title);
  const name = named?.[1] ?? '';
  if (!named || !namesBody(name)) return { name: 0, end: 0 };
  // 财政部 税务总局关于印发…: two bodies of one title.
  const next = NEXT_WORD.exec(title.slice(named[0].length))?.[0] ?? '';
  const isJoint = /\s$/u.test(named[0]) && next !== name && namesBody(next);
  return isJoint ? { name: 0, end: 0 } : { name: name.length, end: named[0].length };
}

function isTitle(words: string, { hasSerial, hasDay, isApart, documentNumber }: Peeler): boolean {
  if (!HAN.test(words) || words.includes('。') || leavesOpen(words)) return false;
  if (OPENS_PROSE.test(words) || ENDS_IN_PROSE.test(words)) return false;
  const maker = MAKER_AND_COLON.exec(words)?.[1];
  if (/[：:]/u.test(words.replace(MARKED, '')) && !(maker !== undefined && namesBody(maker))) return false;
  if (SEVERAL.test(words)) return false;
  if (documentNumber !== null && isApart && (hasDay || hasSerial)) return true;
  return words.startsWith('《') || endsAsTitle(words);
}

/** Whether words can hold a fact of an entry at all: a number, a day, the name of a fact. */
function mayHoldFacts(text: string): boolean {
  return (
    text.includes('号') ||
    text.includes('日') ||
    text.startsWith('【') ||
    /\d[-./]\d/u.test(text) ||
    /[：:]/u.test(text)
  );
}

/**
 * Reads a text as one entry, or as facts of one without a title. Null for any other text: one that holds no fact, or in which something
 * else stands before or behind its title.
 */
export function readRecord(content: MappedText): CatalogueRecord | null {
  const { text } = content;
  if (text.length > LONGEST_RECORD || !mayHoldFacts(text)) return null;
  const labels = labelsIn(text);
  const peeler = new Peeler(text, labels[0]?.start ?? text.length);
  peeler.peel();
  const record: CatalogueRecord = {
    title: null,
    maker: peeler.maker && slice(content, peeler.maker.start, peeler.maker.end),
    documentNumber: peeler.documentNumber,
    date: peeler.date,
    isLabelled: labels.length > 0,
  };
  if (peeler.from < peeler.to) {
    const words = text.slice(peeler.from, peeler.to);
    if (!isTitle(words, peeler) && !(labels.length > 0 && endsAsTitle(words))) return null;
    const { name, end } = makerEnd(words);
    if (name > 0) record.maker = slice(content, peeler.from, peeler.from + name);
    record.title = withoutMarks(slice(content, peeler.from + end, peeler.to));
  }
  for (const [nth, label] of labels.entries())
    takeLabelled(record, label.role, trimmed(content, label.value, labels[nth + 1]?.start ?? text.length));
  const holdsFact = record.documentNumber !== null || peeler.hasDay || record.date !== null || record.isLabelled;
  return holdsFact ? record : null;
}

function withoutMarks(title: MappedText): MappedText {
  return IN_MARKS.test(title.text) ? slice(title, 1, title.text.length - 1) : title;
}

/** The words [from, to) without the marks and spaces around them. */
function trimmed(content: MappedText, from: number, to: number): MappedText {
  const { text } = content;
  let [start, end] = [from, to];
  while (start < end && FRAME.has(text.charAt(start)) && !OPENERS.has(text.charAt(start))) start += 1;
  while (
    end > start &&
    FRAME.has(text.charAt(end - 1)) &&
    leavesOpen(text.slice(start, end - 1)) === leavesOpen(text.slice(start, end))
  )
    end -= 1;
  return slice(content, start, end);
}

function firstNumber(text: string): string | null {
  return isRegisterNumber(text) ? null : (findDocumentNumbers(text)[0]?.number.text ?? null);
}

function takeLabelled(record: CatalogueRecord, role: ColumnRole, value: MappedText): void {
  if (value.text === '') return;
  if (role === 'title') record.title ??= withoutMarks(value);
  else if (role === 'maker') record.maker ??= value;
  else if (role === 'number') record.documentNumber ??= numberOf(value.text) ?? firstNumber(value.text);
  else if (role === 'day') record.date ??= dayOf(value.text) ?? findDates(value.text)[0]?.date ?? null;
}
