/**
 * What the lines around a line look like, for joining: hard-wrapped blocks, and labels that stand before running text
 * (（一）健全消防工作组织领导。各县市…) or before bare headings (（一）指导思想).
 */
import { endsSentence, hasClauseMark } from '../text/characters.ts';
import { endsInNote } from '../text/closing-note.ts';
import type { PrintedLine } from '../text/lines.ts';
import { isPrinted } from './printed-text.ts';
import type { PrintedText } from './printed-text.ts';

const WIDEST_WRAP = 60;
const NARROWEST_WRAP = 12;
const FULL_LINE = 3;
const FIRST_LINE_INDENT = 1;
// A block of fewer lines says nothing of the number of characters to which its lines were cut.
const FEWEST_CUT = 2;

// Must match: 第十四届全国人民代表大会，常务 · 农业、农村      Must not: 组长：王某 · 乌鲁木齐市第19中学
const PROSE = /[，。；、！？,;]/u;

/** Width of a line with its indent; a space between figures and words is hardly printed. */
function printedWidth({ indent, width, text }: PrintedLine): number {
  let spaces = 0;
  for (let at = text.indexOf(' '); at >= 0; at = text.indexOf(' ', at + 1)) spaces += 1;
  return indent + width - spaces / 2;
}

/** Characters of a line with its indent. */
const lengthOf = (line: PrintedLine): number => Math.round(line.indent) + line.text.length;

/** Touching lines of hard-wrapped prose. */
interface WrappedBlock {
  /** Width at which its lines end. */
  width: number;
  /** Characters at which a program cut its lines; 0 where it did not. */
  cut: number;
  /** First lines of its paragraphs are indented, the others flush left. */
  indents: boolean;
}

/** Labels of one kind that count on from 1: how many stand before running text, how many before bare headings. */
interface SiblingGroup {
  runIn: number;
  bare: number;
}

/** Looks at a part's body once; answers for each of its lines. */
export class BodyContext {
  readonly #text: PrintedText;
  readonly #from: number;
  readonly #isApart: (at: number) => boolean;
  readonly #blocks: (WrappedBlock | undefined)[] = [];
  readonly #groups: (SiblingGroup | undefined)[] = [];

  /** `isApart`: lines that are no running text: titles, signatures, days. */
  constructor(text: PrintedText, from: number, to: number, isApart: (at: number) => boolean) {
    this.#text = text;
    this.#from = from;
    this.#isApart = isApart;
    this.#blocks.length = Math.max(0, to - from);
    this.#measureBlocks(to);
    this.#groupLabels(to);
  }

  /** Whether line `at` is part of hard-wrapped prose. */
  isWrapped(at: number): boolean {
    return this.#blocks[at - this.#from] !== undefined;
  }

  /** Whether line `at` reaches the right margin of its block: by width, or by characters where a program cut the lines by these. */
  isFull(at: number): boolean {
    const line = this.#text.lines[at];
    const block = this.#blocks[at - this.#from];
    if (!line || !block) return false;
    return printedWidth(line) >= block.width - FULL_LINE || (block.cut > 0 && lengthOf(line) >= block.cut);
  }

  /** Whether line `at` begins a paragraph by its indent: true or false; null where the block does not say it so. */
  beginsByIndent(at: number): boolean | null {
    const line = this.#text.lines[at];
    return line && this.#blocks[at - this.#from]?.indents === true ? line.indent >= FIRST_LINE_INDENT : null;
  }

  #measureBlocks(to: number): void {
    let start = this.#from;
    while (start < to) {
      let end = start;
      while (end < to && isPrinted(this.#text, end) && !this.#isApart(end)) end += 1;
      if (end - start >= 2) this.#measureBlock(start, end);
      start = Math.max(end, start + 1);
    }
  }

  #measureBlock(start: number, end: number): void {
    const block: WrappedBlock = { width: 0, cut: 0, indents: true };
    let prose = 0;
    let longest = 0;
    let cuts = 0;
    let indented = 0;
    for (let at = start; at < end; at += 1) {
      const line = this.#text.lines[at];
      if (!line) continue;
      if (line.width > WIDEST_WRAP) return;
      block.width = Math.max(block.width, printedWidth(line));
      const length = lengthOf(line);
      cuts = length > longest ? 1 : cuts + (length === longest ? 1 : 0);
      longest = Math.max(longest, length);
      if (PROSE.test(line.text)) prose += 1;
      if (line.indent >= FIRST_LINE_INDENT) indented += 1;
      else if ((this.#text.shapes[at]?.labelEnd ?? 0) > 0) block.indents = false;
    }
    if (block.width < NARROWEST_WRAP || prose * 3 < end - start) return;
    if (cuts >= FEWEST_CUT) block.cut = longest;
    if (indented === 0 || indented === end - start) block.indents = false;
    this.#blocks.fill(block, start - this.#from, end - this.#from);
  }

  #groupLabels(to: number): void {
    const current = new Map<string, SiblingGroup>();
    for (let at = this.#from; at < to; at += 1) {
      const shape = this.#text.shapes[at];
      if (!shape || shape.labelEnd === 0) continue;
      const starts = shape.number[0] === 1 && shape.kind !== 'article' && shape.kind !== 'decimal';
      const group = (starts ? undefined : current.get(shape.kind)) ?? { runIn: 0, bare: 0 };
      const style = this.#styleOf(at);
      if (style === 'bare') group.bare += 1;
      if (style === 'runIn') group.runIn += 1;
      current.set(shape.kind, group);
      this.#groups[at - this.#from] = group;
    }
  }

  /** True when the label of line `at` stands before running text, false before a bare heading; null when it has no label. */
  runIn(at: number): boolean | null {
    const group = this.#groups[at - this.#from];
    if (!group) return null;
    const own = this.#styleOf(at);
    if (own === 'runIn') return true;
    if (this.#text.shapes[at]?.kind === 'box') return false;
    const bare = group.bare - (own === 'bare' ? 1 : 0);
    if (bare + group.runIn === 0) return own === 'unknown' || this.#text.shapes[at]?.kind === 'article';
    return group.runIn >= bare;
  }

  /** What a labelled line shows of its style; a full line of a wrapped block may go on, and shows nothing. */
  #styleOf(at: number): 'bare' | 'runIn' | 'unknown' {
    const line = this.#text.lines[at];
    if (!line || !isBare(this.#text, at)) return 'runIn';
    return this.isFull(at) ? 'unknown' : 'bare';
  }
}

function isBare(text: PrintedText, at: number): boolean {
  const words = text.lines[at]?.text ?? '';
  return !hasClauseMark(words) && !endsSentence(words) && !endsInNote(words);
}
