/**
 * The documents of an issue: reads the lines behind the contents, returns each document with its head and its parts, in order.
 * Lines that belong to none stay unclaimed.
 */
import { foldText } from '../text/fold.ts';
import type { ContentsPromise } from './contents/contents-promise.ts';
import { isBracketedSection, looksLikeSection, ORNAMENTS, sectionName } from './section-name.ts';
import { isSectionLine } from './section-line.ts';
import { headFrom } from './document-head.ts';
import type { DocumentHead } from './document-head.ts';
import { findDocumentHeads } from './document-heads.ts';
import { findParts } from './document-parts.ts';
import type { FoundDocument } from './found-document.ts';
import { isPrinted, lastPrinted, makeFurniture, nextPrinted, textOf } from './printed-text.ts';
import type { PrintedText } from './printed-text.ts';
import { blankBetween, foldedLines, isLetterhead, titleBelow } from './title-block.ts';
import { unreadableNumber } from './unreadable-number.ts';

const MOST_LETTERHEAD_LINES = 6;
const LONGEST_SECTION = 12;
const LONGEST_PROMULGATION = 400;
const SIGNS = ['【', '[', '〔', '［', '·', '—', ...Array.from(ORNAMENTS)];

/** A head for a text that has none of its own: its first line may be its title. */
function impliedHead(text: PrintedText, at: number, ceiling: number, rule: string): DocumentHead {
  const title = titleBelow(text, at, ceiling);
  const isTitle = title !== null && nextPrinted(text, title.to, ceiling) < ceiling;
  if (!isTitle) return headFrom(at, rule);
  const number = unreadableNumber(text, title.to);
  return headFrom(at, rule, { title, number, end: number === null ? title.to : number + 1 });
}

function hasProse(text: PrintedText, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) {
    const kind = text.shapes[at]?.kind;
    if (kind === 'article' || kind === 'comma' || (isPrinted(text, at) && textOf(text, at).includes('。'))) return true;
  }
  return false;
}

/** What stands before the first head: a document of its own, or a letterhead of the first one when nothing else opens the file. */
function withLead(text: PrintedText, heads: DocumentHead[], from: number, bare: boolean): DocumentHead[] {
  const to = heads[0]?.start ?? text.lines.length;
  const first = nextPrinted(text, from, to);
  if (first >= to) return heads;
  const head = heads[0];
  if (!head || hasProse(text, first, to)) return [impliedHead(text, first, to, 'implied'), ...heads];
  let lines = 0;
  for (let at = first; at < to; at += 1) if (isPrinted(text, at)) lines += 1;
  return bare && lines <= MOST_LETTERHEAD_LINES ? [{ ...head, start: first }, ...heads.slice(1)] : heads;
}

/** Section names repeated over the documents of a section (【国务院文件】) belong to none of them. */
function setDividersApart(text: PrintedText, from: number, promises: readonly ContentsPromise[]): void {
  const names = new Set<string>();
  for (const { section } of promises) if (section) names.add(section.value);
  for (const [at, claim] of text.claims.entries()) if (claim?.rule === 'running-section') names.add(textOf(text, at));
  const promised = new Set(promises.map(({ folded }) => folded));
  const sections = new Set<string>();
  const opens = new Set(SIGNS);
  let longest = LONGEST_SECTION;
  for (const name of names) {
    const folded = foldText(name);
    sections.add(folded);
    opens.add(name.charAt(0));
    longest = Math.max(longest, folded.length);
  }
  for (let at = from; at < text.lines.length; at += 1) {
    const words = textOf(text, at);
    if (words.length > longest * 2 + 4 || !isPrinted(text, at)) continue;
    const isListed = opens.has(words.charAt(0)) && sections.has(foldText(sectionName(words)));
    if (!isListed && !isSetApart(text, at)) continue;
    if (endsPromisedTitle(text, at, promised)) continue;
    // 国务院令 over 第774号 is an order, whatever the section is called.
    if (
      text.shapes[at]?.kind === 'order' &&
      text.shapes[nextPrinted(text, at + 1, text.lines.length)]?.kind === 'number'
    )
      continue;
    makeFurniture(text, at, 'section-divider');
  }
}

/** 政策解读 under 《江州市供水管理办法》, where the contents promise the two lines as one title. */
function endsPromisedTitle(text: PrintedText, at: number, promised: ReadonlySet<string>): boolean {
  const above = lastPrinted(text, 0, at);
  return above >= 0 && blankBetween(text, above, at) === 0 && promised.has(foldedLines(text, above, at + 1));
}

/** 人事任免 alone between the day of one document and the head of the next, in issues without contents. */
function setSectionAbove(text: PrintedText, start: number, floor: number): void {
  const at = lastPrinted(text, floor, start);
  const above = text.shapes[lastPrinted(text, floor, at)]?.kind;
  if (at < 0 || !isSectionLine(text, at)) return;
  if (above === 'date' || above === 'imprint') makeFurniture(text, at, 'section-divider');
}

/** A section name between ornaments, whether or not the contents print it. */
function isSetApart(text: PrintedText, at: number): boolean {
  const line = text.lines[at];
  if (!line || line.width > LONGEST_SECTION + 4 || !isBracketedSection(line.text)) return false;
  return text.shapes[at]?.kind === 'text' && !isLetterhead(line.text) && looksLikeSection(line.text);
}

/** All documents behind line `from`. `bare`: nothing (masthead, contents) stands before that line. */
export function findDocuments(
  text: PrintedText,
  from: number,
  promises: readonly ContentsPromise[],
  bare: boolean,
): FoundDocument[] {
  setDividersApart(text, from, promises);
  const found = findDocumentHeads(text, from, promises);
  found.forEach((head, nth) => {
    setSectionAbove(text, head.start, found[nth - 1]?.end ?? from);
  });
  const heads = withLead(text, found, from, bare);
  const documents: FoundDocument[] = [];
  heads.forEach((printed, nth) => {
    const to = heads[nth + 1]?.start ?? text.lines.length;
    let head: DocumentHead | null = printed;
    while (head) {
      const promised: string = head.promise === null ? '' : (promises[head.promise]?.folded ?? '');
      const { parts, nextDocument } = findParts(text, head, { to, promised, isListed: promises.length > 0 });
      documents.push({ head, parts, to: nextDocument?.at ?? to });
      head = nextDocument ? followingHead(text, nextDocument, to) : null;
    }
  });
  return withPromulgations(text, documents);
}

/**
 * A court's or ministry's announcement above the number of what it promulgates: 《最高人民法院关于适用…的解释》已于…通过，现予公布 /
 * 2021年1月26日 / 法释〔2021〕1号 / the text. The two are one document.
 */
function withPromulgations(text: PrintedText, documents: readonly FoundDocument[]): FoundDocument[] {
  const merged: FoundDocument[] = [];
  for (const document of documents) {
    const above = merged.at(-1);
    if (!above || !promulgates(text, above, document)) {
      merged.push(document);
      continue;
    }
    merged.pop();
    const [covering] = above.parts;
    const [own, ...others] = document.parts;
    if (!covering || !own) continue;
    const head =
      above.head.authority || above.head.number !== null
        ? {
            ...above.head,
            number: above.head.number ?? document.head.number,
            promise: above.head.promise ?? document.head.promise,
          }
        : { ...document.head, start: above.head.start, rule: 'promulgated-above-number' };
    merged.push({
      head,
      parts: [covering, { ...own, from: document.head.start, rule: 'promulgated' }, ...others],
      to: document.to,
    });
  }
  return merged;
}

function promulgates(text: PrintedText, above: FoundDocument, below: FoundDocument): boolean {
  const { head, parts } = above;
  const title = below.head.title;
  if (title === null || parts.length !== 1 || !parts[0]?.closing) return false;
  // Either the number stands over the promulgated text, or the order carries it and the contents list order and text apart.
  const isOrder = (head.authority !== null || head.rule === 'order-in-one-line') && below.head.number === null;
  if (!isOrder && (head.number !== null || below.head.number === null)) return false;
  const words = foldedLines(text, title.from, title.to);
  const sentence = foldedLines(
    text,
    head.end,
    Math.min(above.to, parts[0].closing.signature[0] ?? parts[0].closing.date),
  );
  return (
    words.length >= 6 &&
    sentence.length <= LONGEST_PROMULGATION &&
    sentence.includes(words) &&
    /通过|公布|施行|发布/u.test(sentence)
  );
}

function followingHead(text: PrintedText, next: { at: number; rule: string }, to: number): DocumentHead {
  return next.rule === 'lost-heading' ? headFrom(next.at, next.rule) : impliedHead(text, next.at, to, next.rule);
}
