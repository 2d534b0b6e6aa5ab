/** From the rows and lines of a filing catalogue to its groups of entries. */
import type { CatalogueEntry } from '../model/filing-catalogue.ts';
import type { MappedText } from '../model/mapped-text.ts';
import type { Warning } from '../model/warning.ts';
import { endsSentence } from '../text/characters.ts';
import { concat, sourceSpan } from '../text/mapped-text.ts';
import type { OpenGroup } from './catalogue-groups.ts';
import type { CatalogueItem } from './catalogue-items.ts';
import {
  groupHeading,
  mayEndUndated,
  opensWithSerial,
  plainHeading,
  readEntryLine,
  readUndatedLine,
  withoutSerial,
} from './catalogue-line.ts';
import type { EntryLine, GroupHeading } from './catalogue-line.ts';
import type { EntryRow } from './catalogue-row.ts';
import { joinTitle } from './join-title.ts';
import { isPrinted } from './printed-text.ts';
import type { PrintedText } from './printed-text.ts';

/** No title of an entry is printed over more lines. */
const MOST_TITLE_LINES = 8;

interface OpenTitle {
  content: MappedText;
  at: number;
}

interface ReadEntry {
  entry: EntryLine;
  /** The words that `entry` was read from. */
  content: MappedText;
  /** Lines of the title above them. */
  above: OpenTitle[];
}

type Facts = Pick<CatalogueEntry, 'title' | 'documentNumber' | 'date'>;

export class CatalogueReader {
  readonly groups: OpenGroup[] = [];
  readonly #text: PrintedText;
  readonly #warnings: Warning[];
  #titles: OpenTitle[] = [];
  #found = 0;

  constructor(text: PrintedText, warnings: Warning[]) {
    this.#text = text;
    this.#warnings = warnings;
  }

  /** Reads the items, until `enough` entries are found. */
  read(items: readonly CatalogueItem[], enough = Infinity): void {
    for (const [nth, item] of items.entries()) {
      if (this.#found >= enough) return;
      if (item.row) this.#readRow(item.row, item.first, item.last);
      else this.#readWords(item.words, item.first, items[nth + 1]);
    }
    this.#dropTitles();
    this.#warnOfGaps();
  }

  #readWords(words: MappedText, at: number, next: CatalogueItem | undefined): void {
    const heading = groupHeading(words.text) ?? plainHeadingOver(words.text, next);
    if (heading) this.#startGroup(heading, at);
    else this.#readLine(at, words);
  }

  #readRow({ title, documentNumber, date, maker }: EntryRow, first: number, last: number): void {
    this.#titles = [];
    if (maker) this.#startMaker(joinTitle([maker]), first);
    this.#push({ title: joinTitle(title ? [title] : []).text, documentNumber, date }, first, last);
  }

  /** A column that names the body groups the entries where no heading with a count does. */
  #startMaker(maker: MappedText, at: number): void {
    const group = this.groups.at(-1);
    const line = this.#text.lines[at];
    if (!line || (group && (group.declared !== null || group.name === maker.text))) return;
    const span = sourceSpan(maker, 0, maker.text.length);
    this.groups.push({ name: maker.text, declared: null, depth: null, span, line: line.number, entries: [] });
  }

  #startGroup(heading: GroupHeading, at: number): void {
    this.#dropTitles();
    const line = this.#text.lines[at];
    if (!line) return;
    const span = sourceSpan(line.content, 0, line.text.length);
    const { name, declared, depth } = heading;
    this.groups.push({ name, declared, depth, span, line: line.number, entries: [] });
  }

  #readLine(at: number, content: MappedText): void {
    const read = this.#readEntry(content);
    if (!read) {
      // 现将目录通报如下： is no title of an entry.
      if (endsSentence(content.text)) this.#titles = [];
      else this.#titles.push({ content, at });
      if (this.#titles.length > MOST_TITLE_LINES) this.#titles.shift();
      return;
    }
    const { entry, above } = read;
    const lines = above.map((line, nth) => (nth === 0 ? withoutSerial(line.content) : line.content));
    const title = joinTitle([...lines, ...(entry.title ? [entry.title(read.content)] : [])]);
    const first = this.#titles[0]?.at ?? at;
    this.#titles = [];
    this.#push({ title: title.text, documentNumber: entry.documentNumber, date: entry.date }, first, at);
  }

  /** The entry that a line ends: by itself, with day and number broken over two lines, or with its number alone behind a serial above. */
  #readEntry(content: MappedText): ReadEntry | null {
    const above = this.#titles;
    const whole = readEntryLine(content.text);
    if (whole) return { entry: whole, content, above };
    const last = above.at(-1)?.content;
    const tail = last && /[号日）)]$/u.test(content.text) ? concat([last, content]) : null;
    const broken = tail && readEntryLine(tail.text);
    if (tail && broken) return { entry: broken, content: tail, above: above.slice(0, -1) };
    if (!mayEndUndated(content.text)) return null;
    const from = above.findLastIndex((line) => opensWithSerial(line.content.text));
    const joined = from < 0 ? content : concat([...above.slice(from).map((line) => line.content), content]);
    const undated = readUndatedLine(joined.text);
    return undated && { entry: undated, content: joined, above: [] };
  }

  #push(facts: Facts, first: number, last: number): void {
    const from = this.#text.lines[first];
    const to = this.#text.lines[last];
    if (!from || !to) return;
    const start = from.content.runs[0]?.source ?? from.start;
    const lastRun = to.content.runs.at(-1);
    const end = lastRun ? lastRun.source + lastRun.length : to.end;
    const printed: string[] = [];
    for (let at = first; at <= last; at += 1)
      if (isPrinted(this.#text, at)) printed.push(this.#text.lines[at]?.text ?? '');
    const group = this.groups.at(-1) ?? this.#groupless(from.number);
    this.#found += 1;
    const { title, documentNumber, date } = facts;
    group.entries.push({ title, documentNumber, date, span: { start, end }, line: from.number, raw: printed.join('') });
  }

  #groupless(line: number): OpenGroup {
    const group: OpenGroup = { name: '', declared: null, depth: null, span: { start: 0, end: 0 }, line, entries: [] };
    this.groups.push(group);
    return group;
  }

  /** An entry that lacks what the others have is a gap; a catalogue that prints no days at all lacks them once. */
  #warnOfGaps(): void {
    const entries = this.groups.flatMap((group) => group.entries);
    const printsDays = entries.some(({ date }) => date !== null);
    const undated = entries.filter(({ date }) => date === null);
    for (const entry of printsDays ? entries : entries.filter((one) => isGap(one) || one === undated[0])) {
      if (!isGap(entry) && entry.date !== null) continue;
      const lacks = entry.title === '' ? '标题' : entry.date === null ? '日期' : '文号';
      this.#warnings.push({
        code: 'catalogue_entry_incomplete',
        message: printsDays || isGap(entry) ? `备案目录条目缺少${lacks}` : '备案目录不列日期',
        line: entry.line,
        span: entry.span,
      });
    }
  }

  /** Text behind the last entry that nothing completes; a sentence (特此公告。) is no title. */
  #dropTitles(): void {
    const [first] = this.#titles;
    if (first && this.groups.length > 0) {
      const line = this.#text.lines[first.at];
      this.#warnings.push({
        code: 'catalogue_entry_incomplete',
        message: '备案目录中有文字没有对应的日期和文号',
        line: line?.number ?? null,
        span: line ? { start: line.start, end: line.end } : null,
      });
    }
    this.#titles = [];
  }
}

/** A heading without a count: by its label, or by the entry that stands under it. */
function plainHeadingOver(words: string, next: CatalogueItem | undefined): GroupHeading | null {
  const heading = plainHeading(words);
  if (heading?.depth !== null) return heading;
  const isOver = next?.row != null || (next?.row === null && opensWithSerial(next.words.text));
  return isOver ? heading : null;
}

const isGap = ({ title, documentNumber }: CatalogueEntry): boolean => title === '' || documentNumber === null;
