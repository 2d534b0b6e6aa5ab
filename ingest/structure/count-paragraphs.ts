/**
 * 款 are counted, never printed. An article with one 款 keeps its text and its items; with several, each 款 becomes a provision with
 * the items under it: 第八条第二款第（三）项 is `art-8/para-2/item-3`.
 */
import type { Provision } from '../model/provision.ts';
import { mapSlice } from '../text/mapped-text.ts';

const NO_TEXT = mapSlice('', 0, 0);

/** A provision whose articles, at any depth, have their 款 counted. The tree is the builder's own and changes in place. */
export function countParagraphs(provision: Provision): Provision {
  if (provision.kind !== 'article') {
    for (const [at, child] of provision.children.entries()) provision.children[at] = countParagraphs(child);
    return provision;
  }
  if (provision.children.length === 0) return provision;
  const blocks = blocksOf(provision);
  const own = blocks[0];
  if (blocks.length <= 1)
    return own && provision.body.text === '' ? { ...provision, body: own.body, children: own.children } : provision;
  return { ...provision, body: NO_TEXT, children: blocks };
}

/** The 款 of an article: its own text first, then each unlabelled paragraph; items and tables go to the one before them. */
function blocksOf(article: Provision): Provision[] {
  const blocks: Provision[] = [];
  if (article.body.text !== '') blocks.push(firstParagraph(article));
  const lifted: Provision[] = [];
  for (const child of article.children) liftParagraphs(child, lifted);
  for (const child of lifted) {
    const last = blocks.at(-1);
    if (child.kind === 'paragraph') blocks.push({ ...child, children: [] });
    else if (last) {
      last.children.push(child);
      last.span.end = child.span.end;
      last.lines.end = child.lines.end;
    } else blocks.push(child);
  }
  return blocks.filter((block) => block.kind === 'paragraph').length === blocks.length ? blocks.map(number) : blocks;
}

function number(block: Provision, index: number): Provision {
  return { ...block, number: [index + 1] };
}

function firstParagraph(article: Provision): Provision {
  const first = article.body.runs[0];
  const last = article.body.runs.at(-1);
  return {
    ...article,
    kind: 'paragraph',
    label: null,
    number: [1],
    heading: null,
    span: { start: first?.source ?? article.span.start, end: last ? last.source + last.length : article.span.end },
    lines: { start: article.lines.start, end: article.lines.start },
    children: [],
  };
}

/** Unlabelled text behind items, however deep, is a 款 of the article, not of its last item: adds a child of it to `lifted`, such text behind it. */
function liftParagraphs(child: Provision, lifted: Provision[]): void {
  if (child.kind !== 'item' && child.kind !== 'subitem') {
    lifted.push(child);
    return;
  }
  const behind: Provision[] = [];
  lifted.push(prune(child, behind));
  for (const paragraph of behind) lifted.push(paragraph);
}

/** An item without the unlabelled text behind it, which goes to `lifted` with what follows it. */
function prune(item: Provision, lifted: Provision[]): Provision {
  const kept: Provision[] = [];
  for (const child of item.children) {
    if (lifted.length > 0 || child.kind === 'paragraph') lifted.push(child);
    else kept.push(child.kind === 'item' || child.kind === 'subitem' ? prune(child, lifted) : child);
  }
  const lastRun = item.body.runs.at(-1);
  const end = kept.at(-1)?.span.end ?? (lastRun ? lastRun.source + lastRun.length : item.span.end);
  return {
    ...item,
    children: kept,
    span: { start: item.span.start, end },
    lines: { start: item.lines.start, end: kept.at(-1)?.lines.end ?? item.lines.start },
  };
}
