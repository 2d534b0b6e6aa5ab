/**
 * Lines that hold several articles, as texts do that lost their line ends: `第一章 总则 第一条 为加强管理，制定本办法。 第二条 本办法所称…`.
 * Reads one line, returns the lines that its title, divisions, articles and items would be in print.
 */
import type { PrintedLine } from '../text/lines.ts';
import { isTitleNote } from '../structure/classify-line.ts';
import { readLabel } from '../structure/read-label.ts';
import type { Label } from '../structure/read-label.ts';
import { isSpaceAt } from '../text/characters.ts';
import { splitClosing } from './split-closing.ts';
import { splitLineAt } from './split-line.ts';
import { itemsIn } from './split-run-in-items.ts';

const SHORTEST = 12;
const LONGEST_LABEL = 24;
/** Of the divisions over one article. */
const LONGEST_DIVISION = 80;
/** Articles that must count on where a title or nothing known stands over the first of them in the line. */
const FEWEST_BEHIND_TITLE = 3;

const NUMERAL = '[〇○零一二三四五六七八九十百千两0-9０-９]';
// Ends of sentences, divisions and articles: 。 · 。” · 第二章 · 第八条
const MARK = new RegExp(`。[”’」』）)]?|第\\s{0,2}${NUMERAL}{1,8}\\s{0,2}(?:条|分编|[编章节])`, 'gu');
// Must match: 第一章 总则 · 第二编 分则 第一章 一般规定      Must not: 第二章规定的，由
const DIVISIONS = /^第[^，。；：,;:（）《》]{2,60}$/u;
// Must match: 修改为：“…” · 第一款修改为 · 改为第五条      Must not: 修建道路
const AMENDS = /^(?:第.{1,6}[款项])?(?:修改为|修改成|改为|删[去除]|增加|作为|合并|调整为)/u;
const PARAGRAPH_GAP = /[。：；][\s\u3000]{2,}(?=\S)/gu;

/** An article that begins in a line. */
interface Beginning {
  /** Where its first division or its label begins. */
  from: number;
  /** Where the divisions over it and its label begin. */
  cuts: number[];
  /** Nothing of the line stands before it. */
  opensLine: boolean;
  isSpaced: boolean;
}

/** Where an article may begin: what stands before its label. */
interface Place {
  at: number;
  /** Behind the last sentence. */
  sentence: number;
  divisions: readonly number[];
}

/** The articles that begin in a text: they count on from one to the next, each behind a sentence or a division. */
function beginningsIn(text: string): Beginning[] {
  const found: Beginning[] = [];
  let divisions: number[] = [];
  let sentence = 0;
  let last = 0;
  for (const { index: at, 0: mark } of text.matchAll(MARK)) {
    if (mark.startsWith('。')) {
      sentence = at + mark.length;
      divisions = [];
    } else if (mark.endsWith('条')) {
      const label = articleLabel(text, at);
      const [number = 0, inserted] = label?.number ?? [];
      const isHead = beginsBehindMark(text, { at, sentence, divisions });
      const isDue = number === last + 1 || (number === last && inserted !== undefined);
      if (!label || !(found.length === 0 ? isHead || number === 1 : isHead && isDue)) continue;
      const cuts = isHead || areDivisions(text, divisions[0], at) ? [...divisions, at] : [at];
      found.push({ from: cuts[0] ?? at, cuts, opensLine: isHead && sentence === 0, isSpaced: label.spaced });
      last = number;
    } else divisions.push(at);
  }
  return found;
}

/** The label of an article that begins at `at`; null for a mention. */
function articleLabel(text: string, at: number): Label | null {
  const label = readLabel(text.slice(at, at + LONGEST_LABEL));
  if (label?.kind !== 'article') return null;
  const behind = text.slice(at + label.end, at + label.end + LONGEST_LABEL);
  return AMENDS.test(behind) ? null : label;
}

/** Whether nothing but divisions stands between the end of a sentence and the label of an article. */
function beginsBehindMark(text: string, { at, sentence, divisions: [division] }: Place): boolean {
  if (at - sentence > LONGEST_DIVISION || text.slice(sentence, division ?? at).trim() !== '') return false;
  return division === undefined || areDivisions(text, division, at);
}

function areDivisions(text: string, from: number | undefined, to: number): boolean {
  return from !== undefined && to - from <= LONGEST_DIVISION && DIVISIONS.test(text.slice(from, to));
}

/** Where the 题注 begins behind the title that stands over the first article of a line. */
function noteIn(head: string): number[] {
  const note = head.search(/[（(]/u);
  return note > 0 && isTitleNote(head.slice(note).trim()) ? [note] : [];
}

/** Paragraphs of a line that leaves wide blanks between its articles. */
function wideBlanksIn(text: string, others: readonly Beginning[]): number[] {
  if (!others.every(({ from }) => isSpaceAt(text, from - 1) && isSpaceAt(text, from - 2))) return [];
  return Array.from(text.matchAll(PARAGRAPH_GAP), ({ index, 0: gap }) => index + gap.length);
}

/** The lines that a line of several articles, or of a division and its article, would be in print; null for any other line. */
export function splitRunInArticles(line: PrintedLine): PrintedLine[] | null {
  const { text } = line;
  if (text.length < SHORTEST || !text.includes('条')) return null;
  const beginnings = beginningsIn(text);
  const [first, ...others] = beginnings;
  if (!first) return null;
  if (!first.opensLine && beginnings.length < FEWEST_BEHIND_TITLE) return null;
  const cuts = new Set([...noteIn(text.slice(0, first.from)), ...first.cuts]);
  if (others.length > 0) {
    for (const cut of wideBlanksIn(text, others)) cuts.add(cut);
    for (const [at, { from }] of beginnings.entries())
      for (const cut of itemsIn(text.slice(from, others[at]?.from))) cuts.add(from + cut);
    for (const { cuts: of } of others) for (const cut of of) cuts.add(cut);
  } else if (first.cuts.length < 2 || !first.isSpaced) return null;
  const pieces = splitLineAt(
    line,
    [...cuts].sort((a, b) => a - b),
  );
  return pieces && withClosing(pieces);
}

/** Signer and day apart that stand behind the last sentence: …起施行。 江州市人民政府 2017年12月1日 */
function withClosing(pieces: readonly PrintedLine[]): PrintedLine[] {
  const last = pieces.at(-1);
  if (!last?.text.endsWith('日')) return [...pieces];
  const [sentence, closing] = splitLineAt(last, [last.text.lastIndexOf('。') + 1]) ?? [];
  const parts = closing && splitClosing(closing);
  return sentence && parts ? [...pieces.slice(0, -1), sentence, ...parts] : [...pieces];
}
