/**
 * Items that a paragraph lists within its sentence: `学生体质评价包括：1．身体形态：（1）身高；（2）体重。2．身体机能。` Reads one paragraph, returns
 * the paragraphs that its items would be on lines of their own.
 */
import type { Paragraph } from '../model/document-draft.ts';
import { parseChineseNumber } from '../text/chinese-numerals.ts';
import { slice, sourceSpan } from '../text/mapped-text.ts';

const CIRCLES = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳';
// Must match: （一） · (12) · ③ · 1． · 2、      Must not: 1.5 · （试行）
const ITEM =
  /[（(]\s?(?<bracket>[一二三四五六七八九十]{1,3})\s?[)）]|[（(]\s?(?<round>\d{1,2})\s?[)）]|(?<circle>[①-⑳])|(?<![\d.．])(?<point>\d{1,2})\s?[.．、](?!\d)/gu;
// What stands before an item that counts on, and before the first of a list.
const OPENS_NEXT = /[：:。；;]\s{0,3}$/u;
const OPENS_FIRST = /[：:]\s{0,3}$/u;
const LONGEST_GAP = 4;
// The sign of a list: most paragraphs have no second item. Must match: 。（二） · ；2． · ：② · 。 (2)      Must not: （二） · 。12． · ，2、
const SECOND_ITEM = /[：:。；;]\s{0,3}(?:[（(]\s?(?:二|0?2)\s?[)）]|②|0?2\s?[.．、])/u;

interface ItemLabel {
  kind: string;
  number: number;
  at: number;
}

/** A list whose items count on. */
interface Run {
  kind: string;
  last: number;
  cuts: number[];
}

function labelsIn(text: string): ItemLabel[] {
  const labels: ItemLabel[] = [];
  for (const { index: at, groups = {} } of text.matchAll(ITEM)) {
    const { bracket, round, circle, point } = groups;
    if (bracket !== undefined) labels.push({ kind: 'bracket', number: parseChineseNumber(bracket) ?? 0, at });
    else if (round !== undefined) labels.push({ kind: 'round', number: Number(round), at });
    else if (circle !== undefined) labels.push({ kind: 'circle', number: CIRCLES.indexOf(circle) + 1, at });
    else if (point !== undefined) labels.push({ kind: 'point', number: Number(point), at });
  }
  return labels;
}

/** Tells for places in ascending order whether they stand within “…”. */
function quotesOf(text: string): (at: number) => boolean {
  let read = 0;
  let depth = 0;
  return (at) => {
    for (; read < at; read += 1) {
      const sign = text.charAt(read);
      if (sign === '“') depth += 1;
      else if (sign === '”') depth = Math.max(0, depth - 1);
    }
    return depth > 0;
  };
}

/** Where items begin: the first behind a colon, each other behind the end of the one before it; two of a list at least. Quoted ones are none. */
function itemStarts(text: string): number[] {
  const isQuoted = quotesOf(text);
  const runs: Run[] = [];
  let open: Run[] = [];
  for (const { kind, number, at } of labelsIn(text)) {
    if (isQuoted(at)) continue;
    const before = text.slice(Math.max(0, at - LONGEST_GAP), at);
    const level = open.findIndex((run) => run.kind === kind);
    const run = open[level];
    if (run && number === run.last + 1 && OPENS_NEXT.test(before)) {
      run.last = number;
      run.cuts.push(at);
      open = open.slice(0, level + 1);
    } else if (number === 1 && (at === 0 || OPENS_FIRST.test(before))) {
      const begun = { kind, last: 1, cuts: [at] };
      open = [...(level < 0 ? open : open.slice(0, level)), begun];
      runs.push(begun);
    }
  }
  return runs
    .flatMap(({ cuts }) => (cuts.length > 1 ? cuts : []))
    .filter((at) => at > 0)
    .sort((one, other) => one - other);
}

/** The paragraphs that a paragraph with a list in its sentence would be; itself for any other. */
export function splitInlineItems(paragraph: Paragraph): Paragraph[] {
  const { text } = paragraph;
  const isList = paragraph.role === 'body' && SECOND_ITEM.test(text.text);
  const starts = isList ? itemStarts(text.text) : [];
  if (starts.length === 0) return [paragraph];
  return [0, ...starts].flatMap((from, nth) => {
    const to = from + text.text.slice(from, starts[nth]).trimEnd().length;
    return to === from ? [] : [{ ...paragraph, text: slice(text, from, to), span: sourceSpan(text, from, to) }];
  });
}
