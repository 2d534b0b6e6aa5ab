import { lettersOf } from '../../text/letters.ts';
import type { PageLine } from './page-lines.ts';

/** 目录, 目　次, 本期目录 as a line of its own; not 政府信息公开目录, the menu of a site. */
const HEADING = /^[【[—·\s]{0,3}(?:本\s?期\s?)?目\s{0,4}[录錄次][】\]—·\s]{0,3}$/;

/** 云溪省人民政府公报 2022年第6期 over the contents: a page that is nothing but these. */
const NAMES_ISSUE = /公报|公報|政报/;
const ISSUE = /第.{1,8}[期号號]|\d{4}\s?年/;
const LINES_OVER_CONTENTS = 6;

/** Behind a title in the contents. Matches （松政规〔2021〕3号）, ……（2）, /12; not （试行）. */
const BEHIND_TITLE = /[（(][^（）()]*[〔[［][^（）()]*[）)].*$|[\s.…·⋯—/（(]*\d{1,3}[）)]?$/;

const LONGEST_ENTRY = 120;
const SHORTEST_TITLE = 8;
const FEWEST_LINKS = 2;

function isMostlyLink({ linked, characters }: Pick<PageLine, 'linked' | 'characters'>): boolean {
  return linked > 0 && linked * 2 >= characters;
}

/** Lines under the heading that are links, with short lines (names of sections) between them. */
function listUnder(lines: readonly PageLine[], heading: number): number[] {
  const list: number[] = [];
  for (let at = heading + 1; at < lines.length; at += 1) {
    const line = lines[at];
    if (!line || line.isRow || line.text.length > LONGEST_ENTRY) break;
    if (!isMostlyLink(line) && (line.text.length > 20 || /[，。；：]/.test(line.text))) break;
    list.push(at);
  }
  while (list.length > 0 && !isMostlyLink(lines[list.at(-1) ?? -1] ?? EMPTY)) list.pop();
  return list;
}

const EMPTY = { linked: 0, characters: 0 };

function titleOf({ text }: PageLine): string {
  return lettersOf(text.replace(BEHIND_TITLE, ''));
}

/** Whether the list names what stands below it, or the page is the contents of an issue and nothing else. */
function isContents(
  lines: readonly PageLine[],
  heading: number,
  list: readonly number[],
  titles: ReadonlySet<string>,
): boolean {
  const links = list.flatMap((at) => (lines[at] && isMostlyLink(lines[at]) ? [titleOf(lines[at])] : []));
  const named = links.filter((title) => title.length >= SHORTEST_TITLE);
  if (named.length < FEWEST_LINKS || named.length * 2 < links.length) return false;
  if (named.filter((title) => titles.has(title)).length * 2 >= named.length) return true;
  const over = lines.slice(Math.max(0, heading - LINES_OVER_CONTENTS), heading).map(({ text }) => text);
  return over.some((text) => NAMES_ISSUE.test(text)) && over.some((text) => ISSUE.test(text));
}

/**
 * The lines of a page with the printed contents of an issue as text: a list under 目录 whose links lead to the documents below it, or to
 * pages of their own, is no navigation. All other links stay links.
 */
export function withLinkedContents(lines: readonly PageLine[]): PageLine[] {
  const result = [...lines];
  const headings = lines.flatMap(({ text, linked }, at) => (linked === 0 && HEADING.test(text) ? [at] : []));
  if (headings.length === 0) return result;
  const titles = new Set(
    lines.flatMap((line) =>
      line.linked === 0 && !line.isRow && line.text.length <= LONGEST_ENTRY ? [lettersOf(line.text)] : [],
    ),
  );
  for (const heading of headings) {
    const list = listUnder(lines, heading);
    if (!isContents(lines, heading, list, titles)) continue;
    for (const at of list) {
      const line = lines[at];
      if (line) result[at] = { ...line, linked: 0 };
    }
  }
  return result;
}
