import type { PageElement } from './page-tree.ts';
import { isInside, type PageLine } from './page-lines.ts';
import { isFileLink, isFoot, isFurniture } from './page-furniture.ts';

/** Elements that are one paragraph or one row: the body of an article is never one of them. */
const PARAGRAPHS = new Set('p h1 h2 h3 h4 h5 h6 li dt dd pre tr blockquote'.split(' '));

/** A child that holds so much of its parent's prose is where the article is. */
const DOMINANT = 0.6;

/** Farther out than this, only running text of a like size is still part of the article. */
const NEAR_LEVELS = 2;
const LIKE_SIZE = 0.12;

const SENTENCE = /[，。；：、]/;
const HAN = /[\u4e00-\u9fff]/g;

/** Chinese characters of a line if it reads as a sentence, a tenth of them if not, none if it is a link or furniture. */
function proseOf(line: PageLine): number {
  if (line.linked * 2 > line.characters) return 0;
  const han = (line.text.match(HAN) ?? []).length;
  if (han === 0 || isFurniture(line) || isFoot(line)) return 0;
  return SENTENCE.test(line.text) ? han : han / 10;
}

function isLink({ linked, characters, isRow }: PageLine): boolean {
  return !isRow && linked > 0 && linked === characters;
}

/** A block of so few lines with a link for a heading is a teaser of another page: its text is not the article's. */
const LARGEST_TEASER = 4;

/** The blocks that are teasers: a title that is a link, two lines from the page behind it, a date. */
function teasersOf(lines: readonly PageLine[]): Set<PageElement> {
  const counts = new Map<PageElement, number>();
  for (const { owner } of lines)
    for (let at: PageElement | null = owner; at; at = at.parent) counts.set(at, (counts.get(at) ?? 0) + 1);
  const teasers = new Set<PageElement>();
  for (const { owner } of lines.filter(isLink)) {
    let at = owner;
    while (at.parent && (counts.get(at.parent) ?? 0) <= LARGEST_TEASER) at = at.parent;
    if ((counts.get(at) ?? 0) <= LARGEST_TEASER) teasers.add(at);
  }
  return teasers;
}

function isInAny(element: PageElement, some: ReadonlySet<PageElement>): boolean {
  for (let at: PageElement | null = element; at; at = at.parent) if (some.has(at)) return true;
  return false;
}

/** For each element, the prose of all lines inside it. */
function proseByElement(lines: readonly PageLine[], prose: readonly number[]): Map<PageElement, number> {
  const sums = new Map<PageElement, number>();
  lines.forEach((line, index) => {
    const own = prose[index] ?? 0;
    if (own === 0) return;
    for (let at: PageElement | null = line.owner; at; at = at.parent) sums.set(at, (sums.get(at) ?? 0) + own);
  });
  return sums;
}

/** Goes down from the page to the element that holds the article, as long as one child holds most of what there is. */
function densestElement(root: PageElement, sums: ReadonlyMap<PageElement, number>): PageElement {
  let at = root;
  for (;;) {
    const whole = sums.get(at) ?? 0;
    let heaviest: PageElement | null = null;
    for (const child of at.children) {
      if (child.kind === 'element' && (sums.get(child) ?? 0) > (heaviest ? (sums.get(heaviest) ?? 0) : 0))
        heaviest = child;
    }
    if (!heaviest || PARAGRAPHS.has(heaviest.name) || (sums.get(heaviest) ?? 0) < whole * DOMINANT) return at;
    at = heaviest;
  }
}

interface Sibling {
  first: number;
  last: number;
}

/** The lines of `parent` that do not stand in `inner`, grouped by the child of `parent` that they stand in. */
function siblingsOf(parent: PageElement, inner: PageElement, lines: readonly PageLine[]): Sibling[] {
  const groups: (Sibling & { child: PageElement | null })[] = [];
  lines.forEach((line, index) => {
    if (!isInside(line.owner, parent) || isInside(line.owner, inner)) return;
    let child: PageElement | null = line.owner === parent ? null : line.owner;
    while (child?.parent && child.parent !== parent) child = child.parent;
    const last = groups.at(-1);
    if (last && child !== null && last.child === child) last.last = index;
    else groups.push({ first: index, last: index, child });
  });
  return groups;
}

/** A short line that can be part of a document: a heading, a number, a signature, a date. */
function isDocumentLine(line: PageLine): boolean {
  return !isFurniture(line) && !isFoot(line) && !isFileLink(line) && line.linked * 2 <= line.characters;
}

/** News with teasers, related documents: every few lines one is a link from end to end. An article has hardly one. */
function isList(range: readonly PageLine[]): boolean {
  const links = range.filter(isLink).length;
  return links * 6 >= range.length && links > 0;
}

/**
 * Finds the lines of the article on a page by structure: where most of the running text stands, with what stands beside it and
 * reads like a document, without links, buttons and feet. No site's class names count.
 * `excluded` are lines that state facts about the document. Returns indexes in order; empty when there is no running text.
 */
export function articleLines(root: PageElement, lines: readonly PageLine[], excluded: ReadonlySet<number>): number[] {
  const teasers = teasersOf(lines);
  const prose = lines.map((line, index) => (excluded.has(index) || isInAny(line.owner, teasers) ? 0 : proseOf(line)));
  const sums = proseByElement(lines, prose);
  const core = densestElement(root, sums);
  const weight = sums.get(core) ?? 0;
  if (weight === 0) return [];
  const kept = new Set<number>();
  lines.forEach((line, index) => {
    if (isInside(line.owner, core)) kept.add(index);
  });
  let level = 0;
  for (let inner = core; inner.parent; inner = inner.parent) {
    level += 1;
    for (const { first, last } of siblingsOf(inner.parent, inner, lines)) {
      const range = lines.slice(first, last + 1);
      const own = prose.slice(first, last + 1).reduce((sum, part) => sum + part, 0);
      const isNear = level <= NEAR_LEVELS && range.every(isDocumentLine);
      const isFooter = level > NEAR_LEVELS && range.some(isFoot);
      if (isFooter || isList(range) || (own < weight * LIKE_SIZE && !isNear)) continue;
      for (let index = first; index <= last; index += 1) kept.add(index);
    }
  }
  return trim(
    [...kept].sort((one, other) => one - other),
    lines,
    prose,
    excluded,
  );
}

/** Leaves out furniture everywhere, and before and behind the running text what is only links. */
function trim(
  kept: readonly number[],
  lines: readonly PageLine[],
  prose: readonly number[],
  excluded: ReadonlySet<number>,
): number[] {
  const lineAt = (index: number): PageLine | undefined => lines[index];
  const isSentence = (index: number): boolean => (prose[index] ?? 0) >= 1 && SENTENCE.test(lines[index]?.text ?? '');
  const firstProse = kept.findIndex(isSentence);
  const lastProse = kept.findLastIndex(isSentence);
  const result: number[] = [];
  for (const [position, index] of kept.entries()) {
    const line = lineAt(index);
    if (!line || excluded.has(index) || isFurniture(line)) continue;
    if (position > lastProse && isFoot(line)) break;
    if ((position > lastProse || position < firstProse) && line.linked > 0 && line.linked * 2 >= line.characters)
      continue;
    if (isFoot(line) && !SENTENCE.test(line.text)) continue;
    if (isFileLink(line)) continue;
    result.push(index);
  }
  return result;
}
