/**
 * Titles over a text: which printed lines above a number, or below an order's number, an annex label or a signature, are the title.
 * `自治州贯彻落实《新疆维吾尔自治区安全` / `生产举报奖励办法》实施细则（试行）` (Yili 2024) is one title on two lines.
 */
import { AUTHORITY_ENDINGS } from '../text/authority-names.ts';
import { opensRound } from '../text/brackets.ts';
import { endsSentence, leavesOpen } from '../text/characters.ts';
import { foldText } from '../text/fold.ts';
import { isPrinted, nextPrinted } from './printed-text.ts';
import type { PrintedText } from './printed-text.ts';
import { endsInBody } from './signer.ts';
import { endsAsTitle } from './title-ending.ts';
import { NAMED_VALUE } from '../text/joining.ts';
import { withoutSpaces } from '../text/spaces.ts';

/** Lines [from, to) of a title. */
export interface TitleBlock {
  from: number;
  to: number;
}

const WIDEST = 64;
const MOST_LINES = 6;
const LONGEST = 160;
const FAR = 3;

// Must match: （试行） · (2023年版) · （修订稿） · （2021年3月） · （第二批）      Must not: （按姓氏笔画排名） · （2007年11月30日…公布）
const EDITION =
  /^[（(](?:试行|暂行|试点|修订|修订稿|修订版|修正|草案|节录|摘要|征求意见稿|第[一二三四五六七八九十\d]{1,3}批|\d{4}\s?年?(?:\s?\d{1,2}\s?月)?(?:修订)?[版本]?)[）)]$/u;
// Must match: （此件公开发布） · （按姓氏笔画排名）      Must not: （试行）的通知
const BRACKETED = /^[（(][^（()）]*[）)]$/u;
// Between these a title may hold any mark: 《关于深化改革，促进发展的意见》.
const QUOTED = /《[^》]{0,80}》|“[^”]{0,40}”|（[^）]{0,40}）|\([^)]{0,40}\)/gu;
const CLAUSE = /[，。；,;]/u;
// Must match: 统计公报[1] · 公报①      Must not: 通知〔2023〕
const FOOTNOTE = /(?:[[［〔]\d{1,2}[\]］〕]|[①-⑳])$/u;
// A title never ends with these: 关于印发《…办法》的 / 通　知.
const GOVERNS_NEXT = /(?:的|关于|印发|转发|批转|和|与|及|等)$/u;
const NOTHING_PROMISED: ReadonlySet<string> = new Set();
const TITLE_KINDS = new Set(['text', 'order']);

/** Whether words are a letterhead (浙江省人民政府文件 over a number) and no title (…废止的行政规范性文件和其他政策性文件). */
export function isLetterhead(words: string): boolean {
  if (!words.endsWith('件')) return false;
  const printed = withoutSpaces(words);
  const body = printed.replace(/文件$/u, '');
  return body !== printed && AUTHORITY_ENDINGS.some((ending) => body.endsWith(ending));
}

// Must match: 省人大常委会关于批准…的决定 · 国务院办公厅转发…意见的通知      Must not: 关于适用范围 · 《省政府关于…》
const ISSUES = /^([^《，。：]{2,60}?)(?:关于|印发|转发|批转)/u;

/** Whether a title names who issues it, before what it is about. */
export function namesIssuer(words: string): boolean {
  const issuer = withoutSpaces(ISSUES.exec(words)?.[1] ?? '');
  return issuer.length > 1 && endsInBody(issuer);
}

// Must match: 转发省乡镇企业局… · 关于印发… · 任　免　干　部      Must not: 省人民政府关于…
const LACKS_ISSUER = /^(?:关于|转发|批转|印发|任\s{0,3}免|(?:公布|发布)《)/u;

/** Whether a title, or the rest of one, opens with what is done and not with who does it. */
export function lacksIssuer(words: string): boolean {
  return LACKS_ISSUER.test(words);
}

/** Whether a line names one or more bodies and nothing else: 河北省人民政府办公厅 · 财政部　税务总局. */
export function isIssuer(words: string): boolean {
  return endsInBody(withoutSpaces(words)) && !/[，。；：、《]|关于/u.test(words);
}

/** The words of a title without the mark of a footnote behind them: 统计公报[1]. */
export function withoutFootnote(words: string): string {
  return words.replace(FOOTNOTE, '');
}

/** Whether a line may be part of a title: short, no sentence, no label, no date. */
export function isTitleLine(text: PrintedText, index: number): boolean {
  const line = text.lines[index];
  const shape = text.shapes[index];
  if (!line || !shape || line.width > WIDEST || !TITLE_KINDS.has(shape.kind)) return false;
  if (opensRound(line.text.charAt(0)) && BRACKETED.test(line.text) && !EDITION.test(line.text)) return false;
  const last = line.text.charAt(line.text.length - 1);
  if (endsSentence(line.text) && !/[）)》”]$/u.test(last)) return false;
  if (last === '，' || last === ',') return false;
  return !CLAUSE.test(line.text) || !CLAUSE.test(line.text.replace(QUOTED, ''));
}

/** The words of the lines [from, to) as printed. */
export function joinedLines(text: PrintedText, from: number, to: number): string {
  let words = '';
  for (let at = from; at < to; at += 1) if (isPrinted(text, at)) words += text.lines[at]?.text ?? '';
  return words;
}

/** The words of the lines [from, to), folded. */
export function foldedLines(text: PrintedText, from: number, to: number): string {
  return foldText(joinedLines(text, from, to));
}

/** Blank lines between two lines; a page end between them counts as one, however much stands at it. */
export function blankBetween(text: PrintedText, above: number, below: number): number {
  let blank = 0;
  for (let at = above + 1; at < below; at += 1) {
    const kind = text.shapes[at]?.kind;
    if (kind === 'furniture') return 1;
    if (kind === 'blank') blank += 1;
  }
  return blank;
}

/** Title lines above `index`, nearest first, as far as they may reach. */
function linesAbove(text: PrintedText, index: number, floor: number): number[] {
  const lines: number[] = [];
  let below = index;
  let length = 0;
  for (let at = index - 1; at >= floor && lines.length < MOST_LINES; at -= 1) {
    if (!isPrinted(text, at)) continue;
    if (!isTitleLine(text, at) || NAMED_VALUE.test(text.lines[at]?.text ?? '') || blankBetween(text, at, below) >= FAR)
      break;
    if (lines.length > 0 && blankBetween(text, at, below) >= 2) break;
    length += text.lines[at]?.text.length ?? 0;
    if (length > LONGEST) break;
    lines.push(at);
    below = at;
    // A Markdown heading opens the title, unless a heading of the same rank stands right above it.
    const heading = text.lines[at]?.heading ?? 0;
    if (heading > 0 && (text.lines[lastAbove(text, at, floor)]?.heading ?? 0) === 0) break;
  }
  return lines;
}

function lastAbove(text: PrintedText, index: number, floor: number): number {
  let at = index - 1;
  while (at >= floor && !isPrinted(text, at)) at -= 1;
  return at;
}

/**
 * The title above line `index`, not reaching above `floor`. `promised`: folded titles that the contents give, which tell how many
 * lines belong to it. Null when no line above can be a title.
 */
export function titleAbove(
  text: PrintedText,
  index: number,
  floor: number,
  promised: ReadonlySet<string> = NOTHING_PROMISED,
): TitleBlock | null {
  const lines = linesAbove(text, index, floor);
  if (lines.length === 0) return null;
  if (promised.size > 0) {
    for (const from of lines) if (promised.has(foldedLines(text, from, index))) return { from, to: index };
  }
  let from = lines[0] ?? index;
  for (const [nth, at] of lines.entries()) {
    const below = lines[nth - 1] ?? index;
    if (nth > 0 && (endsOtherTitle(text, at, below, index) || standsOverWhole(text, at, below, index))) break;
    from = at;
  }
  const words = joinedLines(text, from, index);
  return isLetterhead(words) ? null : { from, to: index };
}

// Must match: 浙江省人民政府办公厅转发 · 省财政厅关于转发省税务局      Must not: 王某某　李某某 · 试点工作联系方式
const OPENS_TITLE = /关于|转发|印发|批转|公布|发布|《/u;

// A cell, a name or a section over a title that names who issues it: 试点工作联系方式 / / 交通运输部　公安部关于…的通知.
function standsOverWhole(text: PrintedText, at: number, below: number, index: number): boolean {
  const words = text.lines[at]?.text ?? '';
  if (isIssuer(words) || (blankBetween(text, at, below) === 0 && OPENS_TITLE.test(words))) return false;
  return namesIssuer(joinedLines(text, below, index));
}

// A line above that ends as a title does, where the next line does not go on with it, is another title or a letterhead.
function endsOtherTitle(text: PrintedText, at: number, below: number, index: number): boolean {
  const words = text.lines[at]?.text ?? '';
  const next = text.lines[below]?.text ?? '';
  if (isLetterhead(words) || text.shapes[at]?.kind === 'order') return true;
  if (leavesOpen(words) || /^[的》）〉]/u.test(next)) return false;
  return endsAsTitle(words) && endsAsTitle(joinedLines(text, below, index));
}

/**
 * The title that begins at the first printed line from `index` on, not reaching `ceiling`. `promises`: folded words in which the
 * document names its own title (the contents, the covering notice); a title grows while they hold it.
 */
export function titleBelow(text: PrintedText, index: number, ceiling: number, promises = ''): TitleBlock | null {
  const from = nextPrinted(text, index, ceiling);
  if (from >= ceiling || !isTitleLine(text, from) || isLetterhead(text.lines[from]?.text ?? '')) return null;
  let to = from + 1;
  let words = text.lines[from]?.text ?? '';
  for (let lines = 1; lines < MOST_LINES; lines += 1) {
    const next = nextPrinted(text, to, ceiling);
    if (next >= ceiling || !isTitleLine(text, next) || blankBetween(text, to - 1, next) >= FAR) break;
    if (!goesOn(text, { words, from, at: to - 1, next, promises })) break;
    words += text.lines[next]?.text ?? '';
    to = next + 1;
  }
  return { from, to };
}

const SHORTEST_IN_BRACKETS = 8;
const MOST_BRACKETED_LINES = 4;

/**
 * The title that stands in brackets under the number of an announcement: `海关总署公告2021年第33号` / `（关于进口秘鲁鲜食葡萄检验检疫要求的公告）`.
 * Null where the bracket holds anything else.
 */
export function bracketedTitleBelow(text: PrintedText, index: number, ceiling: number): TitleBlock | null {
  const from = nextPrinted(text, index, ceiling);
  if (!/^[（(]/u.test(text.lines[from]?.text ?? '')) return null;
  let words = '';
  for (let at = from, lines = 0; at < ceiling && lines < MOST_BRACKETED_LINES; at += 1) {
    if (!isPrinted(text, at)) continue;
    if (text.shapes[at]?.kind !== 'text') return null;
    words += text.lines[at]?.text ?? '';
    lines += 1;
    if (leavesOpen(words)) continue;
    const title = withoutBrackets(words);
    const isTitle =
      title !== words && title.length >= SHORTEST_IN_BRACKETS && !endsSentence(title) && endsAsTitle(title);
    return isTitle ? { from, to: at + 1 } : null;
  }
  return null;
}

/** The words between brackets that hold them all; the words themselves where there are none. */
export function withoutBrackets(words: string): string {
  const inner = words.slice(1, -1);
  const opens = /^[（(〔]/u.test(words) && /[）)〕]$/u.test(words);
  return opens && !leavesOpen(inner) && !/^[^（(〔]*[）)〕]/u.test(inner) ? inner : words;
}

interface Growth {
  words: string;
  from: number;
  at: number;
  next: number;
  promises: string;
}

function goesOn(text: PrintedText, { words, from, at, next, promises }: Growth): boolean {
  const longer = foldedLines(text, from, next + 1);
  if (promises !== '' && longer.length >= 8 && promises.includes(longer)) return true;
  if (promises !== '' && words.length >= 8 && endsAsTitle(words) && promises.includes(foldText(words))) return false;
  const nextWords = text.lines[next]?.text ?? '';
  if (leavesOpen(words) || /^[的》）〉]/u.test(nextWords) || EDITION.test(nextWords)) return true;
  if (GOVERNS_NEXT.test(words) || (isIssuer(words) && lacksIssuer(nextWords))) return true;
  if (text.lines[at]?.bold !== text.lines[next]?.bold) return false;
  return !endsAsTitle(words) && endsAsTitle(words + nextWords) && words.length + nextWords.length <= 90;
}
