/** Heads that open no document of their own: entries of a list of documents, texts that another document forwards. */
import type { DocumentHead } from './document-head.ts';
import { LINES_OVER_PAGE_END } from './order-lines.ts';
import { lastPrinted, nextPrinted, textOf } from './printed-text.ts';
import type { PrintedText } from './printed-text.ts';
import { isSalutation } from './salutation.ts';
import { foldedLines } from './title-block.ts';

const SHORTEST_FORWARDED = 8;

/** Titles and numbers in turn with nothing between them are a list of documents, not documents. */
export function withoutListEntries(text: PrintedText, heads: readonly DocumentHead[]): DocumentHead[] {
  const hasBody = heads.map((head, nth) => {
    const next = heads[nth + 1]?.start ?? text.lines.length;
    return nextPrinted(text, head.end, next) < next;
  });
  return heads.filter((head, nth) => {
    if (head.promise !== null || head.authority !== null) return true;
    const inList = !hasBody[nth] || hasBody[nth - 1] === false;
    return !inList || (hasBody[nth] && isSalutation(textOf(text, nextPrinted(text, head.end, text.lines.length))));
  });
}

/**
 * A text that another forwards is printed with its own number, under 附件 or behind the signature: 现将《…公告》转发给你们. It is part of what
 * forwards it, unless the contents list it: then `heads` know their promises.
 */
export function withoutForwarded(text: PrintedText, from: number, heads: readonly DocumentHead[]): DocumentHead[] {
  const kept: DocumentHead[] = [];
  for (const head of heads) {
    const above = lastPrinted(text, from, head.start);
    const forwards = kept.at(-1);
    const isAnnex = forwards !== undefined && text.shapes[above]?.kind === 'annex_label';
    if (head.promise === null && (isAnnex || (forwards && isForwardedBy(text, head, forwards)))) continue;
    kept.push(head);
  }
  return kept;
}

function isForwardedBy(text: PrintedText, { start, title }: DocumentHead, forwards: DocumentHead): boolean {
  if (title === null) return false;
  const words = foldedLines(text, title.from, title.to);
  const opening = foldedLines(text, forwards.start, Math.min(start, forwards.end + LINES_OVER_PAGE_END));
  return words.length >= SHORTEST_FORWARDED && /转发|批转/u.test(opening) && opening.includes(words);
}
