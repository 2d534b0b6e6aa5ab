/**
 * Filing catalogues (备案登记的行政规范性文件目录): groups with declared counts and entries of title, day and number.
 * `乌鲁木齐市(5件)` / `关于调整高污染燃料禁燃区的通告` / `(2024年3月12日 乌政通规〔2024〕1号)` (Xinjiang 2024 no. 17-18).
 */
import type { FilingCatalogue } from '../../model/filing-catalogue.ts';
import type { MappedText } from '../../model/mapped-text.ts';
import type { Extracted } from '../../model/span.ts';
import type { Warning } from '../../model/warning.ts';
import { parseChineseNumber } from '../../text/chinese-numerals.ts';
import { endsSentence } from '../../text/characters.ts';
import { sourceSpan } from '../../text/mapped-text.ts';
import { settleGroups } from './catalogue-groups.ts';
import { catalogueItems } from './catalogue-items.ts';
import type { CatalogueItem } from './catalogue-items.ts';
import { CatalogueReader } from './catalogue-reader.ts';
import type { PartRange } from '../found-document.ts';
import { titleOf } from '../document-title.ts';
import { lastPrinted, nextPrinted, textOf } from '../printed-text.ts';
import type { PrintedText } from '../printed-text.ts';

const FEWEST_ENTRIES = 2;
/** The first entries stand near the head: behind a sentence, the table's head and a heading or two. */
const MOST_LINES_LOOKED_AT = 60;
const MOST_LINES_OF_OPENING = 5;

/** What a filing catalogue covers, from its title: 2024年第三季度, 2023年4—6月. */
export interface CataloguePeriod {
  year: number;
  quarter: 1 | 2 | 3 | 4;
}

// Must match: 2024年第三季度 · 2023年4—6月 · 二〇二四年一季度 · 2024年1至3月 · 2024年5月 · 2020年备案目录（10—12月）      Must not: 2024年上半年
const PERIOD =
  /([12]\d{3}|[一二][〇○零一二三四五六七八九]{3})\s?年\s?(?:度)?\s?(?:[^\d年，。]{0,24}[（(]\s?)?(?:第?\s?([一二三四1-4])\s?季度|(\d{1,2}|[一二三四五六七八九十]{1,2})\s?(?:月?\s?[-—–－~～至到、]\s?(\d{1,2}|[一二三四五六七八九十]{1,2})\s?)?月(?![\d一二三四五六七八九十]{1,3}日))/u;

const DAY = '([12]\\d{3})\\s?年\\s?(\\d{1,2})\\s?月\\s?\\d{1,2}\\s?日';
// Must match: 2022年4月1日至2022年6月30日 · 2022年4月1日—6月30日      Must not: 2022年4月1日印发
const DAYS = new RegExp(
  `${DAY}\\s?[-—–－~～至到]{1,2}\\s?(?:[12]\\d{3}\\s?年\\s?)?(\\d{1,2})\\s?月\\s?\\d{1,2}\\s?日`,
  'u',
);

/** The year and quarter that a title names; null when it names none. */
export function readPeriod(title: string): CataloguePeriod | null {
  const days = DAYS.exec(title);
  if (days) {
    const quarter = quarterOfMonths(days[2], days[3]);
    return isQuarter(quarter) ? { year: Number(days[1]), quarter } : null;
  }
  const match = PERIOD.exec(title);
  const year = parseChineseNumber(match?.[1] ?? '');
  if (!match || year === null) return null;
  const quarter = match[2] ? parseChineseNumber(match[2]) : quarterOfMonths(match[3], match[4]);
  return isQuarter(quarter) ? { year, quarter } : null;
}

function isQuarter(quarter: number | null): quarter is CataloguePeriod['quarter'] {
  return quarter === 1 || quarter === 2 || quarter === 3 || quarter === 4;
}

function quarterOfMonths(first: string | undefined, last: string | undefined): number | null {
  const from = parseChineseNumber(first ?? '');
  const to = last === undefined ? from : parseChineseNumber(last);
  if (from === null || to === null || from < 1 || to > 12 || to < from) return null;
  const quarter = Math.ceil(from / 3);
  return quarter === Math.ceil(to / 3) ? quarter : null;
}

// Must match both: 备案登记的行政规范性文件目录 · 规范性文件统一登记目录 · 报国务院备案并予以登记的地方性法规      Must not: 消防备案项目目录 · 婚姻登记办法
const FILED = /文件|规章|法规/u;
const FILING = /备案|报备/u;
// Must match: 2022年第一季度备案登记的规范性文件目录 · 规范性文件备案一览表
const NAMES_LIST = /目录|一览表|清单/u;
const REGISTERED = /登记|统一编号/u;
// Must match: 废止的规范性文件目录 · 关于修改《规范性文件备案规定》等规章的决定
const OTHER_LIST = /废止|失效|继续有效|保留|清理|修改|修订/u;
const REPORTS = /目录|情况|一览表/u;

/**
 * Whether words speak of texts that are filed: 备案登记的行政规范性文件目录 · 规范性文件统一登记目录 · 报国务院备案并予以登记的地方性法规; not
 * 消防备案项目目录 · 关于修改《婚姻登记办法》等规章的决定.
 */
function isOfFiling(words: string): boolean {
  return FILED.test(words) && (FILING.test(words) || (REGISTERED.test(words) && NAMES_LIST.test(words)));
}

/**
 * Whether the lines of a part are a filing catalogue: it speaks of texts that were filed, and entries with day or number follow.
 * `title`: what names the document. A part with a title of its own is named by that, too; a text without one by its first sentence.
 */
export function isFilingCatalogue(text: PrintedText, part: PartRange, title: string): boolean {
  const own = titleOf(text, part.title).text;
  if (OTHER_LIST.test(own) && !isOfFiling(own)) return false;
  const names = title + own;
  if (OTHER_LIST.test(names) && !REPORTS.test(names)) return false;
  if (!isOfFiling(names) && !(part.annexLabel === null && opensWithFiling(openingOf(text, part)))) return false;
  const fewest = isOfFiling(own) && NAMES_LIST.test(own) ? 1 : FEWEST_ENTRIES;
  const reader = new CatalogueReader(text, []);
  reader.read(itemsOf(text, { ...part, to: Math.min(part.to, part.body + MOST_LINES_LOOKED_AT) }), fewest);
  return reader.groups.reduce((sum, { entries }) => sum + entries.length, 0) >= fewest;
}

/** Whether a first sentence says what was filed in which quarter: 2024年第一季度，自治区司法厅备案登记行政规范性文件7件. */
function opensWithFiling(words: string): boolean {
  return isOfFiling(words) && !OTHER_LIST.test(words) && readPeriod(words) !== null;
}

/** The first sentence of a part, of a few lines at most. */
function openingOf(text: PrintedText, { body, to }: PartRange): string {
  const lines: string[] = [];
  for (
    let at = nextPrinted(text, body, to);
    at < to && lines.length < MOST_LINES_OF_OPENING;
    at = nextPrinted(text, at + 1, to)
  ) {
    lines.push(textOf(text, at));
    if (endsSentence(textOf(text, at))) break;
  }
  return lines.join('');
}

function itemsOf(text: PrintedText, { body, to, closing }: PartRange): CatalogueItem[] {
  const outside = new Set([...(closing?.signature ?? []), ...(closing?.remarks ?? [])]);
  // A day right under a number is the last entry's, not the catalogue's own.
  const above = closing ? lastPrinted(text, body, closing.date) : -1;
  if (closing && text.shapes[above]?.kind !== 'number') outside.add(closing.date);
  return catalogueItems(text, body, to, (at) => outside.has(at));
}

export interface CatalogueRequest {
  part: PartRange;
  documentNumber: string | null;
  /** Titles and opening paragraph, in which the period and the total are named. */
  naming: readonly MappedText[];
}

// Must match: （共28件） · 备案登记的44件行政规范性文件 · 共计44件      Must not: 乌鲁木齐市（5件）
const TOTAL = /(?:共计?\s?|登记的|审查的|的)\s?(\d{1,4}|[一二三四五六七八九十百]{1,5})\s?件/u;

function declaredTotal(naming: readonly MappedText[]): Extracted<number> | null {
  for (const words of naming) {
    const match = TOTAL.exec(words.text);
    const value = parseChineseNumber(match?.[1] ?? '');
    if (match && value !== null) {
      const end = match.index + match[0].length;
      return {
        value,
        raw: match[0],
        span: sourceSpan(words, match.index, end),
        rule: 'catalogue-total',
        certainty: 'stated',
      };
    }
  }
  return null;
}

/** Reads one filing catalogue; null when its period cannot be told. Counts that disagree become warnings with both figures. */
export function readFilingCatalogue(
  text: PrintedText,
  { part, documentNumber, naming }: CatalogueRequest,
  warnings: Warning[],
): FilingCatalogue | null {
  const period = naming.map((words) => readPeriod(words.text)).find((found) => found !== null);
  if (!period) {
    const line = text.lines[part.from];
    warnings.push({
      code: 'catalogue_period_missing',
      message: '备案目录没有写明季度，条目未列入目录',
      line: line?.number ?? null,
      span: line ? { start: line.start, end: line.end } : null,
    });
    return null;
  }
  const reader = new CatalogueReader(text, warnings);
  reader.read(itemsOf(text, part));
  const groups = settleGroups(reader.groups, warnings);
  const total = declaredTotal(naming);
  const printed = groups.reduce((sum, group) => sum + group.entries.length, 0);
  if (total !== null && total.value !== printed) {
    warnings.push({
      code: 'catalogue_count_differs',
      message: `目录标明共${total.value}件，实列${printed}件`,
      line: text.lines[part.from]?.number ?? null,
      span: total.span,
    });
  }
  const span = { start: text.lines[part.from]?.start ?? 0, end: text.lines[part.to - 1]?.end ?? 0 };
  return { documentNumber, ...period, declaredTotal: total, groups, span };
}
