/**
 * Labels at the head of a line: 第八条, 第一百二十条之一, 第一章, 一、, （三）, 1., （1）, ①, a), 2.1.1, 专栏3, ——.
 * Reads the text of one line, returns what label it opens with and what number that is.
 */
import { isSpace } from '../text/characters.ts';
import { parseChineseNumber } from '../text/chinese-numerals.ts';
import { withoutSpaces } from '../text/spaces.ts';

export type LabelKind =
  | 'part'
  | 'subpart'
  | 'chapter'
  | 'section'
  | 'article'
  | 'comma' /* 一、 */
  | 'bracket' /* （一） */
  | 'point' /* 1. */
  | 'round' /* （1） 1） */
  | 'circle' /* ① */
  | 'letter' /* a) */
  | 'decimal' /* 1.1 */
  | 'box' /* 专栏1 */
  | 'dash'; /* —— */

export interface Label {
  kind: LabelKind;
  /** Where the text behind the label begins. */
  end: number;
  number: number[];
  /** Whether a space, a mark of its own or the line's end closes the label. */
  spaced: boolean;
}

const NUMERAL = '[〇○零一二三四五六七八九十百千两0-9０-９]';
/** One numeral, its characters apart as scans print them: 十 一. */
const NUMERALS = `${NUMERAL}(?:\\s?${NUMERAL}){0,7}`;
// Must match: 第八条 · 第 八 条 · 第  八  条 · 第 十 一 条 · 第一百二十条之一 · 第18条 · 第 2-1 条      Must not: 第一线 · 第八款
const ARTICLE = new RegExp(
  `^第\\s{0,2}(${NUMERALS})(?:[-－]([0-9０-９]{1,2}))?\\s{0,2}条(?:\\s?之\\s?([一二三四五六七八九十]{1,3}|[0-9]{1,2}))?`,
  'u',
);
// Must match: 第一章 总则 · 第二分编 · 第三节　审查 · 第一章总则      Must not: 第一线 · 一章
const DIVISION = new RegExp(`^第\\s{0,2}(${NUMERALS})\\s{0,2}(分编|编|章|节)`, 'u');
// What follows 第八条 where it is mentioned, not begun: 第八条、第九条规定的 · 第三条第二款 · 第五条中的
// Must not match: 第二条中小企业就… · 第八条和解协议…
const MENTION =
  /^(?:[、，,。；;）)》]|[和或及与至到](?=[第本《前])|中(?=[的所规、，])|的|[款项](?=[的所规、，和第])|规定|所列|所称|之规定|第[一二三四五六七八九十\d]{1,3}[款项]|以及第|或者第)/u;
const SENTENCE = /[，。；：,;:？?！!]/u;
const LONGEST_DIVISION = 48;
const CIRCLES = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳';
// Must match: 一、 · 十二、 · 二十一． · 三.      Must not: 一是 · 1、
const COMMA = /^([一二三四五六七八九十百]{1,5})\s?[、．.]/u;
// Must match: 一、二、三级医疗机构 · 三、四线城市     Must not: 一、二手房的管理
const SERIES = /^[一二三四五六七八九十]、[一二三四五六七八九十]{1,2}(?:[、级类线号季楼层]|和|期)/u;
// Must match: （一） · (十二) · （ 三 ） · （二十一） · （ 十 一 ）      Must not: （一审）
const BRACKET = /^[（(]\s?([一二三四五六七八九十百](?:\s?[一二三四五六七八九十百]){0,4})\s?[)）]/u;
// What follows （一） where it is mentioned: （一）至（三）项最高额 · （二）项规定的 · （一）、（二）目所列      Must not: （一）和解协议 · （一）项目
const BRACKET_MENTION = /^\s?(?:[至、和及或与]\s?(?:第\s?)?[（(]|[项款目](?=[的所规、，至和或与]))/u;
// Must match: （1） · (12) · 1） · 12)      Must not: (2023年)
const ROUND = /^[（(]?\s?([0-9０-９]{1,3})\s?[)）]/u;
// Must match: a) · （b） · (c) · d） · A. 经营性收入 · b．其他      Must not: a.m. · PM2.5 · （WTO） · A类设备 · B.C.公司
const LETTER = /^(?:[（(]?\s?([a-zA-Z])\s?[)）]|([a-zA-Z])[.．]\s?(?=[\u4e00-\u9fff]))/u;
// Must match: 1. · 12．· 3、 · 1 . 肉牛 · 14.2017年度方案      Must not: 1.5亿元 · 12.3 · 2024.
const POINT = /^([0-9０-９]{1,3})\s?[.．、](?![0-9０-９](?![0-9]{3}年))/u;
// Must match: 1.1 · 2.1.1 · 4.4.2 · １.１      Must not: 0.38元 · 2024.3 · 15172.500
const DECIMAL = /^([1-9１-９][0-9]?)((?:[.．][1-9１-９][0-9]?){1,4})(?![0-9０-９.．%％])/u;
// Must match: 1 总则 · 7 预案管理 · 2　组织指挥体系      Must not: 3总则 · 123 总则
const BARE = /^([1-9][0-9]?)[\s\u3000]{1,4}(?=[\u4e00-\u9fff“《])/u;
// A figure with its unit, whose line was broken before it.
// Must match: 3 月 · 12 个 · 10 项目标 · 5 人以上      Must not: 8 名词术语 · 3 项目管理 · 5 人员保障
const BARE_UNIT =
  /^[1-9][0-9]?[\s\u3000]{1,4}(?!项目(?!标)|条件|人[员才力事]|家庭|名[称单录词]|日常|时间|周边|次生|年度|月度|台账)[年月日个只件项条名人元万亿时天周岁家位台套次倍米吨]/u;
// Must match: 专栏1 重点产业区域布局 · 专栏 三 · 专栏2：      Must not: 专栏作家
const BOX = /^专\s?栏\s?([0-9０-９]{1,2}|[一二三四五六七八九十]{1,3})/u;

function endOfSpace(text: string, at: number): number {
  let end = at;
  while (end < text.length && isSpace(text.charAt(end))) end += 1;
  return end;
}

function label(kind: LabelKind, text: string, length: number, number: (number | null)[], spaced = true): Label {
  const printed: number[] = [];
  for (const part of number) if (part !== null) printed.push(part);
  return { kind, end: endOfSpace(text, length), number: printed, spaced };
}

function afterOrdinal(text: string): Label | null {
  const article = ARTICLE.exec(text);
  if (article) {
    const end = endOfMark(text, article[0].length);
    const closed = end === text.length || isSpace(text.charAt(end)) || /[：:]/u.test(text.charAt(end - 1));
    const behind = text.slice(endOfSpace(text, end), end + 12);
    if (!closed && MENTION.test(behind)) return null;
    const inserted = article[2] ?? article[3];
    const number = [
      parseChineseNumber(withoutSpaces(article[1] ?? '')),
      inserted ? parseChineseNumber(inserted) : null,
    ];
    return label('article', text, end, number, closed && !MENTION.test(behind));
  }
  const division = text.length <= LONGEST_DIVISION ? DIVISION.exec(text) : null;
  if (!division || SENTENCE.test(text)) return null;
  const end = division[0].length;
  const closed = end === text.length || isSpace(text.charAt(end));
  if (!closed && MENTION.test(text.slice(end, end + 4))) return null;
  return label(
    divisionKind(division[2] ?? ''),
    text,
    end,
    [parseChineseNumber(withoutSpaces(division[1] ?? ''))],
    closed,
  );
}

// 第一条：为了… and 第一条、为了… are printed by some. Must not match: 、第九条规定的 · 、八十二条
const MARK = /^(?:[：:]|、(?!\s?[第《前一二三四五六七八九十0-9]))/u;
function endOfMark(text: string, end: number): number {
  return end + (MARK.exec(text.slice(end, end + 3))?.[0].length ?? 0);
}

function divisionKind(word: string): LabelKind {
  if (word === '编') return 'part';
  if (word === '分编') return 'subpart';
  return word === '章' ? 'chapter' : 'section';
}

function afterDigit(text: string): Label | null {
  const decimal = DECIMAL.exec(text);
  if (decimal) return decimalLabel(text, decimal[0]);
  const point = POINT.exec(text);
  if (point) return label('point', text, point[0].length, [parseChineseNumber(point[1] ?? '')]);
  const round = ROUND.exec(text);
  if (round) return label('round', text, round[0].length, [parseChineseNumber(round[1] ?? '')]);
  const bare = text.length <= LONGEST_DIVISION && !SENTENCE.test(text) ? BARE.exec(text) : null;
  return bare && !BARE_UNIT.test(text) ? label('decimal', text, bare[0].length, [Number(bare[1])]) : null;
}

// 3.5万元 at the head of a line is no label: behind a label stands a space or a word that no figure measures.
const MEASURE = /^(?:[万亿千百]?[元吨米人个户亩平公立千]|[%％‰倍个]|[—~-]\d)/u;

function decimalLabel(text: string, printed: string): Label | null {
  const rest = text.slice(printed.length);
  const bareRest = rest.replace(/^[.．、]/u, '');
  const spaced = bareRest === '' || isSpace(bareRest.charAt(0)) || bareRest !== rest;
  if (!spaced && (MEASURE.test(rest) || !/^[\u4e00-\u9fff“《（(]/u.test(rest))) return null;
  const number = printed.split(/[.．]/u).map((part) => parseChineseNumber(part));
  return label('decimal', text, printed.length + rest.length - bareRest.length, number, spaced);
}

function afterBracket(text: string): Label | null {
  const bracket = BRACKET.exec(text);
  if (bracket) {
    if (BRACKET_MENTION.test(text.slice(bracket[0].length, bracket[0].length + 6))) return null;
    return label('bracket', text, bracket[0].length, [parseChineseNumber(withoutSpaces(bracket[1] ?? ''))]);
  }
  const letter = LETTER.exec(text);
  if (letter) return letterLabel(text, letter);
  const round = ROUND.exec(text);
  return round ? label('round', text, round[0].length, [parseChineseNumber(round[1] ?? '')]) : null;
}

function letterLabel(text: string, [printed, closed, pointed]: RegExpExecArray): Label {
  const letter = (closed ?? pointed ?? 'a').toLowerCase();
  return label('letter', text, printed.length, [letter.charCodeAt(0) - 'a'.charCodeAt(0) + 1]);
}

/** The label that a line opens with; null when it opens with none. */
export function readLabel(text: string): Label | null {
  const first = text.charAt(0);
  const code = text.charCodeAt(0);
  if (first === '第') return afterOrdinal(text);
  if ((code >= 48 && code <= 57) || (code >= 0xff10 && code <= 0xff19)) return afterDigit(text);
  if (first === '（' || first === '(') return afterBracket(text);
  if ((code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a)) {
    const letter = LETTER.exec(text);
    return letter && letterLabel(text, letter);
  }
  if (code >= 0x2460 && code <= 0x2473) return label('circle', text, 1, [CIRCLES.indexOf(first) + 1]);
  if (first === '专') {
    const box = text.length <= LONGEST_DIVISION ? BOX.exec(text) : null;
    return box && !SENTENCE.test(text) ? label('box', text, box[0].length, [parseChineseNumber(box[1] ?? '')]) : null;
  }
  if (first === '—') return text.startsWith('——') ? label('dash', text, 2, []) : null;
  if ('一二三四五六七八九十百'.includes(first)) {
    const comma = COMMA.exec(text);
    if (comma && !SERIES.test(text)) return label('comma', text, comma[0].length, [parseChineseNumber(comma[1] ?? '')]);
  }
  return null;
}
