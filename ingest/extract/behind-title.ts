/** What stands behind a title: （新政办发〔2010〕23号）, （试行）, （以下简称《条例》）, its history. */
import { closingRound, opensRound } from '../text/brackets.ts';
import type { FoundNumber } from '../text/document-number.ts';
import { findStandardNumber } from './standard-number.ts';

const SQUARE: ReadonlyMap<string, string> = new Map([
  ['[', ']'],
  ['［', '］'],
  ['【', '】'],
  ['<', '>'],
  ['〈', '〉'],
  ['﹝', '﹞'],
]);
const LONGEST_TITLE = 260;
const LONGEST_NESTED = 120;

/** Where the 《 at `open` closes: with nested 《》 counted, else at the first 》. Null when it does not close. */
export function closingTitle(text: string, open: number): number | null {
  const closer = text.charAt(open) === '〈' ? '〉' : '》';
  const opener = text.charAt(open);
  const within = text.slice(open, open + LONGEST_TITLE).indexOf(closer);
  if (within < 0) return null;
  const first = open + within;
  let depth = 0;
  for (let at = open; at < Math.min(text.length, open + LONGEST_NESTED); at += 1) {
    const character = text.charAt(at);
    if (character === opener) depth += 1;
    else if (character === closer && (depth -= 1) === 0) return at;
    else if (character === '。') break;
  }
  return first;
}

// Must match (in brackets behind 《》): 试行 · 2023年版 · 2022—2025年      Must not: 新政发〔2020〕1号 · 以下简称《条例》
const TITLE_SUFFIX =
  /^(?:试行|暂行|修订|修订稿|修正|试行稿|[0-9]{4}年?(?:[—–-][0-9]{4}年?)?(?:年?[版本]|修订|修正)?)$/u;
// Must match: 以下简称《条例》 · 以下统称“本办法” · 下称《规定》
const SHORT_NAME = /(?:以下|下)(?:简|统|合)?称[：:为]?\s*[《〈“"‘]?([^》〉”"’）)，,；;]{1,40})/u;
// Must match: 2012年6月8日印发 · 一九九五年三月一日省政府发布      Must not: 2012年度 · 由省财政厅印发
const HISTORY =
  /^\s?(?:[12][0-9]{3}|[一二][〇○零ＯO一二三四五六七八九]{3})\s?年[^。；]{0,160}(?:发布|公布|印发|颁布|颁发|下发|通过|批准|修订|修正|修改)\s?$/u;
/** What is printed directly behind a title. */
export interface Attached {
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
export function readBrackets(text: string, from: number, numbers: readonly FoundNumber[]): Attached {
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
    if (within.length === 0 && standard === null && shortName === null && !isSuffix && !HISTORY.test(inside)) break;
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
