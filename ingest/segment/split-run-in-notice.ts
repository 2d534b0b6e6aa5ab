/**
 * A whole notice in one line, as pages leave it that lost their line ends: `江州市人民政府关于供水的通知 江政发〔2023〕8号 各区人民政府： 现通知如下。 江州市人民政府 2023年3月5日`.
 * Reads one line, returns the lines that its title, number, salutation, text, signature and what it passes on would be in print.
 */
import { parseNumberLine } from '../structure/number-line.ts';
import { leavesOpen } from '../text/characters.ts';
import { foldText } from '../text/fold.ts';
import type { PrintedLine } from '../text/lines.ts';
import { withoutSpaces } from '../text/spaces.ts';
import { isSalutation } from './salutation.ts';
import { endsInBody } from './signer.ts';
import { splitLineAt } from './split-line.ts';
import { splitRunInArticles } from './split-run-in-articles.ts';
import { splitRunInItems } from './split-run-in-items.ts';
import { endsAsTitle } from './title-ending.ts';

const SHORTEST = 60;
const LONGEST_HEAD = 240;
const SHORTEST_TITLE = 8;
// Must match: …的通知 江政发〔2023〕8号 各区…      Must not: …的通知（江政发〔2023〕8号）的要求
const NUMBER = /[\s\u3000]+(\S{2,16}[〔［[(（]\d{4}[〕］\])）]\s?第?\d{1,5}\s?号)[\s\u3000]+(?=\S)/u;
// Must match: 各区人民政府，市政府各部门： 为…
const SALUTATION = /^[^。；]{2,300}?[：:](?=[\s\u3000])/u;
// Must match: …执行。 江州市人民政府 2023年3月5日 江州市供水办法 · …执行。 财政部 税务总局 2023年3月5日
const CLOSING =
  /[。）][\s\u3000]+([^，。；：、《\d]{2,60}?)[\s\u3000]+((?:\d{4}|[二一][〇○零一二三四五六七八九]{3})年[\d一二三四五六七八九十]{1,2}月[\d一二三四五六七八九十]{1,3}日)(?=[\s\u3000]|$)/gu;
// Must match: 江州市供水办法 第一条 为… · 江州市供水办法 第一章 总则
const FIRST_DIVISION = /[\s\u3000](?=第一[编章条][\s\u3000])/u;

/** Where the signature and the day of each closing begin, and what stands behind it. */
function closingCuts(text: string): number[] {
  return Array.from(text.matchAll(CLOSING)).flatMap(({ index, 0: whole, 1: signer = '', 2: day = '' }) => {
    if (!endsInBody(withoutSpaces(signer))) return [];
    const end = index + whole.length;
    const own = text.slice(end);
    const division = FIRST_DIVISION.exec(own.slice(0, LONGEST_HEAD));
    const cuts = [index + whole.indexOf(signer, 1), end - day.length, end];
    return division ? [...cuts, end + division.index] : cuts;
  });
}

/** Where a title stands a second time: pages print it as their own and over the text. */
function repetitionIn(title: string): number[] {
  for (const { index } of title.matchAll(/[\s\u3000]+/gu))
    if (foldText(title.slice(0, index)) === foldText(title.slice(index))) return [index];
  return [];
}

/** The lines of such a line; null for any other. */
export function splitRunInNotice(line: PrintedLine): PrintedLine[] | null {
  const { text } = line;
  if (text.length < SHORTEST || !text.includes('号') || !text.includes('。')) return null;
  const match = NUMBER.exec(text.slice(0, LONGEST_HEAD));
  const number = match?.[1] ?? '';
  if (!match || parseNumberLine(number)?.form !== 'agency') return null;
  const title = text.slice(0, match.index);
  if (title.length < SHORTEST_TITLE || /[，。；：]/u.test(title) || leavesOpen(title) || !endsAsTitle(title))
    return null;
  const from = match.index + match[0].length;
  const salutation = SALUTATION.exec(text.slice(from))?.[0] ?? '';
  if (!text.slice(from).includes('。')) return null;
  const cuts = [
    ...repetitionIn(title),
    match.index,
    from,
    ...(isSalutation(salutation) ? [from + salutation.length] : []),
  ];
  const pieces = splitLineAt(
    line,
    [...cuts, ...closingCuts(text.slice(from)).map((cut) => from + cut)].filter((cut) => cut < text.length),
  );
  return pieces?.flatMap((piece) => splitRunInArticles(piece) ?? splitRunInItems(piece) ?? [piece]) ?? null;
}
