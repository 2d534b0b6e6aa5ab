import { findDocumentNumbers } from '../text/document-number.ts';
import type { FoundNumber } from '../text/document-number.ts';
import { withoutSpaces } from '../text/spaces.ts';

/** A document named in a pasted text: by title, by number, or by both. Offsets into the text. */
export interface CitedDocument {
  title: string | null;
  documentNumber: string | null;
  raw: string;
  start: number;
  end: number;
  /** A whole line without 《》: it is a citation only if the archive knows it, or the text is a list of such lines. */
  isLine: boolean;
}

const LONGEST_TITLE = 300;
// Must match (between 》 and its number): （ · ⏎（      Must not: ⏎ (the next line of a list is another document)
const BEFORE_NUMBER = /^(?:[^\S\r\n]*|\s*[（(〔[]\s*)$/u;
// Must match (between a number and 《): （empty） · ⇥      Must not: ⏎
const AFTER_NUMBER = /^[^\S\r\n]*$/u;
// Must match the label of a list line: 1. · 12、 · (3) · （三） · 一、 · - · •
const LIST_LABEL = /^[\s\u3000]*(?:[-*•·]\s*)?(?:[（(]?(?:[0-9]{1,3}|[一二三四五六七八九十]{1,4})[）)、.．]\s*)?/u;
// Must match: ； · 。 · ⇥      Must not: 》 · 知
const ENDS_LINE = /[\s\u3000；;，,。.]/u;

/**
 * Every document that a text names, in order: titles in 《》 (the outer one of nested ones) with the number beside it, numbers
 * alone, and lines of a pasted list. 《…应急预案》(新政办发〔2010〕23号)同时废止 is one citation with title and number. Linear.
 */
export function findCitations(text: string): CitedDocument[] {
  const numbers = findDocumentNumbers(text);
  const titles = outerTitles(text);
  const cited: CitedDocument[] = [];
  const taken = new Set<FoundNumber>();
  let at = 0;
  for (const title of titles) {
    while (at < numbers.length && (numbers[at]?.end ?? 0) <= title.start) at += 1;
    const before = numbers[at - 1];
    const beforeFits =
      before !== undefined && !taken.has(before) && AFTER_NUMBER.test(text.slice(before.end, title.start));
    const inside = numbersInside(numbers, at, title);
    for (const number of inside) taken.add(number);
    const after = numbers[at + inside.length];
    const number = after !== undefined && isBeside(text, title.end, after) ? after : beforeFits ? before : undefined;
    if (number !== undefined) taken.add(number);
    const start = Math.min(title.start, number?.start ?? title.start);
    const end = behindBracket(text, title.end, Math.max(title.end, number?.end ?? title.end));
    const documentNumber = number?.number.text ?? null;
    cited.push({ title: title.text, documentNumber, raw: text.slice(start, end), start, end, isLine: false });
  }
  const lines = wholeLines(text, cited, numbers);
  for (const line of lines) for (const number of line.numbers) taken.add(number);
  for (const number of numbers) {
    if (taken.has(number)) continue;
    const { start, end } = number;
    cited.push({
      title: null,
      documentNumber: number.number.text,
      raw: text.slice(start, end),
      start,
      end,
      isLine: false,
    });
  }
  return [...cited, ...lines.map((line) => line.cited)].sort((a, b) => a.start - b.start);
}

/** Takes in the ） of 》（新政办发〔2010〕23号）. */
function behindBracket(text: string, titleEnd: number, end: number): number {
  return end > titleEnd && /^[\s\u3000]*[（(]/u.test(text.slice(titleEnd, end)) && /[）)]/u.test(text.charAt(end))
    ? end + 1
    : end;
}

interface FoundTitle {
  text: string;
  start: number;
  end: number;
}

function outerTitles(text: string): FoundTitle[] {
  const titles: FoundTitle[] = [];
  let depth = 0;
  let start = 0;
  for (const mark of text.matchAll(/[《》]/gu)) {
    const at = mark.index;
    if (mark[0] === '《') {
      if (depth === 0 || at - start > LONGEST_TITLE) {
        depth = 0;
        start = at;
      }
      depth += 1;
    } else if (depth > 0) {
      depth -= 1;
      const long = at - start > LONGEST_TITLE;
      if (depth === 0 && !long && at > start + 1)
        titles.push({ text: withoutSpaces(text.slice(start + 1, at)), start, end: at + 1 });
      if (long) depth = 0;
    }
  }
  return titles;
}

function numbersInside(numbers: readonly FoundNumber[], from: number, title: FoundTitle): FoundNumber[] {
  const inside: FoundNumber[] = [];
  for (let at = from; at < numbers.length; at += 1) {
    const number = numbers[at];
    if (number === undefined || number.start >= title.end) break;
    inside.push(number);
  }
  return inside;
}

function isBeside(text: string, titleEnd: number, number: FoundNumber): boolean {
  return number.start - titleEnd <= 8 && BEFORE_NUMBER.test(text.slice(titleEnd, number.start));
}

interface WholeLine {
  cited: CitedDocument;
  numbers: FoundNumber[];
}

/** Lines without 《》 that can be a title (with its number in brackets) as a whole. */
function wholeLines(text: string, titles: readonly CitedDocument[], numbers: readonly FoundNumber[]): WholeLine[] {
  const lines: WholeLine[] = [];
  let titleAt = 0;
  let numberAt = 0;
  let start = 0;
  while (start <= text.length) {
    const lineEnd = text.indexOf('\n', start);
    const end = lineEnd < 0 ? text.length : lineEnd;
    while ((titles[titleAt]?.end ?? Infinity) <= start) titleAt += 1;
    while ((numbers[numberAt]?.end ?? Infinity) <= start) numberAt += 1;
    const hasTitle = (titles[titleAt]?.start ?? Infinity) < end;
    const own: FoundNumber[] = [];
    for (let at = numberAt; at < numbers.length; at += 1) {
      const number = numbers[at];
      if (number === undefined || number.start >= end) break;
      own.push(number);
    }
    const line = hasTitle || own.length > 1 ? null : wholeLine(text, start, end, own[0] ?? null);
    if (line !== null) lines.push({ cited: line, numbers: own });
    start = end + 1;
  }
  return lines;
}

function wholeLine(text: string, start: number, end: number, number: FoundNumber | null): CitedDocument | null {
  const label = LIST_LABEL.exec(text.slice(start, end))?.[0].length ?? 0;
  const from = start + label;
  let to = end;
  while (to > from && ENDS_LINE.test(text.charAt(to - 1))) to -= 1;
  const raw = text.slice(from, to);
  if (raw.length < 4 || raw.length > LONGEST_TITLE || /[。；;]/u.test(raw)) return null;
  const titleEnd = number === null ? from + raw.length : number.start;
  const title = withoutSpaces(text.slice(from, titleEnd).replace(/[\s\u3000（(〔[]+$/u, ''));
  if (number !== null) {
    const rest = text.slice(number.end, from + raw.length);
    if (!/^[\s\u3000）)〕\]]*$/u.test(rest) || title.length < 4 || /[，,]/u.test(title)) return null;
  }
  if (title.length < 4 || !/[\u4e00-\u9fff]{4}/u.test(title)) return null;
  return { title, documentNumber: number?.number.text ?? null, raw, start: from, end: from + raw.length, isLine: true };
}
