import { endsArticle, isFileLink, isFoot, isFurniture, isPublicationBar } from './page-furniture.ts';
import { isInside } from './page-lines.ts';
import { isDocumentLine, isMostlyLink, SENTENCE, type WeighedPage } from './weighed-page.ts';

/** An address in a foot (地址：…　邮编：…) has none of these. */
const CLAUSE = /[，。；]/;
/** A page's own day between its title and the text; a document's stands in brackets or under it. */
const DAY_ALONE = /^\d{4}\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,2}\s?日?$/;
/** 网站导航： is no sentence, 联系人及电话：市生态环境局综合科 张三 is. */
const SENTENCE_OR_LONG = /[，。；]|[：、].{8}/;

/** 12.关于…的通知（清政发〔2011〕1号）, （三）…: an item of a list that is the document's, though each leads to a page of its own. */
const ITEM =
  /^(?:[（(](?:\d{1,3}|[一二三四五六七八九十]{1,4})[）)]|(?:\d{1,3}|[一二三四五六七八九十]{1,4})[.．、])(?!\d)/;

/** A title of annexes whose files are links or are not there. */
const EMPTY_ANNEXES = /^附件\s?[：:]$/;

/**
 * Of the lines around an article (`kept`, indexes in order) leaves out furniture everywhere, before and behind the running text what is only links, and all that follows the
 * article's end.
 */
export function trimArticle(kept: readonly number[], page: WeighedPage): number[] {
  const { lines, prose, excluded, core } = page;
  const isProse = (index: number, mark: RegExp): boolean =>
    (prose[index] ?? 0) >= 1 && mark.test(lines[index]?.text ?? '');
  const firstProse = kept.find((index) => isProse(index, SENTENCE)) ?? Infinity;
  const lastProse = kept.findLast((index) => isProse(index, SENTENCE)) ?? -1;
  const lastClause = kept.findLast((index) => isProse(index, CLAUSE)) ?? lastProse;
  const lastPlain =
    kept.findLast((index) => {
      const line = lines[index];
      return line !== undefined && isInside(line.owner, core) && isDocumentLine(line) && !isMostlyLink(line);
    }) ?? -1;
  const end = endOf(kept, page, kept.findLast((index) => isProse(index, SENTENCE_OR_LONG)) ?? -1);
  const result: number[] = [];
  for (const index of kept) {
    const line = lines[index];
    if (index >= end) break;
    if (!line || excluded.has(index) || isFurniture(line)) continue;
    if (index > lastClause && isFoot(line)) break;
    if (index < firstProse && (isPublicationBar(line) || (DAY_ALONE.test(line.text) && !isInside(line.owner, core))))
      continue;
    const isListed = index > lastProse && isInside(line.owner, core) && (index < lastPlain || ITEM.test(line.text));
    if ((index > lastProse || index < firstProse) && isMostlyLink(line) && !isListed) continue;
    if (isFoot(line) && !SENTENCE.test(line.text)) continue;
    if (isFileLink(line)) continue;
    result.push(index);
  }
  const last = lines[result.at(-1) ?? -1];
  if (last && EMPTY_ANNEXES.test(last.text) && !isInside(last.owner, core)) result.pop();
  return result;
}

/** A table of that share of the text, behind a button, is the document's. */
const LARGE_REST = 0.3;

/** The line with which the page goes on to other things, behind the running text: 分享到：, 扫一扫…. Infinity when there is none. */
function endOf(kept: readonly number[], { lines, core }: WeighedPage, lastSentence: number): number {
  const end = lines.findIndex((line, index) => index > lastSentence && endsArticle(line));
  if (end < 0) return Infinity;
  const size = (some: readonly number[]): number =>
    some.reduce((sum, index) => sum + (lines[index]?.characters ?? 0), 0);
  const rest = kept.filter((index) => index > end);
  const holdsAnnex = rest.some((index) => {
    const line = lines[index];
    return line !== undefined && isInside(line.owner, core) && (line.isRow || /^附[件表录]/.test(line.text));
  });
  return holdsAnnex || size(rest) > size(kept) * LARGE_REST ? Infinity : end;
}
