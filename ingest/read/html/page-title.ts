import { lettersOf } from '../../text/letters.ts';
import type { PageLine } from './page-lines.ts';
import type { PageHead } from './page-tree.ts';

/** Metas in which government sites name the article, by the rules for government websites and by what is common besides. */
const TITLE_METAS = ['articletitle', 'og:title', 'title'];

/** What a site puts behind the article's title: ` - 广州市人民政府门户网站`, `_政策_中国政府网`. */
const SITE_SUFFIX = /\s{0,3}(?:[_|｜]|\s[-–—]\s{0,3}|--|——|[-–—](?=[^-–—]{2,30}(?:网|网站|门户|平台|政府)$)).{0,80}$/;

/** How far into the text its title can begin. */
const HEAD_CHARACTERS = 900;

const OPENING_LINES = 25;

function isTitle(text: string): boolean {
  return lettersOf(text).length >= 5 && /[\u4e00-\u9fff]{3}/.test(text) && text.length <= 300;
}

/** Lines that the browser's title begins with are the article's title, though no element says so. Shorter ones are columns. */
const LEAST_OPENING = 10;

/** 关于印发…的通知, 云溪省…的批复: a text that opens with such a line needs no title from the browser. */
const NAMES_A_DOCUMENT = /关于.{2,120}的(?:[\u4e00-\u9fff]{2,6})$/;

/** The line of the page, no link, that the browser's title begins with: `<div class="h">关于…的通知</div>` under 关于…的通知-政策文件-云溪省. */
function openingOfBrowserTitle(browser: string, lines: readonly PageLine[]): string | null {
  const wanted = lettersOf(browser);
  const found = lines.find(({ text, linked, isRow }) => {
    const line = isRow || linked > 0 || text.length > browser.length ? '' : lettersOf(text);
    return line.length >= LEAST_OPENING && wanted.startsWith(line);
  });
  return found?.text ?? null;
}

/**
 * The title of a page's article: as its metas or its table state it, as a heading on it repeats the browser's title, or the
 * browser's title without the site's name (unless the article `hasHeading` of its own: many sites say the same on every page). Null when none of them is a title.
 */
export function pageTitle(
  head: PageHead,
  stated: string | null,
  lines: readonly PageLine[],
  hasHeading: boolean,
): string | null {
  const meta = TITLE_METAS.map((name) => head.metas.get(name)).find((value) => value !== undefined && isTitle(value));
  const browser = head.title.replace(/\s+/g, ' ').trim();
  const heading = lines.find(
    (line) =>
      /^h[1-3]$/.test(line.owner.name) && isTitle(line.text) && lettersOf(browser).includes(lettersOf(line.text)),
  );
  const fromBrowser = browser.replace(SITE_SUFFIX, '').trim();
  const opening = openingOfBrowserTitle(browser, lines);
  const candidates = [
    stated,
    meta?.replace(SITE_SUFFIX, '').trim(),
    heading?.text,
    opening,
    hasHeading ? null : fromBrowser,
  ];
  return (
    candidates.find((candidate): candidate is string => typeof candidate === 'string' && isTitle(candidate)) ?? null
  );
}

/** Digits that remain of (2020-12-03) or 2020-12-03 10:12 behind a title. */
const BAR_DIGITS = /^\d{6,14}$/;

/** Whether a line is the title, alone or with the day of publication behind it: `<h2>关于…的通知 <small>(2020-12-03)</small></h2>`. */
function isTitleLine(line: string, title: string): boolean {
  const [shown, wanted] = [lettersOf(line), lettersOf(title)];
  return shown === wanted || (shown.startsWith(wanted) && BAR_DIGITS.test(shown.slice(wanted.length)));
}

/** The first line of the page that shows the title; null when none does. Links and rows of tables only name it. */
export function titleLine(lines: readonly PageLine[], title: string): number | null {
  const index = lines.findIndex(
    ({ text, linked, isRow }) => !isRow && linked === 0 && text.length <= 400 && isTitleLine(text, title),
  );
  return index < 0 ? null : index;
}

/** The text with its title's line freed of the day of publication behind it. */
export function withBareTitle(text: readonly string[], title: string): string[] {
  return text.map((line, index) =>
    index < OPENING_LINES && line.length <= 400 && lettersOf(line) !== lettersOf(title) && isTitleLine(line, title)
      ? title
      : line,
  );
}

/** Whether a text names its document among its first lines, so that a page's heading of another kind (政府信息公开目录) is not its title. */
export function opensWithTitle(text: readonly string[]): boolean {
  return text.slice(0, 3).some((line) => NAMES_A_DOCUMENT.test(line.trim()) && !/[，。；：]/.test(line));
}

/** Whether a text shows its title among its first lines, however it is broken, spaced and bracketed there. */
export function showsTitle(text: readonly string[], title: string): boolean {
  const opening = lettersOf(text.slice(0, OPENING_LINES).join('').slice(0, HEAD_CHARACTERS));
  const wanted = lettersOf(title);
  return (
    opening.includes(wanted) ||
    (wanted.length > 12 && opening.includes(wanted.slice(0, -2)) && opening.includes(wanted.slice(2)))
  );
}

/** The text without a title line that only repeats the next one: sites print the title over a text that begins with it. */
export function withoutRepeatedTitle(text: readonly string[]): string[] {
  const [first, ...rest] = text;
  if (first === undefined || lettersOf(first).length < 8) return [...text];
  const after = lettersOf(rest.slice(0, OPENING_LINES).join('').slice(0, HEAD_CHARACTERS));
  return after.includes(lettersOf(first)) && !/[，。；]/.test(first) ? rest : [...text];
}
