/**
 * One line of the printed contents: its text, its page, whether it is a number or a section.
 * `新疆维吾尔自治区人民政府令 第239号 ..... (2)` (Xinjiang 2024 no. 17-18); `国务院关于…的意见……………（12）`; `8	关于…的通知`.
 */
import publishers from '../../data/publishers.json' with { type: 'json' };
import { parseNumberLine } from '../structure/number-line.ts';
import { slice } from '../text/mapped-text.ts';
import type { PrintedLine } from '../text/lines.ts';
import type { MappedText } from '../model/mapped-text.ts';
import type { Span } from '../model/span.ts';

export interface ContentsLine {
  content: MappedText;
  /** Without page, leaders and list marks. */
  text: string;
  page: number | null;
  /** The normalised number when the whole line is one, else null. */
  number: string | null;
  span: Span;
  heading: number;
  index: number;
}

// Must match: ..... (2) · ……（12） · (2) · …12 · <tab>12 · ······30 · ……P.12 · 　　5 · /12      Must not: 2024 · （2023—2030年） · (试行)
const PAGE_BEHIND =
  /(?:(?:[.．…·・‥•_\-—]{2,}|…|[\s\u3000]{2,}|\t|\/)[\s\u3000.．…·]{0,80}[（(〔[]?\s?(?:P\.?\s?|第\s?)?(\d{1,4})(?:\s?[-—–]\s?\d{1,4})?\s?页?[)）〕\]]?|[\s\u3000]?[（(]\s?(\d{1,3})\s?[)）])[\s.]{0,3}$/u;
const ENDS_IN_PAGE = /[\d)）〕\]页]/u;
const LONGEST_TAIL = 96;
// Must match: ……12 · (12) · 12 · P12     Must not: 第12号
const PAGE_ALONE = /^[.．…·・‥•_\-—\s（(〔[]{0,80}(?:P\.?\s?|第\s?)?(\d{1,4})\s?页?[)）〕\]]?$/u;
// Must match: 12 国务院关于 · (3) 关于印发 · 05……关于 · 5、关于 is no page      Must not: 2024年第三季度 · 3.关于
const PAGE_BEFORE = /^[（(〔[]?(\d{1,3})[)）〕\]]?(?:[\s\u3000]{1,8}|[.…·]{2,})(?=[\u4e00-\u9fff《“])(?!年)/u;
const LIST_MARK = /^[●○◆◇■□▲△★☆•·※►◎\-*]{1,2}[\s\u3000]{0,3}/u;

/** The page printed before the title, where a publisher does so: `12 国务院关于…`; null for none. */
export function leadingPage(text: string): { page: number; length: number } | null {
  const match = PAGE_BEFORE.exec(text);
  return match ? { page: Number(match[1]), length: match[0].length } : null;
}

/** Reads one line of the contents. `pageBefore`: this publisher prints the page before the title. */
export function readContentsLine(line: PrintedLine, index: number, pageBefore: boolean): ContentsLine {
  let from = LIST_MARK.exec(line.text)?.[0].length ?? 0;
  let to = line.text.length;
  let page: number | null = null;
  const alone = PAGE_ALONE.exec(line.text);
  if (alone) {
    page = Number(alone[1]);
    from = to;
  } else if (pageBefore) {
    const before = leadingPage(line.text.slice(from));
    if (before) {
      page = before.page;
      from += before.length;
    }
  } else {
    const tail = Math.max(from, to - LONGEST_TAIL);
    const behind = ENDS_IN_PAGE.test(line.text.slice(-4)) ? PAGE_BEHIND.exec(line.text.slice(tail)) : null;
    if (behind) {
      page = Number(behind[1] ?? behind[2]);
      to = tail + behind.index;
    }
  }
  while (to > from && /[\s\u3000.．…·]/u.test(line.text.charAt(to - 1))) to -= 1;
  const content = slice(line.content, from, to);
  const number = parseNumberLine(content.text)?.text ?? null;
  return {
    content,
    text: content.text,
    page,
    number,
    span: { start: line.start, end: line.end },
    heading: line.heading,
    index,
  };
}

const SECTION_LENGTH = 24;
// Must match: 自治区人民政府令 · 部门文件 · 【省政府文件】 · 常务会议      Must not: 关于印发…的通知 · 2024年第三季度备案登记的行政规范性文件目录
const NOT_A_SECTION = /关于|印发|《|〔|的通知|[，。；：？]|\d/u;

/** Whether words stand over a group of entries rather than being one. */
export function looksLikeSection(text: string): boolean {
  const words = text.replace(/^[【[·—◆●■\s]+|[】\]·—◆●■\s]+$/gu, '').replace(/[\s\u3000]+/gu, '');
  if (words.length === 0 || words.length > SECTION_LENGTH || NOT_A_SECTION.test(words)) return false;
  return publishers.sectionEndings.some((ending) => words.endsWith(ending));
}

/** The words of a section without the ornaments around them. */
export function sectionName(text: string): string {
  return text.replace(/^[【[·—◆●■◇□▲★\s]+|[】\]·—◆●■◇□▲★：:\s]+$/gu, '').trim();
}

/** Whether the documents of a section are news: 常务会议, 政策解读. */
export function isReportSection(name: string): boolean {
  const words = name.replace(/[\s\u3000]+/gu, '');
  return publishers.reportSections.some((ending) => words.endsWith(ending)) && !/令|文件|决定/u.test(words);
}
