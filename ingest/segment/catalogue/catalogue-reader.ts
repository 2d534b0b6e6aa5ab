/** From the rows and lines of a filing catalogue to its groups of entries. */
import type { CatalogueEntry } from '../../model/filing-catalogue.ts';
import type { MappedText } from '../../model/mapped-text.ts';
import type { Warning } from '../../model/warning.ts';
import { endsSentence, leavesOpen } from '../../text/characters.ts';
import { concat, sourceSpan } from '../../text/mapped-text.ts';
import type { OpenGroup } from './catalogue-groups.ts';
import { groupHeading, plainHeading, tableCaption } from './catalogue-heading.ts';
import type { GroupHeading } from './catalogue-heading.ts';
import type { CatalogueItem } from './catalogue-items.ts';
import { opensLabelled } from './catalogue-labels.ts';
import { splitList } from './catalogue-list.ts';
import { opensRecord } from './catalogue-peeler.ts';
import { readRecord } from './catalogue-record.ts';
import type { CatalogueRecord } from './catalogue-record.ts';
import { joinTitle } from '../join-title.ts';
import { isPrinted } from '../printed-text.ts';
import type { PrintedText } from '../printed-text.ts';

/** No entry is printed over more lines. */
const MOST_LINES = 8;
const NO_TEXT: MappedText = { text: '', runs: [] };
const SPACE: MappedText = { text: ' ', runs: [] };
// Must match (the rest of a broken title): 的通知（筑公通〔2016〕11号） · 》的决定
const GOES_ON = /^[的》）)〉”]/u;
// Must match: …（南府发〔2016〕3号）； · …2021-030。
const IS_OVER = /[；;。]$/u;

type WordsItem = Extract<CatalogueItem, { kind: 'words' }>;

// Must match: …（闽江民规〔2020〕3号，2020年11月18日）。
const IS_LIST = /[）)][。；;]?$/u;

interface OpenLine {
  content: MappedText;
  at: number;
}

/** Whether a record has all that makes an entry. */
const isWhole = (record: CatalogueRecord | null): boolean =>
  record?.title != null && (record.documentNumber !== null || record.date !== null);

export class CatalogueReader {
  readonly groups: OpenGroup[] = [];
  readonly #text: PrintedText;
  readonly #warnings: Warning[];
  /** The lines of the entry that is being read, and what they say together. */
  #open: OpenLine[] = [];
  #whole: MappedText = NO_TEXT;
  #record: CatalogueRecord | null = null;
  #found = 0;

  constructor(text: PrintedText, warnings: Warning[]) {
    this.#text = text;
    this.#warnings = warnings;
  }

  /** Reads the items, until `enough` entries are found. */
  read(items: readonly CatalogueItem[], enough = Infinity): void {
    for (const [nth, item] of items.entries()) {
      if (this.#found >= enough) return;
      if (item.kind === 'words') this.#readWords(item, items[nth + 1]);
      else {
        this.#close();
        if (item.kind === 'row') this.#push(item.row, item.first, item.last);
      }
    }
    this.#close();
    this.#warnOfGaps();
  }

  #readWords({ words, first: at, isAcross = false }: WordsItem, next: CatalogueItem | undefined): void {
    const heading = this.#isBroken()
      ? null
      : (groupHeading(words.text) ??
        (isAcross ? tableCaption(words.text) : null) ??
        plainHeadingOver(words.text, next));
    if (heading) {
      this.#close();
      this.#startGroup(heading, at);
      return;
    }
    if (IS_LIST.test(words.text) && this.#readList(words, at)) return;
    const own = readRecord(words);
    if (!this.#goesOnWith(words, own)) this.#close();
    // A line of facts alone stands apart from the title above it: 关于调整等级范围的公告 / 青川市税务局公告2019年第2号.
    const isApart = (own?.title === null && !this.#isBroken()) || opensLabelled(words.text);
    this.#open.push({ content: words, at });
    const isFirst = this.#open.length === 1;
    this.#whole = isFirst ? words : concat([this.#whole, ...(isApart ? [SPACE] : []), words]);
    this.#record = isFirst ? own : readRecord(this.#whole);
    if (isWhole(this.#record) && IS_OVER.test(words.text)) this.#close();
    // 现将目录通报如下： is no title of an entry.
    else if (this.#record === null && endsSentence(words.text)) this.#forget();
  }

  /** Reads entries in one sentence, of a line alone or of the lines so far: 晋南市人民政府报备3件：《…》（…）、《…》（…）。 */
  #readList(words: MappedText, at: number): boolean {
    const alone = splitList(words);
    const list = alone ?? (isWhole(this.#record) ? null : splitList(concat([this.#whole, words])));
    if (!list) return false;
    const first = alone ? at : (this.#open[0]?.at ?? at);
    if (alone) this.#close();
    this.#forget();
    if (list.group) this.#startGroup(list.group, first);
    for (const record of list.records) this.#push(record, first, at);
    return true;
  }

  /** Whether the lines so far break off within a bracket. */
  #isBroken(): boolean {
    const record = this.#record;
    return leavesOpen(this.#whole.text) && (record?.documentNumber == null || record.date === null);
  }

  /** Whether a line belongs to the entry above it. */
  #goesOnWith(line: MappedText, own: CatalogueRecord | null): boolean {
    const record = this.#record;
    if (this.#open.length === 0 || this.#open.length >= MOST_LINES) return false;
    if (this.#isBroken()) return true;
    if (opensRecord(line.text) && !(line.text.startsWith('《') && !isWhole(record))) return false;
    if (!isWhole(record) || GOES_ON.test(line.text)) return true;
    return own?.title === null && !sharesFact(record, own);
  }

  /** Ends the entry that is being read. */
  #close(): void {
    const [first] = this.#open;
    const last = this.#open.at(-1);
    if (first && last) {
      if (this.#record && isWhole(this.#record)) this.#push(this.#record, first.at, last.at);
      else this.#warnOfRest(first.at);
    }
    this.#forget();
  }

  #forget(): void {
    this.#open = [];
    this.#whole = NO_TEXT;
    this.#record = null;
  }

  #startGroup(heading: GroupHeading, at: number): void {
    const line = this.#text.lines[at];
    if (!line) return;
    const span = sourceSpan(line.content, 0, line.text.length);
    const { name, declared, depth } = heading;
    this.groups.push({ name, declared, depth, span, line: line.number, entries: [] });
  }

  /** The body that an entry names groups it where no heading with a count does. */
  #startMaker(maker: MappedText, at: number): void {
    const group = this.groups.at(-1);
    const line = this.#text.lines[at];
    if (!line || (group && (group.declared !== null || group.name === maker.text))) return;
    const span = sourceSpan(maker, 0, maker.text.length);
    const place = { span, line: line.number };
    this.groups.push({ name: maker.text, declared: null, depth: null, isMaker: true, ...place, entries: [] });
  }

  #push({ title, maker, documentNumber, date }: CatalogueRecord, first: number, last: number): void {
    const from = this.#text.lines[first];
    const to = this.#text.lines[last];
    if (!from || !to) return;
    if (maker) this.#startMaker(joinTitle([maker]), first);
    const start = from.content.runs[0]?.source ?? from.start;
    const lastRun = to.content.runs.at(-1);
    const end = lastRun ? lastRun.source + lastRun.length : to.end;
    const printed: string[] = [];
    for (let at = first; at <= last; at += 1)
      if (isPrinted(this.#text, at)) printed.push(this.#text.lines[at]?.text ?? '');
    const group = this.groups.at(-1) ?? this.#groupless(from.number);
    this.#found += 1;
    const words = joinTitle(title ? [title] : []).text;
    group.entries.push({
      title: words,
      documentNumber,
      date,
      span: { start, end },
      line: from.number,
      raw: printed.join(''),
    });
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

  /** Text that nothing completes; a sentence (特此公告。) is none. */
  #warnOfRest(at: number): void {
    const line = this.#text.lines[at];
    if (this.groups.length === 0) return;
    this.#warnings.push({
      code: 'catalogue_entry_incomplete',
      message: '备案目录中有文字没有对应的日期和文号',
      line: line?.number ?? null,
      span: line ? { start: line.start, end: line.end } : null,
    });
  }
}

/** Whether both tell the same kind of fact, so that they are two entries. */
function sharesFact(one: CatalogueRecord | null, other: CatalogueRecord): boolean {
  return (
    (one?.documentNumber != null && other.documentNumber !== null) ||
    (one?.date != null && other.date !== null) ||
    (one?.maker != null && other.maker !== null)
  );
}

/** A heading without a count: by its label, or by the entry that stands under it. */
function plainHeadingOver(words: string, next: CatalogueItem | undefined): GroupHeading | null {
  if (next?.kind === 'head') return tableCaption(words);
  const heading = plainHeading(words);
  if (heading && heading.depth !== null) return heading;
  if (next === undefined || (next.kind === 'words' && !opensRecord(next.words.text))) return null;
  // 一、规章 over 1.…办法（…令第68号）: behind a label anything may name entries.
  const labelled = heading ? null : tableCaption(words);
  return labelled?.depth == null ? heading : labelled;
}

const isGap = ({ title, documentNumber }: CatalogueEntry): boolean => title === '' || documentNumber === null;
