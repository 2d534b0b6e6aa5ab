import type { PageLine } from './page-lines.ts';
import type { PageHead } from './page-tree.ts';

/** Metas in which government sites name the article, by the rules for government websites and by what is common besides. */
const TITLE_METAS = ['articletitle', 'og:title', 'title'];

/** What a site puts behind the article's title: ` - 广州市人民政府门户网站`, `_政策_中国政府网`. */
const SITE_SUFFIX = /\s{0,3}(?:[_|｜]|\s[-–—]\s{0,3}|--|——|[-–—](?=[^-–—]{2,30}(?:网|网站|门户|平台|政府)$)).{0,80}$/;

/** How far into the text its title can begin. */
const HEAD_CHARACTERS = 900;

const OPENING_LINES = 25;

function fold(text: string): string {
  return text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '');
}

function isTitle(text: string): boolean {
  return fold(text).length >= 5 && /[\u4e00-\u9fff]{3}/.test(text) && text.length <= 300;
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
    (line) => /^h[1-3]$/.test(line.owner.name) && isTitle(line.text) && fold(browser).includes(fold(line.text)),
  );
  const fromBrowser = browser.replace(SITE_SUFFIX, '').trim();
  const candidates = [stated, meta?.replace(SITE_SUFFIX, '').trim(), heading?.text, hasHeading ? null : fromBrowser];
  return (
    candidates.find((candidate): candidate is string => typeof candidate === 'string' && isTitle(candidate)) ?? null
  );
}

/** Whether a text shows its title among its first lines, however it is broken, spaced and bracketed there. */
export function showsTitle(text: readonly string[], title: string): boolean {
  const opening = fold(text.slice(0, OPENING_LINES).join('').slice(0, HEAD_CHARACTERS));
  const wanted = fold(title);
  return (
    opening.includes(wanted) ||
    (wanted.length > 12 && opening.includes(wanted.slice(0, -2)) && opening.includes(wanted.slice(2)))
  );
}

/** The text without a title line that only repeats the next one: sites print the title over a text that begins with it. */
export function withoutRepeatedTitle(text: readonly string[]): string[] {
  const [first, ...rest] = text;
  if (first === undefined || fold(first).length < 8) return [...text];
  const after = fold(rest.slice(0, OPENING_LINES).join('').slice(0, HEAD_CHARACTERS));
  return after.includes(fold(first)) && !/[，。；]/.test(first) ? rest : [...text];
}
