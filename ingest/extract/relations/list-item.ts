/**
 * One item of a list of documents: 三、自治区实施《国家赔偿费用管理办法》若干规定（1996年4月23日自治区人民政府令第57号发布），
 * a table row 12⇥新政发〔1990〕95号⇥…暂行规定, or a whole table run together by conversion.
 */
import { closingRound, opensRound } from '../../text/brackets.ts';
import type { Region } from '../../text/authority-names.ts';
import { findDates } from '../../text/dates.ts';
import { findDocumentNumbers } from '../../text/document-number.ts';
import type { FoundNumber } from '../../text/document-number.ts';
import { isCitableTitle } from '../document-types.ts';
import { closingTitle } from '../behind-title.ts';
import { mentionOf, numbersOf } from '../mention.ts';
import type { Mention } from '../mention.ts';

// What stands before a document in a list, or nothing: 一、 · （三） · 12. · 12、 · 12⇥ · - 1. · 第三项, but not the year of 2024年度甲计划
const LABEL =
  /^[\s\u3000\-•·*|]*(?:(?:第?[一二三四五六七八九十百]{1,4}[、.．]|[（(][一二三四五六七八九十百0-9]{1,4}[）)][、.．]?|[0-9０-９]{1,4}(?:[、.．](?![0-9])|[\s\u3000|]+|(?=[\u4e00-\u9fff《“](?<!年)))|[①-⑳])[\s\u3000|]*)?/u;
const HEADER =
  /^(?:序\s?号|文\s?号|发文字号|文件字号|文件编号|文件名称|文件标题|规范性文件名称|名\s?称|标\s?题|备\s?注|制定机关|发文单位|发布(?:日期|机关)|印发日期|[\s\u3000|0-9])+/u;
const LONGEST_ITEM = 6000;

/** Length of the label before an item's text. */
export function labelLength(text: string): number {
  return LABEL.exec(text)?.[0].length ?? 0;
}

/** Takes one pair of outer 《》 off, when the title is wrapped as a whole. */
function unwrap(title: string): string {
  const bare = title
    .trim()
    .replace(/^[、，,：:|]+|[、，,；;。：:|（(]+$/gu, '')
    .trim();
  if (!bare.startsWith('《') || closingTitle(bare, 0) !== bare.length - 1) return bare;
  return bare.slice(1, -1);
}

const SHORTEST_TITLE = 4;

/** The title that a piece of an item is; null for what is too short to be one, unless 《》 show it: 《甲通知》. */
function titleIn(piece: string): string | null {
  const title = unwrap(piece);
  if (title.length >= SHORTEST_TITLE) return title;
  return piece.includes('《') && isCitableTitle(title) ? title : null;
}

/** The outermost round bracket before `limit` that holds a number or a day: where a title's history begins. */
function historyStart(
  text: string,
  from: number,
  numbers: readonly FoundNumber[],
): { open: number; close: number } | null {
  for (let at = from; at < text.length; at += 1) {
    if (!opensRound(text.charAt(at))) continue;
    const close = closingRound(text, at) ?? text.length;
    const holdsNumber = numbers.some((found) => found.start >= at && found.end <= close + 1);
    if (holdsNumber || findDates(text.slice(at, close)).length > 0) return { open: at, close };
    at = close;
  }
  return null;
}

// What is done with a document is not its title. Must match: 停止执行 · 文件同时废止      Must not: 关于废止甲办法的通知
const NO_TITLE = /^(?:文件|通知|公告)?(?:同时|一并|予以|即行|均)*(?:废止|失效|作废|停止执行|不再执行|停止施行)?$/u;

/** A document of a list by its title and what is printed with it; an empty title is none. */
function listed(title: string, numbers: readonly FoundNumber[], text: string, start: number, end: number): Mention {
  return mentionOf({ title: NO_TITLE.test(title) ? null : title, ...numbersOf(text, numbers), start, end });
}

/** Title before its bracketed history: X办法（1996年…令第57号发布 …修正）. */
function readTitleFirst(text: string, from: number, numbers: readonly FoundNumber[]): Mention | null {
  const history = historyStart(text, from, numbers);
  if (!history) return null;
  const title = titleIn(text.slice(from, history.open));
  const inside = numbers.filter((found) => found.start >= history.open && found.end <= history.close + 1);
  if (title === null || (inside.length === 0 && !isCitableTitle(title))) return null;
  return listed(title, inside, text, from, Math.min(text.length, history.close + 1));
}

/** A row of columns: the number in one, the title in the longest other. */
function readColumns(text: string, from: number, numbers: readonly FoundNumber[]): Mention | null {
  const [number, second] = numbers;
  if (!number || second) return null;
  const before = text.slice(from, number.start).replace(HEADER, '');
  const behind = text.slice(number.end).replace(/^[\s\u3000|、，,]+/u, '');
  const column = (part: string): string | null =>
    titleIn(part.split(/\t|\||\s{2,}|\u3000+/u).sort((a, b) => b.length - a.length)[0] ?? '');
  const titles = [column(before), column(behind)].filter((title) => title !== null);
  const title = titles.find(isCitableTitle) ?? titles[0];
  return title === undefined ? null : listed(title, numbers, text, from, text.length);
}

/** A table run together: 1闽岚综实管综〔2010〕13号关于…的通知2闽岚综实管综〔2011〕2号关于…, numbers before or behind their titles. */
function readRunOn(text: string, from: number, numbers: readonly FoundNumber[]): Mention[] {
  const [first] = numbers;
  if (!first) return [];
  const lead = unwrap(
    text
      .slice(from, first.start)
      .replace(HEADER, '')
      .replace(/[0-9\s]+$/u, ''),
  );
  const titleFirst = isCitableTitle(lead);
  return numbers.flatMap((number, at): Mention[] => {
    const previous = numbers[at - 1];
    const next = numbers[at + 1];
    const start = titleFirst ? (previous?.end ?? from) : number.start;
    const end = titleFirst ? number.end : (next?.start ?? text.length);
    const piece = titleFirst ? text.slice(start, number.start) : text.slice(number.end, end);
    const title = unwrap(
      piece.replace(/^[\s0-9.、|]+(?![0-9]*年)/u, '').replace(/[\s\u3000|]+.{0,8}$|[\s0-9.、|]+$/u, ''),
    );
    return [listed(title, [number], text, start, end)];
  });
}

/**
 * The documents that an item of a list names; empty when it names none. A title needs no 《》 here; a number, a history or the
 * shape of a title shows it. The whole title is kept: 新疆维吾尔自治区实施《土地复垦规定》办法, not the regulation in it.
 */
export function readListItem(text: string, home: Region | null): Mention[] {
  if (text.length > LONGEST_ITEM) return [];
  const from = labelLength(text);
  const numbers = findDocumentNumbers(text, home);
  const bracketed = readTitleFirst(text, from, numbers);
  if (bracketed) return [bracketed];
  if (numbers.length > 1) return readRunOn(text, from, numbers);
  const columns = readColumns(text, from, numbers);
  if (columns) return [columns];
  const title = titleIn(text.slice(from));
  const labelled = from > 0 || text.trimStart().startsWith('《');
  return numbers.length === 0 &&
    labelled &&
    title !== null &&
    title.length < 160 &&
    !/[。；，,](?=.)/u.test(title) &&
    isCitableTitle(title)
    ? [listed(title, [], text, from, text.length)]
    : [];
}
