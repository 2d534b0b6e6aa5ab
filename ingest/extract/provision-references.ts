/** References to provisions of a text: 第八条第二款第（三）项, 第十条、第十二条, 前款, 同法第九条. */
import { CHINESE_NUMERAL_CHARACTERS, parseChineseNumber } from '../text/chinese-numerals.ts';

const NUMERAL = `[${CHINESE_NUMERAL_CHARACTERS}0-9０-９]{1,9}`;
// Must match: 第八条 · 第一百二十条之一 · 第 8 条 · 第二款 · 第（三）项      Must not: 第三次 · 第八章
const ONE = new RegExp(
  `第\\s?(${NUMERAL})\\s?条(?:之(${NUMERAL}))?(?:\\s?第\\s?(${NUMERAL})\\s?款)?(?:\\s?第\\s?[（(]?\\s?(${NUMERAL})\\s?[）)]?\\s?项)?`,
  'uy',
);
// Must match between two references: 、 · 和 · 至 · 或者 · 以及
const BETWEEN = /[\s\u3000]{0,2}(?:[、，,]|和|及|与|或者?|以及|至|到|[—–~－-])?[\s\u3000]{0,2}/uy;
const RANGE = /[至到—–~－-]/u;
const LONGEST_RANGE = 200;

/** Articles with their 款 and 项 as numbers: 第八条第二款第（三）项 → [8, 2, 3]; 第一百二十条之一 → [120, 1] is told apart by `sub`. */
export interface ProvisionReference {
  /** [8]; 第一百二十条之一 is [120, 1]. */
  article: number[];
  paragraph: number | null;
  item: number | null;
}

function numberOf(text: string | undefined): number | null {
  return text === undefined ? null : parseChineseNumber(text);
}

/** One reference at `at`, with its end; null when none stands there. */
export function readReference(text: string, at: number): { reference: ProvisionReference; end: number } | null {
  ONE.lastIndex = at;
  const match = ONE.exec(text);
  const article = numberOf(match?.[1]);
  if (!match || article === null) return null;
  const sub = numberOf(match[2]);
  const reference = {
    article: sub === null ? [article] : [article, sub],
    paragraph: numberOf(match[3]),
    item: numberOf(match[4]),
  };
  return { reference, end: ONE.lastIndex };
}

/**
 * The articles named from `at` on, one behind the other: 第八条、第九条 → [[8], [9]]; 第三条至第五条 → [[3], [4], [5]]. `end` is
 * where the last of them ends, `at` when there is none. 第八条第二款 counts as article 8.
 */
export function readProvisions(text: string, at: number): { provisions: number[][]; end: number } {
  const provisions: number[][] = [];
  let end = at;
  let from = at;
  while (/[\s\u3000的中]/u.test(text.charAt(from)) && from < at + 2) from += 1;
  let ranged = false;
  for (let found = readReference(text, from); found; found = readReference(text, from)) {
    const { article } = found.reference;
    const last = provisions.at(-1)?.[0];
    const [first] = article;
    if (ranged && last !== undefined && first !== undefined && article.length === 1 && first - last < LONGEST_RANGE)
      for (let between = last + 1; between < first; between += 1) provisions.push([between]);
    if (!provisions.some((known) => known.join() === article.join())) provisions.push(article);
    end = found.end;
    BETWEEN.lastIndex = end;
    const between = BETWEEN.exec(text)?.[0] ?? '';
    ranged = RANGE.test(between);
    from = end + between.length;
  }
  return { provisions, end };
}
