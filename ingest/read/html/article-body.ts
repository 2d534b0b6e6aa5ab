import type { PageElement } from './page-tree.ts';
import { isInside, type PageLine } from './page-lines.ts';
import { isFoot, isFurniture, isPublicationBar } from './page-furniture.ts';
import { trimArticle } from './trim-article.ts';
import { isDocumentLine, SENTENCE, type WeighedPage } from './weighed-page.ts';

/** Elements that are one paragraph: the body of an article is never one of them, nor a row of data. */
const PARAGRAPHS = new Set('p h1 h2 h3 h4 h5 h6 li dt dd pre blockquote'.split(' '));

/** A child that holds so much of its parent's prose is where the article is. */
const DOMINANT = 0.6;

/** Farther out than this, only running text of a like size is still part of the article. */
const NEAR_LEVELS = 2;
const LIKE_SIZE = 0.12;

const HAN = /[\u4e00-\u9fff]/g;

/** Chinese characters of a line if it reads as a sentence, a tenth of them if not, none if it is a link or furniture. */
function proseOf(line: PageLine): number {
  if (line.linked * 2 > line.characters) return 0;
  const han = (line.text.match(HAN) ?? []).length;
  if (han === 0 || isFurniture(line) || isFoot(line) || isPublicationBar(line)) return 0;
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
function densestElement(
  root: PageElement,
  sums: ReadonlyMap<PageElement, number>,
  rows: ReadonlySet<PageElement>,
): PageElement {
  const isParagraph = (element: PageElement): boolean =>
    element.name === 'tr' ? rows.has(element) : PARAGRAPHS.has(element.name);
  let at = root;
  for (;;) {
    const whole = sums.get(at) ?? 0;
    let heaviest: PageElement | null = null;
    for (const child of at.children) {
      if (child.kind === 'element' && (sums.get(child) ?? 0) > (heaviest ? (sums.get(heaviest) ?? 0) : 0))
        heaviest = child;
    }
    if (!heaviest || isParagraph(heaviest) || (sums.get(heaviest) ?? 0) < whole * DOMINANT) return at;
    at = heaviest;
  }
}

interface Sibling {
  first: number;
  last: number;
  /** The child that the lines stand in; null for lines of the parent itself. */
  child: PageElement | null;
}

/** The lines of `parent` that do not stand in `inner`, grouped by the child of `parent` that they stand in. */
function siblingsOf(parent: PageElement, inner: PageElement, lines: readonly PageLine[]): Sibling[] {
  const groups: Sibling[] = [];
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

/** A box to fill in is none of the article: 该信息对您是否有帮助？ */
function holdsControls(element: PageElement): boolean {
  return element.controls || element.children.some((child) => child.kind === 'element' && holdsControls(child));
}

/** What of a document can stand over its title: 渝府发〔2020〕1号, 第222号, 云溪省人民政府令. Not 站内搜索 or a word on cookies. */
const OVER_TITLE = /[〔［[(（]\d{4}[〕］\])）].{0,4}\d+\s?号|第.{1,8}号|(?:令|公告|文件)$/;

/** News with teasers, related documents: every few lines one is a link from end to end. An article has hardly one. */
function isList(range: readonly PageLine[]): boolean {
  const links = range.filter(isLink).length;
  return links * 6 >= range.length && links > 0;
}

/** The lines of the article and of what stands around it and belongs to it, with buttons and links still among them. */
function linesAround({ lines, prose, core }: WeighedPage, weight: number, title: number | null): number[] {
  const kept = new Set<number>();
  lines.forEach((line, index) => {
    if (isInside(line.owner, core)) kept.add(index);
  });
  let level = 0;
  for (let inner = core; inner.parent; inner = inner.parent) {
    const siblings = siblingsOf(inner.parent, inner, lines);
    // An element that only wraps another is no step away from the article.
    if (siblings.length > 0) level += 1;
    for (const { first, last, child } of siblings) {
      const range = lines.slice(first, last + 1);
      const own = prose.slice(first, last + 1).reduce((sum, part) => sum + part, 0);
      const isNear = level <= NEAR_LEVELS && range.every(isDocumentLine);
      const isFooter = level > NEAR_LEVELS && range.some(isFoot);
      const isForm = own < weight && child !== null && holdsControls(child);
      if (isFooter || isForm || isList(range) || (own < weight * LIKE_SIZE && !isNear)) continue;
      for (let index = first; index <= last; index += 1)
        if (title === null || index >= title || OVER_TITLE.test(lines[index]?.text ?? '')) kept.add(index);
    }
  }
  return [...kept].sort((one, other) => one - other);
}

/**
 * Finds the lines of the article on a page by structure: where most of the running text stands, with what stands beside it and
 * reads like a document, without links, buttons and feet. No site's class names count.
 * `excluded` are lines that state facts about the document; `title` is the line that shows its title, over which only its number
 * can stand. Returns indexes in order; empty when there is no running text.
 */
export function articleLines(
  root: PageElement,
  lines: readonly PageLine[],
  excluded: ReadonlySet<number>,
  title: number | null = null,
): number[] {
  const teasers = teasersOf(lines);
  const prose = lines.map((line, index) => (excluded.has(index) || isInAny(line.owner, teasers) ? 0 : proseOf(line)));
  const sums = proseByElement(lines, prose);
  const rows = new Set(lines.flatMap(({ isRow, owner }) => (isRow ? [owner] : [])));
  const core = densestElement(root, sums, rows);
  const weight = sums.get(core) ?? 0;
  if (weight === 0) return [];
  const page = { lines, prose, excluded, core };
  return trimArticle(linesAround(page, weight, title), page);
}
