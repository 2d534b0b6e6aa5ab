/**
 * Mentions of documents in running text: a title in 《》 with the number, history and provisions printed with it, or a bare
 * number. 《安全生产领域举报奖励办法》（安监总财〔2018〕19号）第八条 (伊犁州人民政府公报 2024).
 */
import type { Region } from '../text/authority-names.ts';
import { findDocumentNumbers } from '../text/document-number.ts';
import type { DocumentNumber, FoundNumber } from '../text/document-number.ts';
import { matchesOf } from '../text/matches.ts';
import { withoutSpaces } from '../text/spaces.ts';
import { closingTitle, readBrackets } from './behind-title.ts';
import { readProvisions } from './provision-references.ts';

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
  /** Those of which only a 款 or 项 is named: 第五条第二款. */
  inPart: number[][];
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

const OPENS_TITLE = /[《〈]/gu;
const NUMBER_REACH = 160;
const BRACKETS_REACH = 1600;
// Must match (between a number and 《): 公布的 · 发布 · 通知印发的 · 文印发的      Must not: 和 · 规定的期限内按照
const NUMBER_LEADS =
  /^(?:令|公告|通知|文件|文|决定)?(?:重新)?(?:发布|公布|印发|颁布|颁发|下发|转发|批准|修订|修正|制定)?(?:施行|实施)?的?$/u;
// Must match (behind a mention): 修正的《甲办法》 · 第二次修订的《甲办法》 · 批准的《甲规划》      Must not: 规定的《甲表》 · 修正的目录
const ATTRIBUTIVE = /^\s*(?:第[一二三四五六七八九十]+次)?(?:修正|修订|修改|批准|公布|发布|印发)的\s*(?=[《〈])/u;

// Must match (behind a number in a history): 发布 · 公布 · 印发 · 颁布
const PROMULGATES = /^[\s\u3000]*(?:发布|公布|印发|颁布|颁发|下发)/u;

/** Of several numbers in brackets the one under which it was promulgated: …新政函〔1996〕49号批准 …新建法字〔1996〕7号发布. */
function ownNumber(text: string, numbers: readonly FoundNumber[]): FoundNumber | undefined {
  return numbers.find((found) => PROMULGATES.test(text.slice(found.end, found.end + 6))) ?? numbers[0];
}

/** A place in a text with what is known of the document named there; the rest is empty. Without a title's own place the whole is the title. */
export function mentionOf(known: Pick<Mention, 'start' | 'end'> & Partial<Mention>): Mention {
  return {
    title: null,
    number: null,
    numberKey: null,
    otherNumbers: [],
    provisions: [],
    inPart: [],
    shortName: null,
    attributive: false,
    titleStart: known.start,
    titleEnd: known.end,
    ...known,
  };
}

// Must match (behind a number in a history): 修正 · 令第二次修改的      Must not: 修订 · 修改公布
const ONLY_CHANGES = /^令?(?:第[一二三四五六七八九十]+次)?(?:修改|修正)(?![公发]布)/u;

/**
 * The numbers printed with a title: its own, and those of its history. `lead`: one that leads to it. The decision that only changed it
 * (1998年12月1日省人民政府发布、2004年6月17日省人民政府令第176号修正) is no number of its own.
 */
export function numbersOf(
  text: string,
  numbers: readonly FoundNumber[],
  lead = ownNumber(text, numbers),
): Pick<Mention, 'number' | 'numberKey' | 'otherNumbers'> {
  const own = lead && ONLY_CHANGES.test(text.slice(lead.end, lead.end + 12)) ? undefined : lead;
  return {
    number: own?.number.text ?? null,
    numberKey: own?.number.key ?? null,
    otherNumbers: numbers.filter((found) => found !== own).map((found) => found.number),
  };
}

// Must match (between two numbers of one history): 公布，根据2020年1月6日 · 发布，2007年11月23日北京市人民政府      Must not: 和 · 发布的《甲办法》、
const NEXT_EVENT =
  /^[\s\u3000]*(?:发布|公布|印发|颁布|颁发|制定)(?:施行|实施)?[，,、；;\s\u3000]{0,2}(?:并|后)?(?:经|根据|由)?[^，,、。；;《》]{0,40}$/u;
// Must match (behind the last of several, before 《): 修正的 · 第二次修订的 · 修改
const CHANGED_AS = /^(?:第[一二三四五六七八九十]+次)?(?:修改|修正|修订|重新公布|重新发布)的?$/u;

// Behind the number under which it was issued, what was done to it later without one. Must match: 发布、2001年6月5日修订的 · 公布，2013年修正的 · 公布，经2009年8月5日省政府第18次常务会议修改的      Must not: 发布的
const CHANGED_SINCE =
  /^令?(?:发布|公布|颁布|印发|颁发)(?:施行|实施)?[、，,；;](?:并|后)?(?:经|于)?[0-9〇零一二三四五六七八九十]{4}年(?:[0-9一二三四五六七八九十]{1,3}月)?(?:[0-9一二三四五六七八九十]{1,3}日)?[^，,、。；;《》号]{0,24}?(?:第[一二三四五六七八九十]+次)?(?:修改|修订|修正)的?$/u;
const REACH_OF_HISTORY = 40;

/** The numbers that lead to a title: 令第29号公布的|《A》; of a history (令第151号发布，…令第200号修改的《A》) all, the oldest first. */
function numbersBefore(text: string, open: number, numbers: readonly FoundNumber[]): FoundNumber[] {
  const last = numbers.findLastIndex((found) => found.end <= open);
  const before = numbers[last];
  if (!before || open - before.end > REACH_OF_HISTORY) return [];
  const lead = withoutSpaces(text.slice(before.end, open)).replace(CHANGED_SINCE, '');
  if (!NUMBER_LEADS.test(lead) && !CHANGED_AS.test(lead)) return [];
  const history = [before];
  for (let at = last - 1; CHANGED_AS.test(lead) && at >= 0; at -= 1) {
    const earlier = numbers[at];
    const [next] = history;
    if (!earlier || !next || !NEXT_EVENT.test(text.slice(earlier.end, next.start))) break;
    history.unshift(earlier);
  }
  return history;
}

function titleMention(
  text: string,
  open: number,
  numbers: readonly FoundNumber[],
  taken: Set<FoundNumber>,
): Mention | null {
  const close = closingTitle(text, open);
  if (close === null) return null;
  for (const found of numbers) if (found.start > open && found.end <= close) taken.add(found);
  const whole = numbers.find((found) => found.start === open + 1 && found.end === close);
  if (whole) return { ...numberMention(text, { ...whole, end: close + 1 }), start: open, titleStart: open };
  const attached = readBrackets(text, close + 1, numbers);
  const free = numbers.filter((found) => !taken.has(found));
  const leading = attached.numbers.length === 0 ? numbersBefore(text, open, free) : [];
  const [lead] = leading;
  const all = [...leading, ...attached.numbers];
  for (const found of all) taken.add(found);
  const printed = numbersOf(text, all, lead);
  const references = readProvisions(text, attached.end);
  return {
    title: (text.slice(open + 1, close) + attached.suffix).trim(),
    ...printed,
    number: printed.number ?? attached.standard,
    numberKey: printed.numberKey ?? attached.standard,
    provisions: references.provisions,
    inPart: references.inPart,
    shortName: attached.shortName,
    attributive: ATTRIBUTIVE.test(text.slice(attached.end, attached.end + 16)),
    start: lead?.start ?? open,
    end: references.provisions.length > 0 ? references.end : attached.end,
    titleStart: open,
    titleEnd: close + 1,
  };
}

/** A number that no title claims, or that is printed as one: 《商务部公告2010年第30号》. */
function numberMention(text: string, { number, start, end }: FoundNumber): Mention {
  const noun = text.startsWith('文件', end) ? 2 : Number(text.startsWith('文', end));
  const { provisions, inPart, end: behind } = readProvisions(text, end + noun);
  return mentionOf({
    number: number.text,
    numberKey: number.key,
    provisions,
    inPart,
    start,
    end: provisions.length > 0 ? behind : end,
    titleEnd: end,
  });
}

/**
 * Every document that a paragraph mentions by title or by number, in order, with offsets into `text`. `home`: the
 * publisher's region, for the keys of 自治区人民政府令. Costs nothing for a text without 《 and 号.
 */
export function findMentions(text: string, home: Region | null): Mention[] {
  const mentions: Mention[] = [];
  const numbers = text.includes('号') ? findDocumentNumbers(text, home) : [];
  const taken = new Set<FoundNumber>();
  let first = 0;
  let behind = 0;
  for (const { index: open } of matchesOf(OPENS_TITLE, text)) {
    if (open < behind) continue;
    while ((numbers[first]?.end ?? Infinity) < open - NUMBER_REACH) first += 1;
    let last = first;
    while ((numbers[last]?.start ?? Infinity) < open + BRACKETS_REACH) last += 1;
    const mention = titleMention(text, open, numbers.slice(first, last), taken);
    if (!mention) continue;
    mentions.push(mention);
    behind = mention.titleEnd;
  }
  for (const found of numbers) if (!taken.has(found)) mentions.push(numberMention(text, found));
  return mentions.sort((a, b) => a.start - b.start);
}
