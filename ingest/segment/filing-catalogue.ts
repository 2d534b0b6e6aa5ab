/**
 * Filing catalogues (备案登记的行政规范性文件目录): groups with declared counts and entries of title, day and number.
 * `乌鲁木齐市(5件)` / `关于调整高污染燃料禁燃区的通告` / `(2024年3月12日 乌政通规〔2024〕1号)` (Xinjiang 2024 no. 17-18).
 */
import type { CatalogueEntry, CatalogueGroup, FilingCatalogue } from '../model/filing-catalogue.ts';
import type { MappedText } from '../model/mapped-text.ts';
import type { Extracted } from '../model/span.ts';
import type { Warning } from '../model/warning.ts';
import { endsSentence } from '../text/characters.ts';
import { parseChineseNumber } from '../text/chinese-numerals.ts';
import { concat, sourceSpan } from '../text/mapped-text.ts';
import type { PartRange } from './document-parts.ts';
import { catalogueCells, groupHeading, readEntryLine, readEntryRow } from './catalogue-line.ts';
import type { EntryLine, GroupHeading } from './catalogue-line.ts';
import { joinTitle } from './join-title.ts';
import { isPrinted, textOf } from './printed-text.ts';
import type { PrintedText } from './printed-text.ts';

const FEWEST_ENTRIES = 2;
const NO_TEXT: MappedText = { text: '', runs: [] };

/** What a filing catalogue covers, from its title: 2024年第三季度, 2023年4—6月. */
export interface CataloguePeriod {
  year: number;
  quarter: 1 | 2 | 3 | 4;
}

// Must match: 2024年第三季度 · 2023年4—6月 · 二〇二四年一季度 · 2024年1至3月 · 2024年5月 · 2020年备案目录（10—12月）      Must not: 2024年上半年
const PERIOD =
  /([12]\d{3}|[一二][〇○零一二三四五六七八九]{3})\s?年\s?(?:度)?\s?(?:[^\d年，。]{0,24}[（(]\s?)?(?:第?\s?([一二三四1-4])\s?季度|(\d{1,2}|[一二三四五六七八九十]{1,2})\s?(?:月?\s?[-—–－~～至到、]\s?(\d{1,2}|[一二三四五六七八九十]{1,2})\s?)?月(?![\d一二三四五六七八九十]{1,3}日))/u;

/** The year and quarter that a title names; null when it names none. */
export function readPeriod(title: string): CataloguePeriod | null {
  const match = PERIOD.exec(title);
  const year = parseChineseNumber(match?.[1] ?? '');
  if (!match || year === null) return null;
  const quarter = match[2] ? parseChineseNumber(match[2]) : quarterOfMonths(match[3], match[4]);
  return quarter === 1 || quarter === 2 || quarter === 3 || quarter === 4 ? { year, quarter } : null;
}

function quarterOfMonths(first: string | undefined, last: string | undefined): number | null {
  const from = parseChineseNumber(first ?? '');
  const to = last === undefined ? from : parseChineseNumber(last);
  if (from === null || to === null || from < 1 || to > 12 || to < from) return null;
  const quarter = Math.ceil(from / 3);
  return quarter === Math.ceil(to / 3) ? quarter : null;
}

/** Whether the lines of a part are a filing catalogue: the document speaks of filing, and entries with day and number follow. */
export function isFilingCatalogue(text: PrintedText, part: PartRange, words: string): boolean {
  if (!words.includes('备案')) return false;
  let entries = 0;
  let above = '';
  for (let at = part.body; at < part.to && entries < FEWEST_ENTRIES; at += 1) {
    if (!isPrinted(text, at)) continue;
    const printed = textOf(text, at);
    const cells = catalogueCells(text.lines[at]?.content ?? NO_TEXT);
    if (cells ? readEntryRow(cells) : (readEntryLine(printed) ?? readEntryLine(above + printed))) entries += 1;
    above = printed;
  }
  return entries >= FEWEST_ENTRIES;
}

class CatalogueReader {
  readonly groups: CatalogueGroup[] = [];
  private readonly text: PrintedText;
  private readonly warnings: Warning[];
  private titles: { content: MappedText; at: number }[] = [];

  constructor(text: PrintedText, warnings: Warning[]) {
    this.text = text;
    this.warnings = warnings;
  }

  read(part: PartRange): CatalogueGroup[] {
    const closing = new Set([...(part.closing?.signature ?? []), part.closing?.date, ...(part.closing?.remarks ?? [])]);
    for (let at = part.body; at < part.to; at += 1) {
      const line = this.text.lines[at];
      if (!line || !isPrinted(this.text, at) || closing.has(at)) continue;
      const cells = catalogueCells(line.content);
      const only = cells ? cells[0] : line.content;
      if (cells && cells.length !== 1) this.readRow(at, cells);
      else if (only) this.readWords(at, only);
    }
    this.dropTitles();
    return this.groups.filter((group, nth) => !this.isOverGroups(group, nth));
  }

  /** 一、市州报送（3件） over groups that hold as many entries together is no group of its own. */
  private isOverGroups({ entries, declared }: CatalogueGroup, nth: number): boolean {
    if (entries.length > 0 || declared === null) return false;
    let held = 0;
    for (const group of this.groups.slice(nth + 1)) {
      if (group.entries.length === 0 || held >= declared) break;
      held += group.entries.length;
    }
    return held === declared && held > 0;
  }

  private readWords(at: number, words: MappedText): void {
    const heading = groupHeading(words.text);
    if (heading) this.startGroup(heading, at);
    else this.readLine(at, words);
  }

  /** A row of a table is a whole entry; a row without number and day is the table's head. */
  private readRow(at: number, cells: readonly MappedText[]): void {
    const row = readEntryRow(cells);
    if (!row) return;
    const { documentNumber, date, maker } = row;
    this.titles = [];
    if (maker) this.startMaker(joinTitle([maker]), at);
    const title = joinTitle(row.title ? [row.title] : []);
    this.push({ title: title.text, documentNumber, date }, at, at);
  }

  /** A column that names the body groups the entries where no heading with a count does. */
  private startMaker(maker: MappedText, at: number): void {
    const group = this.groups.at(-1);
    const line = this.text.lines[at];
    if (!line || (group && (group.declared !== null || group.name === maker.text))) return;
    const span = sourceSpan(maker, 0, maker.text.length);
    this.groups.push({ name: maker.text, declared: null, span, line: line.number, entries: [] });
  }

  private startGroup(heading: GroupHeading, at: number): void {
    this.dropTitles();
    const line = this.text.lines[at];
    if (!line) return;
    this.groups.push({
      name: heading.name,
      declared: heading.declared,
      span: sourceSpan(line.content, 0, line.text.length),
      line: line.number,
      entries: [],
    });
  }

  private readLine(at: number, content: MappedText): void {
    const whole = readEntryLine(content.text);
    const broken = whole ? null : this.readBrokenTail(content);
    const read = whole ?? broken?.read;
    if (!read) {
      this.titles.push({ content, at });
      return;
    }
    const lines = this.titles.slice(0, broken ? -1 : undefined).map((line) => line.content);
    const rest = read.title ? [read.title(broken?.content ?? content)] : [];
    const title = joinTitle([...lines, ...rest]);
    const first = this.titles[0]?.at ?? at;
    this.titles = [];
    this.push({ title: title.text, documentNumber: read.documentNumber, date: read.date }, first, at);
  }

  /** (2024年3月12日 乌政通规〔2024〕 / 1号): day and number over two lines. */
  private readBrokenTail(content: MappedText): { read: EntryLine; content: MappedText } | null {
    const above = this.titles.at(-1)?.content;
    if (!above || !/[号日）)]$/u.test(content.text)) return null;
    const joined = concat([above, content]);
    const read = readEntryLine(joined.text);
    return read && { read, content: joined };
  }

  private push(entry: Pick<CatalogueEntry, 'title' | 'documentNumber' | 'date'>, first: number, last: number): void {
    const from = this.text.lines[first];
    const to = this.text.lines[last];
    if (!from || !to) return;
    const start = from.content.runs[0]?.source ?? from.start;
    const lastRun = to.content.runs.at(-1);
    const end = lastRun ? lastRun.source + lastRun.length : to.end;
    const printed: string[] = [];
    for (let at = first; at <= last; at += 1)
      if (isPrinted(this.text, at)) printed.push(this.text.lines[at]?.text ?? '');
    const group = this.groups.at(-1) ?? this.groupless(from.number);
    group.entries.push({ ...entry, span: { start, end }, line: from.number, raw: printed.join('') });
    if (entry.date === null || entry.documentNumber === null || entry.title === '') {
      this.warnings.push({
        code: 'catalogue_entry_incomplete',
        message: `备案目录条目缺少${entry.title === '' ? '标题' : entry.date === null ? '日期' : '文号'}`,
        line: from.number,
        span: { start, end },
      });
    }
  }

  private groupless(line: number): CatalogueGroup {
    const group: CatalogueGroup = { name: '', declared: null, span: { start: 0, end: 0 }, line, entries: [] };
    this.groups.push(group);
    return group;
  }

  /** Text behind the last entry that nothing completes; a sentence (特此公告。) is no title. */
  private dropTitles(): void {
    const first = this.titles.find(({ content }) => !endsSentence(content.text));
    if (first && this.groups.length > 0) {
      const line = this.text.lines[first.at];
      this.warnings.push({
        code: 'catalogue_entry_incomplete',
        message: '备案目录中有文字没有对应的日期和文号',
        line: line?.number ?? null,
        span: line ? { start: line.start, end: line.end } : null,
      });
    }
    this.titles = [];
  }
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
  if (!period) return null;
  const groups = new CatalogueReader(text, warnings).read(part);
  const total = declaredTotal(naming);
  for (const group of groups) {
    if (group.declared !== null && group.declared !== group.entries.length) {
      warnings.push({
        code: 'catalogue_count_differs',
        message: `${group.name}标明${group.declared}件，实列${group.entries.length}件`,
        line: group.line,
        span: group.span,
      });
    }
  }
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
