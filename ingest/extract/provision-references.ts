/** References to articles of a text: 第八条第二款第（三）项, 第十条、第十二条, 第三条至第五条. */
import { CHINESE_NUMERAL_CHARACTERS, parseChineseNumber } from '../text/chinese-numerals.ts';

const NUMERAL = `[${CHINESE_NUMERAL_CHARACTERS}0-9０-９]{1,9}`;
// Must match: 第八条 · 第一百二十条之一 · 第 8 条      Must not: 第三次 · 第八章
const ARTICLE = new RegExp(`第\\s?(${NUMERAL})\\s?条(?:之(${NUMERAL}))?`, 'uy');
// What an article is named with when only a part of it is meant, one after the other.
// Must match: 第二款 · 第（三）项 · 第（一）、（二）项 · 、第二款 · （三）项      Must not: 、第五条 · 项目 · ，十项
const PART_OF_ARTICLE = new RegExp(
  `(?:[、，,和及与或]{1,3}(?=第)|\\s{0,2})第?[\\s（(]{0,2}${NUMERAL}[\\s（()）、和及与第${CHINESE_NUMERAL_CHARACTERS}0-9０-９]{0,40}?[款项目](?![目录标的])`,
  'uy',
);
// Must match between two references: 、 · 和 · 至 · 或者 · 以及
const BETWEEN = /[\s\u3000]{0,2}(?:[、，,]|和|及|与|或者?|以及|至|到|[—–~－-])?[\s\u3000]{0,2}/uy;
const RANGE = /[至到—–~－-]/u;
const LONGEST_RANGE = 200;

/** The articles of one enumeration. */
export interface ProvisionReferences {
  /** [8]; 第一百二十条之一 is [120, 1]. 第八条第二款 counts as article 8. */
  provisions: number[][];
  /** Those of which only a 款 or 项 is named. */
  inPart: number[][];
  /** Where the last of them ends; where it was looked for when there is none. */
  end: number;
}

function endOf(pattern: RegExp, text: string, at: number): number | null {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : null;
}

function readArticle(text: string, at: number): { article: number[]; end: number } | null {
  ARTICLE.lastIndex = at;
  const match = ARTICLE.exec(text);
  const number = match && parseChineseNumber(match[1] ?? '');
  if (!match || number === null) return null;
  const inserted = match[2] === undefined ? null : parseChineseNumber(match[2]);
  return { article: inserted === null ? [number] : [number, inserted], end: ARTICLE.lastIndex };
}

const isIn = (list: readonly number[][], article: readonly number[]): boolean =>
  list.some((known) => known.join() === article.join());

/**
 * The articles named from `at` on, one behind the other: 第八条、第九条 → [[8], [9]]; 第三条至第五条 → [[3], [4], [5]];
 * 第一条第一款第（一）项、第二款和第三条 → [[1], [3]], of which [1] in part.
 */
export function readProvisions(text: string, at: number): ProvisionReferences {
  const provisions: number[][] = [];
  const inPart: number[][] = [];
  let end = at;
  let from = at;
  while (/[\s\u3000的中]/u.test(text.charAt(from)) && from < at + 2) from += 1;
  let ranged = false;
  for (let found = readArticle(text, from); found; found = readArticle(text, from)) {
    const { article } = found;
    const last = provisions.at(-1)?.[0];
    const [first] = article;
    if (ranged && last !== undefined && first !== undefined && article.length === 1 && first - last < LONGEST_RANGE)
      for (let between = last + 1; between < first; between += 1) provisions.push([between]);
    if (!isIn(provisions, article)) provisions.push(article);
    end = found.end;
    for (let part = endOf(PART_OF_ARTICLE, text, end); part !== null; part = endOf(PART_OF_ARTICLE, text, end)) {
      if (!isIn(inPart, article)) inPart.push(article);
      end = part;
    }
    BETWEEN.lastIndex = end;
    const between = BETWEEN.exec(text)?.[0] ?? '';
    ranged = RANGE.test(between);
    from = end + between.length;
  }
  return { provisions, inPart, end };
}
