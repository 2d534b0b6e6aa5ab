/** News of a meeting and the like, told from structure: no number, no signature, no articles, a text that opens with a day of the month. */
import publishers from '../../data/publishers.json' with { type: 'json' };
import { isSalutation } from './salutation.ts';
import type { FoundDocument } from './found-document.ts';
import { isPrinted, lastPrinted, nextPrinted, textOf } from './printed-text.ts';
import type { PrintedText } from './printed-text.ts';
import { endsAsTitle } from './title-ending.ts';

// Must match: 2月22日下午，自治区主席… · 1月3日至4日，省长… · 近日，… · 本报讯 · 记者10月18日从温州市住建局获悉      Must not: 2024年1月1日起施行
const OPENS_AS_NEWS =
  /^(?:(?:\d{4}年)?\d{1,2}月\d{1,2}日(?:[至到—-]{1,2}(?:\d{1,2}月)?\d{1,2}日)?[上下中晚凌傍]?[午上晨]?[，,]|近日|日前|本报讯|记者|新华社|[^，。]{2,12}讯[（(：:\s])/u;

/** The occasion of a speech, under its title. */
// Must match: ——2021年12月20日在第十三届全国人民代表大会常务委员会第三十二次会议上 · ——在全省教育大会上的讲话      Must not: ——坚持改革先行
const SPOKEN_AT = /^——.{0,20}在.{4,60}(?:会|会议|大会)上(?:的讲话)?$/u;
const MOST_OCCASION_LINES = 3;

/** The line behind the occasion of a speech that begins at line `at`, printed over one or more lines; null for any other line. */
export function behindOccasion(text: PrintedText, at: number, to: number): number | null {
  if (!textOf(text, at).startsWith('——')) return null;
  let words = '';
  for (let line = at, lines = 0; line < to && lines < MOST_OCCASION_LINES; line += 1) {
    if (!isPrinted(text, line)) continue;
    words += textOf(text, line);
    lines += 1;
    if (SPOKEN_AT.test(words)) return line + 1;
  }
  return null;
}

// Must match: 全国人民代表大会常务委员会： · 省人大常委会：      Must not: 各市人大常委会： · 国务院：
const ASSEMBLY = /^(?!各)[^，。]{0,20}(?:人民代表大会(?:常务委员会)?|人大常委会)[：:]$/u;

/** Whether a report addresses the assembly that it is laid before: …审议结果的报告 / 全国人民代表大会常务委员会：. */
function reportsToAssembly(text: PrintedText, titleEnd: number, first: number): boolean {
  return (
    /(?:报告|说明|汇报)$/u.test(textOf(text, lastPrinted(text, 0, titleEnd))) && ASSEMBLY.test(textOf(text, first))
  );
}

/** Whether a document reports news and promulgates nothing. */
export function isReportText(text: PrintedText, { head, parts, to }: FoundDocument): boolean {
  if (
    head.title &&
    head.number === null &&
    publishers.reportTitles.some((word) =>
      textOf(text, lastPrinted(text, head.title?.from ?? 0, head.title?.to ?? 0)).endsWith(word),
    )
  )
    return true;
  if (head.number !== null || head.authority !== null || parts.length > 1) return false;
  const first = nextPrinted(text, head.end, to);
  if (head.title && reportsToAssembly(text, head.title.to, first)) return true;
  if (parts[0]?.closing) return false;
  if (head.title !== null && behindOccasion(text, first, to) !== null) return true;
  if (!OPENS_AS_NEWS.test(textOf(text, first)) || isSalutation(textOf(text, first))) return false;
  return head.title === null || !endsAsTitle(textOf(text, head.title.to - 1).slice(-24)) || head.promise !== null;
}
