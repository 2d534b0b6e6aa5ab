import { AUTHORITY_ENDINGS, REGIONS, canonicalAuthority } from '../text/authority-names.ts';
import { PLACES } from './home.ts';
import type { Home } from './home.ts';
import { withoutSpaces } from '../text/spaces.ts';
import { titleKey } from '../text/title-key.ts';

const SHORT_PREFECTURES = PLACES.flatMap((place) =>
  place.short !== null && place.name.endsWith('自治州') ? [{ short: `${place.short}州`, full: place.name }] : [],
);

/** A title as documents are compared by. `authority` is the one that the title begins with, null when it begins with none. */
export interface CanonicalTitle {
  /** Folded, short forms made whole, without the authority in front and without 中华人民共和国. */
  key: string;
  authority: string | null;
}

/**
 * The comparison key of a title in the home of the text that prints it. In a gazette of Xinjiang 自治区安全生产条例 and
 * 新疆维吾尔自治区安全生产条例 have one key; in one of Ili 州直 is 伊犁州直; 财政部关于印发《甲办法》的通知 is
 * 关于印发《甲办法》的通知 of 财政部.
 */
export function canonicalTitle(title: string, home: Home): CanonicalTitle {
  const { authority, rest } = splitAuthority(title, home);
  const whole = titleKey(wholeTitle(rest, home));
  const key = whole.replace(/中华人民共和国(?=.{2})/gu, '');
  return { key: key === '' ? whole : key, authority };
}

/** The title with 自治区, 自治州, 州直 and 伊犁州 written in full. */
function wholeTitle(title: string, home: Home): string {
  let whole = withoutSpaces(title);
  const { region, place } = home;
  if (region?.kind === 'autonomous_region') whole = fillWord(whole, '自治区', region.name, region.short);
  if (region?.kind === 'province') whole = whole.replace(/^省(?=人民政府|政府|委|直)/u, region.name);
  for (const { short, full } of SHORT_PREFECTURES) {
    if (whole.includes(short)) whole = whole.replaceAll(short, full);
  }
  if (place?.name.endsWith('自治州') === true) {
    whole = fillWord(whole, '自治州', place.name, place.short);
    whole = whole.replace(/(?<![\u4e00-\u9fff])州直/gu, `${place.name}直`);
  }
  return whole;
}

/** Puts the full name for a bare word, also behind the short name (新疆自治区); leaves words that end a full name. */
function fillWord(text: string, word: string, name: string, short: string | null): string {
  const pieces = text.split(word);
  let whole = pieces[0] ?? '';
  for (const piece of pieces.slice(1)) {
    if (endsFullName(whole + word)) whole += word;
    else if (short !== null && whole.endsWith(short)) whole = whole.slice(0, -short.length) + name;
    else whole += name;
    whole += piece;
  }
  return whole;
}

function endsFullName(text: string): boolean {
  return (
    REGIONS.some((region) => text.endsWith(region.name)) ||
    PLACES.some((place) => text.endsWith(place.name)) ||
    /[族古]自治[区州]$/u.test(text)
  );
}

// Must match: 关于印发《甲办法》的通知 · 甲办公厅印发《关于…的意见》的通知 · 关于重新公布甲项目目录的公告 · 关于印发甲乙方案的通知
// Must not: 批转甲局《乙办法》的通知 · 关于贯彻实施《甲条例》的通知 · 关于做好信息发布工作的通知
const PROMULGATING =
  /(?:^|关于|[厅室局委府部会院署])(?:联合|重新|修订)?(?:印发|发布|公布|颁布|颁发|下发)(?:新?修[订改]后?的)?(.{4,200})的(?:通知|命令|令|决定|公告|通告|函)$/u;
const FORWARDING = /转发|批转|废止|修改|失效|清理/u;

/**
 * Titles of what a notice promulgates, which is one document with it: 关于印发《新疆电力负荷管理实施细则》的通知
 * (新疆政报 2024 第17-18期) → [新疆电力负荷管理实施细则]. Several 《》 give several titles; forwarding gives none.
 */
export function promulgatedTitles(title: string): string[] {
  const flat = withoutSpaces(title).replace(/〈/gu, '《').replace(/〉/gu, '》');
  const match = PROMULGATING.exec(flat);
  const inner = match?.[1];
  if (match === null || inner === undefined || FORWARDING.test(flat.slice(0, match.index))) return [];
  if (!inner.includes('《')) return /[，。；：]/u.test(inner) ? [] : [inner];
  return inner.startsWith('《') ? outerTitles(inner) : [];
}

function outerTitles(text: string): string[] {
  const titles: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (character === '《') {
      depth += 1;
      if (depth === 1) start = at + 1;
    } else if (character === '》' && depth > 0) {
      depth -= 1;
      if (depth === 0 && at > start) titles.push(text.slice(start, at));
    }
  }
  return titles;
}

/**
 * Splits off the authorities that a title begins with: 新疆维吾尔自治区人民政府办公厅关于印发…的通知 → that office and
 * 关于印发…的通知. `authority` is null when the title begins with none.
 */
export function splitAuthority(title: string, home: Home): { authority: string | null; rest: string } {
  const flat = title.replace(/[\u3000\t]+/gu, ' ').trim();
  const at = flat.search(/(?:关于|印发|转发|批转)/u);
  if (at < 2 || at > 60) return { authority: null, rest: title };
  const names = flat.slice(0, at).trim();
  if (/[《》]/u.test(names) || !AUTHORITY_ENDINGS.some((ending) => names.endsWith(ending)))
    return { authority: null, rest: title };
  const authority = names.split(/[ 、]+/u).map((name) => canonicalAuthority(name, home.region));
  return { authority: authority.join('、'), rest: flat.slice(at) };
}
