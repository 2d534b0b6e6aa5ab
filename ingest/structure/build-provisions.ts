/**
 * The provision tree of a part: 编 章 节 条 款 项 目, or the natural divisions of a text without articles (一、（一）1.（1）, 1.1).
 * Reads paragraphs, returns provisions with stable ids; 款 are counted, everything else takes its printed number.
 */
import type { MappedText } from '../model/mapped-text.ts';
import type { Provision, ProvisionKind } from '../model/provision.ts';
import type { Warning } from '../model/warning.ts';
import type { Paragraph } from '../model/document-draft.ts';
import { endsSentence } from '../text/characters.ts';
import { withoutSpaces } from '../text/spaces.ts';
import { countParagraphs } from './count-paragraphs.ts';
import { checkNumbering } from './check-numbering.ts';
import { assignIds } from './assign-ids.ts';
import type { ProvisionStep } from './provision-id.ts';
import { closeSpans, extend, isBareHeading, labelledProvision, newProvision, NO_TEXT } from './provision-node.ts';
import { joinParagraphs } from './provision-text.ts';
import { splitInlineItems } from './inline-items.ts';
import { liftFinalParagraphs } from './lift-final-paragraphs.ts';
import { outlineLabel } from './outline-label.ts';
import { readLabel } from './read-label.ts';
import type { Label, LabelKind } from './read-label.ts';

const LONGEST_BARE_DIVISION = 20;
const MOST_LOST = 2;
// Must match: 总则 · 附则 · 罚则      Must not: 细则 · 管理规则
const GENERAL_DIVISION = /^[总分罚附]则$/u;

const NAMED_BELOW: ReadonlySet<ProvisionKind> = new Set(['part', 'subpart', 'chapter', 'section']);

/** A node while the tree grows. `level`: what may stand inside what. */
interface OpenNode {
  provision: Provision;
  /** The paragraphs of a run of rows or list lines, put together when it ends. */
  run: MappedText[];
  label: LabelKind | 'list' | 'table';
  depth: number;
}

const DIVISION_KINDS: Partial<Record<LabelKind, ProvisionKind>> = {
  part: 'part',
  subpart: 'subpart',
  chapter: 'chapter',
  section: 'section',
  article: 'article',
};
const DIVISION_ORDER: readonly LabelKind[] = ['part', 'subpart', 'chapter', 'section', 'article'];

class TreeBuilder {
  readonly #roots: Provision[] = [];
  readonly #stack: OpenNode[] = [];
  readonly #isList: boolean;
  #lastArticle = 0;
  /** The paragraph above ends a sentence. */
  #isOver = false;

  constructor(isList: boolean) {
    this.#isList = isList;
  }

  add(paragraph: Paragraph, next: Paragraph | undefined): void {
    if (paragraph.role === 'table' || paragraph.role === 'list') this.#addRun(paragraph, paragraph.role);
    else if (paragraph.role === 'annex_notice') this.#addAnnexNotice(paragraph);
    else {
      const label = outlineLabel(paragraph, { next, open: this.#openOutline() }) ?? this.#labelOf(paragraph);
      if (label?.kind === 'comma' && beginsArticle(next) && isBareHeading(paragraph.text.text.slice(label.end)))
        this.#addDivision(paragraph, label);
      else if (label && label.kind !== 'dash') this.#addLabelled(paragraph, label);
      else if (label === null && beginsDivision(next) && this.#isNameOfDivision(paragraph))
        this.#nameDivision(paragraph);
      else if (label === null && beginsArticle(next) && this.#isBareDivision(paragraph))
        this.#addBareDivision(paragraph);
      else this.#addPlain(paragraph);
    }
    this.#isOver = endsSentence(paragraph.text.text) && !/[：:]$/u.test(paragraph.text.text);
  }

  /** 附　则 over the last articles; any heading without a label that stands between the end of an article and the next one. */
  #isBareDivision({ text: { text } }: Paragraph): boolean {
    const words = withoutSpaces(text);
    if (words.length > LONGEST_BARE_DIVISION || /[）)]$/u.test(words) || !isBareHeading(words)) return false;
    return GENERAL_DIVISION.test(words) || (this.#lastArticle > 0 && this.#isOver);
  }

  /** 总则 on the line under 第一章. */
  #isNameOfDivision({ text: { text } }: Paragraph): boolean {
    const open = this.#stack.at(-1)?.provision;
    return (
      open !== undefined &&
      NAMED_BELOW.has(open.kind) &&
      open.heading === null &&
      open.children.length === 0 &&
      isBareHeading(text)
    );
  }

  #nameDivision(paragraph: Paragraph): void {
    const open = this.#stack.at(-1)?.provision;
    if (!open) return;
    open.heading = paragraph.text.text;
    extend(open, paragraph);
  }

  #addBareDivision(paragraph: Paragraph): void {
    this.#leaveRun();
    const isGeneral = GENERAL_DIVISION.test(withoutSpaces(paragraph.text.text));
    if (isGeneral) this.#cutTo(0);
    else this.#leaveFor({ kind: 'section', end: 0, number: [], spaced: true });
    const provision = newProvision('heading', paragraph);
    provision.heading = paragraph.text.text;
    provision.body = NO_TEXT;
    this.#push({ provision, run: [], label: 'section', depth: 0 });
  }

  finish(): Provision[] {
    this.#leaveRun();
    liftFinalParagraphs(this.#roots);
    for (const root of this.#roots) closeSpans(root);
    return this.#roots.map(countParagraphs);
  }

  /** The label of a paragraph; a mention of an article that begins one is none. */
  #labelOf(paragraph: Paragraph): Label | null {
    const label = readLabel(paragraph.text.text);
    if (label?.kind !== 'article') return label;
    const number = label.number[0] ?? 0;
    // A label without a space behind it counts on from the last one; one or two may be lost.
    const isDue =
      (number > this.#lastArticle && number <= this.#lastArticle + MOST_LOST + 1) ||
      (number === this.#lastArticle && label.number.length > 1);
    if (!label.spaced && !isDue) return null;
    this.#lastArticle = number;
    return label;
  }

  #addRun(paragraph: Paragraph, kind: 'table' | 'list'): void {
    const top = this.#stack.at(-1);
    if (top?.label === kind) {
      top.run.push(paragraph.text);
      extend(top.provision, paragraph);
      return;
    }
    this.#leaveRun();
    this.#push({ provision: newProvision(kind, paragraph), run: [paragraph.text], label: kind, depth: 0 });
  }

  #addPlain(paragraph: Paragraph): void {
    this.#leaveRun();
    this.#attach(newProvision('paragraph', paragraph));
  }

  /** 附件：1.… names annexes; it stands behind the text and in none of its provisions. */
  #addAnnexNotice(paragraph: Paragraph): void {
    this.#leaveRun();
    this.#cutTo(0);
    this.#roots.push(newProvision('paragraph', paragraph));
  }

  #leaveRun(): void {
    const top = this.#stack.at(-1);
    if (top?.label !== 'table' && top?.label !== 'list') return;
    top.provision.body = joinParagraphs(top.run);
    this.#stack.pop();
  }

  #addLabelled(paragraph: Paragraph, label: Label): void {
    this.#leaveRun();
    this.#leaveFor(label);
    const provision = labelledProvision(this.#kindOf(label), paragraph, label);
    this.#push({ provision, run: [], label: label.kind, depth: label.number.length });
  }

  /** 一、关于一般规定 over the articles of a judicial interpretation divides them as a section does. */
  #addDivision(paragraph: Paragraph, label: Label): void {
    this.#leaveRun();
    this.#leaveFor({ ...label, kind: 'section' });
    const provision = newProvision('heading', paragraph);
    provision.label = paragraph.text.text.slice(0, label.end).trim();
    provision.number = label.number;
    provision.heading = paragraph.text.text.slice(label.end);
    provision.body = NO_TEXT;
    this.#push({ provision, run: [], label: 'section', depth: label.number.length });
  }

  #push(node: OpenNode): void {
    this.#attach(node.provision);
    this.#stack.push(node);
  }

  #attach(provision: Provision): void {
    const parent = this.#stack.at(-1)?.provision;
    if (parent) parent.children.push(provision);
    else this.#roots.push(provision);
  }

  /** Closes what a new label cannot stand inside. */
  #leaveFor(label: Label): void {
    const rank = DIVISION_ORDER.indexOf(label.kind);
    if (rank >= 0) {
      this.#popWhile(({ label: open }) => {
        const openRank = DIVISION_ORDER.indexOf(toLabelKind(open));
        return openRank < 0 || openRank >= rank;
      });
      return;
    }
    if (label.kind === 'decimal') {
      const at = this.#stack.findIndex((node) => node.label === 'decimal' && node.depth >= label.number.length);
      const deepest = this.#stack.findLastIndex(
        (node) => node.label === 'decimal' || node.label === 'comma' || node.label === 'bracket',
      );
      this.#cutTo(at >= 0 ? at : Math.max(this.#articleAt() + 1, deepest + 1));
      return;
    }
    const at = this.#stack.findLastIndex((node) => node.label === label.kind);
    if (at >= 0 && at > this.#articleAt()) this.#cutTo(at);
    else if (label.kind === 'box') this.#popWhile((node) => node.label === 'point' || node.label === 'round');
    else if (label.kind === 'point' && this.#stack.at(-1)?.label === 'box' && this.#continuesAboveBox(label))
      this.#stack.pop();
  }

  // 专栏 stands between two numbered headings: the second one is outside the box again.
  #continuesAboveBox(label: Label): boolean {
    const siblings = this.#stack.at(-2)?.provision.children ?? this.#roots;
    return siblings.some((sibling) => sibling.number?.[0] === (label.number[0] ?? 0) - 1 && sibling.label !== null);
  }

  /** 3 within 3.2; null in a list and where no decimal heading is open. */
  #openOutline(): number | null {
    if (this.#stack.some(({ label }) => label === 'point')) return null;
    return this.#stack.find(({ label }) => label === 'decimal')?.provision.number?.[0] ?? null;
  }

  #articleAt(): number {
    return this.#stack.findLastIndex((node) => DIVISION_ORDER.includes(toLabelKind(node.label)));
  }

  #cutTo(length: number): void {
    while (this.#stack.length > length) this.#stack.pop();
  }

  #popWhile(leaves: (node: OpenNode) => boolean): void {
    for (let top = this.#stack.at(-1); top && leaves(top); top = this.#stack.at(-1)) this.#stack.pop();
  }

  #kindOf(label: Label): ProvisionKind {
    const division = DIVISION_KINDS[label.kind];
    if (division) return division;
    if (label.kind === 'box') return 'box';
    const parent = this.#stack.at(-1)?.provision.kind;
    if (parent === 'item' || parent === 'subitem') return 'subitem';
    if (this.#stack.some((node) => node.label === 'article')) return 'item';
    if (label.kind === 'comma' || label.kind === 'bracket' || label.kind === 'decimal')
      return this.#isList ? 'item' : 'heading';
    return 'item';
  }
}

const toLabelKind = (label: OpenNode['label']): LabelKind => (label === 'list' || label === 'table' ? 'dash' : label);

function beginsArticle(paragraph: Paragraph | undefined): boolean {
  return paragraph !== undefined && readLabel(paragraph.text.text)?.kind === 'article';
}

function beginsDivision(paragraph: Paragraph | undefined): boolean {
  const kind = paragraph && readLabel(paragraph.text.text)?.kind;
  return kind !== undefined && DIVISION_ORDER.includes(kind);
}

/** What the tree of a part is built from. */
export interface TreeRequest {
  /** Steps that open every id: annex 2; none for the main text. */
  prefix: readonly ProvisionStep[];
  /** The part is a list (决定废止的文件目录): its numbered lines are items, not headings. */
  isList: boolean;
}

/** The provision tree of a part's body paragraphs; gaps and repetitions in the numbering become warnings. */
export function buildProvisions(
  paragraphs: readonly Paragraph[],
  request: TreeRequest,
  warnings: Warning[],
): Provision[] {
  const builder = new TreeBuilder(request.isList);
  const units = paragraphs.flatMap(splitInlineItems);
  for (const [at, paragraph] of units.entries()) builder.add(paragraph, units[at + 1]);
  const provisions = builder.finish();
  assignIds(provisions, request.prefix);
  checkNumbering(provisions, warnings);
  return provisions;
}
