/**
 * Mentions of documents in running text: a title in 《》 with the number, history and provisions printed with it, or a bare
 * number. 《安全生产领域举报奖励办法》（安监总财〔2018〕19号）第八条 (伊犁州人民政府公报 2024).
 */
import { closingRound, opensRound } from '../text/brackets.ts';
import type { Region } from '../text/authority-names.ts';
import { findDocumentNumbers } from '../text/document-number.ts';
import type { DocumentNumber, FoundNumber } from '../text/document-number.ts';
import { readProvisions } from './provision-references.ts';
import { findStandardNumber } from './standard-number.ts';

export interface Mention {
  /** Without outer 《》; null for a bare number. */
  title: string | null;
  /** Normalised spelling of its own number. */
  number: string | null;
  numberKey: string | null;
  /** Other numbers of its history: approved as, amended by. */
  otherNumbers: DocumentNumber[];
  /** Provisions named with it: 第八条、第九条. */
  provisions: number[][];
  /** 以下简称《条例》: the short name it gets here. */
  shortName: string | null;
  /** 《A》修正的《B》: it only tells which version of the next one is meant. */
  attributive: boolean;
  /** From the 《 (or the number before it) to the end of what belongs to it. */
  start: number;
  end: number;
  /** The 《…》 itself, for masking; equal to start and end for a bare number. */
  titleStart: number;
  titleEnd: number;
}

const SQUARE: ReadonlyMap<string, string> = new Map([
  ['[', ']'],
  ['［', '］'],
  ['【', '】'],
]);
const LONGEST_TITLE = 260;
const LONGEST_NESTED = 120;

/** Where the 《 at `open` closes: with nested 《》 counted, else at the first 》. Null when it does not close. */
export function closingTitle(text: string, open: number): number | null {
  const closer = text.charAt(open) === '〈' ? '〉' : '》';
  const opener = text.charAt(open);
  const first = text.indexOf(closer, open);
  if (first < 0 || first - open > LONGEST_TITLE) return null;
  let depth = 0;
  for (let at = open; at < Math.min(text.length, open + LONGEST_NESTED); at += 1) {
    const character = text.charAt(at);
    if (character === opener) depth += 1;
    else if (character === closer && (depth -= 1) === 0) return at;
    else if (character === '。') break;
  }
  return first;
}

// Must match (behind 《》): （试行） · (2023年版) · （2022—2025年）      Must not: （新政发〔2020〕1号） · （以下简称《条例》）
const TITLE_SUFFIX =
  /^(?:试行|暂行|修订|修订稿|修正|试行稿|[0-9]{4}年?(?:[—–-][0-9]{4}年?)?(?:年?[版本]|修订|修正)?)$/u;
// Must match: 以下简称《条例》 · 以下统称“本办法” · 下称《规定》
const SHORT_NAME = /(?:以下|下)(?:简|统|合)?称[：:为]?\s*[《〈“"‘]?([^》〉”"’）)，,；;]{1,40})/u;
// Must match (between a number and 《): 公布的 · 发布 · 通知印发的 · 号文印发的      Must not: 和 · 规定的期限内按照
const NUMBER_LEADS =
  /^(?:令|公告|通知|文件|文|决定)?(?:重新)?(?:发布|公布|印发|颁布|颁发|下发|转发|批准|修订|修正|制定)?(?:施行|实施)?的?$/u;
// Must match (behind a mention, before 《): 修正的 · 修订的 · 批准的 · 规定的 · 通过的
const ATTRIBUTIVE = /^\s*(?:第[一二三四五六七八九十]+次)?(?:修正|修订|修改|批准|公布|发布|印发)的\s*(?=[《〈])/u;

interface Attached {
  numbers: FoundNumber[];
  standard: string | null;
  suffix: string;
  shortName: string | null;
  end: number;
}

/** Where the bracket that opens at `open` closes: round ones nested, square ones at the first. Null when none opens there. */
function closingBracket(text: string, open: number): number | null {
  if (opensRound(text.charAt(open))) return closingRound(text, open);
  const closer = SQUARE.get(text.charAt(open));
  const close = closer === undefined ? -1 : text.indexOf(closer, open);
  return close < 0 || close - open > LONGEST_NESTED ? null : close;
}

/** The brackets directly behind a title: its number, its history, （试行）, 以下简称. */
function readBrackets(text: string, from: number, numbers: readonly FoundNumber[]): Attached {
  const attached: Attached = { numbers: [], standard: null, suffix: '', shortName: null, end: from };
  for (let round = 0; round < 3; round += 1) {
    let open = attached.end;
    while (open < from + 3 && /[\s\u3000]/u.test(text.charAt(open))) open += 1;
    const close = closingBracket(text, open);
    if (close === null) break;
    const inside = text.slice(open + 1, close);
    const within = numbers.filter((found) => found.start > open - 1 && found.end <= close + 1);
    const standard = within.length === 0 ? findStandardNumber(inside) : null;
    const shortName = SHORT_NAME.exec(inside)?.[1] ?? null;
    const isSuffix = TITLE_SUFFIX.test(inside.trim());
    if (within.length === 0 && standard === null && shortName === null && !isSuffix) break;
    if (isSuffix) attached.suffix += text.slice(open, close + 1);
    attached.numbers.push(...within);
    attached.standard ??= standard;
    attached.shortName ??= shortName;
    attached.end = close + 1;
  }
  const behind = numbers.find((found) => found.start >= attached.end && found.start <= attached.end + 1);
  if (attached.numbers.length === 0 && behind && /^\s?$/u.test(text.slice(attached.end, behind.start))) {
    attached.numbers.push(behind);
    attached.end = behind.end;
  }
  return attached;
}

// Must match (behind a number in a history): 发布 · 公布 · 印发 · 颁布
const PROMULGATES = /^[\s\u3000]*(?:发布|公布|印发|颁布|颁发|下发)/u;

/** Of several numbers in brackets the one under which it was promulgated: …新政函〔1996〕49号批准 …新建法字〔1996〕7号发布. */
function ownNumber(text: string, numbers: readonly FoundNumber[]): FoundNumber | undefined {
  return numbers.find((found) => PROMULGATES.test(text.slice(found.end, found.end + 6))) ?? numbers[0];
}

function numberBefore(text: string, open: number, numbers: readonly FoundNumber[]): FoundNumber | undefined {
  const before = numbers.findLast((found) => found.end <= open);
  return before &&
    open - before.end <= 12 &&
    NUMBER_LEADS.test(text.slice(before.end, open).replace(/[\s\u3000]/gu, ''))
    ? before
    : undefined;
}

function titleMention(
  text: string,
  open: number,
  numbers: readonly FoundNumber[],
  taken: Set<FoundNumber>,
): Mention | null {
  const close = closingTitle(text, open);
  if (close === null) return null;
  const attached = readBrackets(text, close + 1, numbers);
  const free = numbers.filter((found) => !taken.has(found));
  const lead = attached.numbers.length === 0 ? numberBefore(text, open, free) : undefined;
  const own = lead ?? ownNumber(text, attached.numbers);
  for (const found of attached.numbers) taken.add(found);
  if (lead) taken.add(lead);
  const references = readProvisions(text, attached.end);
  return {
    title: (text.slice(open + 1, close) + attached.suffix).trim(),
    number: own?.number.text ?? attached.standard,
    numberKey: own?.number.key ?? attached.standard,
    otherNumbers: attached.numbers.filter((found) => found !== own).map((found) => found.number),
    provisions: references.provisions,
    shortName: attached.shortName,
    attributive: ATTRIBUTIVE.test(text.slice(attached.end, attached.end + 16)),
    start: lead?.start ?? open,
    end: references.provisions.length > 0 ? references.end : attached.end,
    titleStart: open,
    titleEnd: close + 1,
  };
}

/**
 * Every document that a paragraph mentions by title or by number, in order, with offsets into `text`. `home`: the
 * publisher's region, for the keys of 自治区人民政府令. Costs nothing for a text without 《 and 号.
 */
export function findMentions(text: string, home: Region | null): Mention[] {
  const mentions: Mention[] = [];
  const numbers = text.includes('号') ? findDocumentNumbers(text, home) : [];
  const taken = new Set<FoundNumber>();
  const nextOpen = (from: number): number => {
    const double = text.indexOf('《', from);
    const single = text.indexOf('〈', from);
    return double < 0 || (single >= 0 && single < double) ? single : double;
  };
  for (let open = nextOpen(0); open >= 0;) {
    const mention = titleMention(text, open, numbers, taken);
    if (mention) mentions.push(mention);
    open = nextOpen(mention ? mention.titleEnd : open + 1);
  }
  for (const found of numbers) {
    if (taken.has(found) || mentions.some((m) => found.start >= m.titleStart && found.end <= m.titleEnd)) continue;
    const references = readProvisions(text, found.end);
    mentions.push({
      title: null,
      number: found.number.text,
      numberKey: found.number.key,
      otherNumbers: [],
      provisions: references.provisions,
      shortName: null,
      attributive: false,
      start: found.start,
      end: references.provisions.length > 0 ? references.end : found.end,
      titleStart: found.start,
      titleEnd: found.end,
    });
  }
  return mentions.sort((a, b) => a.start - b.start);
}
