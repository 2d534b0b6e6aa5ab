/**
 * Contents print issuers of their own region for short, or not at all: `省政府关于颁发…的通知` for 甘肃省人民政府关于颁发…的通知, `批转省农业厅…的报告`
 * for 甘肃省人民政府批转省农业厅…的报告. Such an entry promises the title that stands in the text.
 */
import { foldText } from '../../text/fold.ts';
import type { ContentsPromise } from './contents-promise.ts';
import { isPrinted, textOf } from '../printed-text.ts';
import type { PrintedText } from '../printed-text.ts';
import { standingTitles } from './standing-titles.ts';
import { lacksIssuer } from '../title-block.ts';

// Must match: 省政府关于 · 市人民政府办公室印发 · 自治区政府任免      Must not: 甘肃省人民政府关于
const SHORT_ISSUER = /^(省|市|县|区|州|旗|盟|自治[区州县旗])(?:人民)?政府(办公[厅室])?/u;
// Must match: 甘肃省人民政府关于 · 伊犁哈萨克自治州人民政府办公厅      Must not: 各市人民政府
const FULL_ISSUER = /^(?!各)[\u3400-\u9fff]{1,14}?(?:省|市|县|区|州|旗|盟)人民政府(?:办公[厅室])?/u;
const MOST_ISSUERS = 24;
const SHORTEST_BARE = 4;

/** The issuers with which lines of the text open, in full. */
function issuersOf(text: PrintedText, from: number): string[] {
  const issuers = new Set<string>();
  for (let at = from; at < text.lines.length && issuers.size < MOST_ISSUERS; at += 1) {
    const words = textOf(text, at);
    if (!words.includes('府') || !isPrinted(text, at)) continue;
    const issuer = FULL_ISSUER.exec(foldText(words.slice(0, 60)))?.[0];
    if (issuer !== undefined) issuers.add(issuer);
  }
  return [...issuers];
}

/** The titles in full that an entry may stand for, by the issuers of the text. */
function fullTitles(folded: string, issuers: readonly string[]): string[] {
  const short = SHORT_ISSUER.exec(folded);
  if (!short) return lacksIssuer(folded) ? issuers.map((issuer) => issuer + folded) : [];
  const [whole, level = '', office = ''] = short;
  const ending = `${level}人民政府${office}`;
  const rest = folded.slice(whole.length);
  const inFull = issuers.filter((issuer) => issuer.endsWith(ending)).map((issuer) => issuer + rest);
  // 省政府任免名单 stands as 任免名单.
  return rest.length < SHORTEST_BARE ? inFull : [...inFull, rest];
}

/**
 * The entries with the title in full where only that stands in the text behind the contents, which are the lines [from, to).
 * `standing`: the folded titles that stand there as the contents print them.
 */
export function withFullIssuers(
  text: PrintedText,
  zone: { from: number; to: number },
  { entries, standing }: { entries: readonly ContentsPromise[]; standing: ReadonlySet<string> },
): ContentsPromise[] {
  const isShort = ({ folded }: ContentsPromise): boolean =>
    !standing.has(folded) && (SHORT_ISSUER.test(folded) || lacksIssuer(folded));
  if (!entries.some(isShort)) return [...entries];
  const issuers = issuersOf(text, zone.to < text.lines.length ? zone.to : 0);
  const wanted = new Map(entries.filter(isShort).map((entry) => [entry, fullTitles(entry.folded, issuers)]));
  const found = standingTitles(text, zone, new Set([...wanted.values()].flat()));
  return entries.map((entry) => {
    const full = wanted.get(entry)?.find((title) => found.has(title));
    return full === undefined ? entry : { ...entry, folded: full };
  });
}
