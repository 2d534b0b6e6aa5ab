/**
 * From lines to drafts: gives each line of a document its role, joins its paragraphs, builds its provisions.
 * Reads a found document, returns the draft that extraction reads (document-draft.ts).
 */
import type { PartKind } from '../model/document.ts';
import type { SegmentKind } from '../model/issue.ts';
import type { MappedText } from '../model/mapped-text.ts';
import type { Warning } from '../model/warning.ts';
import { isTitleNote } from '../structure/classify-line.ts';
import { buildProvisions } from '../structure/build-provisions.ts';
import type { ProvisionStep } from '../structure/provision-id.ts';
import { joinParagraphs } from '../structure/provision-text.ts';
import { endsSentence, leavesOpen } from '../text/characters.ts';
import { concat, mapSlice, slice } from '../text/mapped-text.ts';
import { checkAnnexes, checkTables } from './check-parts.ts';
import type { DocumentDraft, DraftPart, Paragraph, ParagraphRole } from './document-draft.ts';
import type { DocumentHead } from './document-head.ts';
import type { FoundDocument } from './documents.ts';
import type { PartRange } from './document-parts.ts';
import { joinTitle } from './join-title.ts';
import { isReportText, SPOKEN_AT } from './meeting-report.ts';
import { buildParagraphs } from './paragraphs.ts';
import { partKindOf } from './part-kind.ts';
import { isPrinted, lastPrinted, textOf } from './printed-text.ts';
import type { PrintedText } from './printed-text.ts';
import { markSalutation } from './salutation.ts';
import type { TitleBlock } from './title-block.ts';

const NO_TEXT = mapSlice('', 0, 0);
const LONGEST_FIRST_LINE = 60;
const LONGEST_SPEAKER = 40;
const MOST_NOTE_LINES = 8;

/** The joined title of a block of lines. */
export function titleOf(text: PrintedText, block: TitleBlock | null): MappedText {
  if (!block) return NO_TEXT;
  const lines: MappedText[] = [];
  for (let at = block.from; at < block.to; at += 1) {
    const line = text.lines[at];
    if (line && isPrinted(text, at)) lines.push(line.content);
  }
  return joinTitle(lines);
}

/** The authorities over a 令, each printed line apart from the next, 令 or 公告 with the last of them. */
function authorityOf(text: PrintedText, block: TitleBlock): MappedText {
  const lines: MappedText[] = [];
  for (let at = block.from; at < block.to; at += 1)
    if (isPrinted(text, at)) lines.push(joinTitle([text.lines[at]?.content ?? NO_TEXT]));
  const last = lines.at(-1);
  const alone = last !== undefined && last.text.length <= 3 && lines.length > 1;
  return alone ? concat([joinParagraphs(lines.slice(0, -1)), last]) : joinParagraphs(lines);
}

function rolesOf(text: PrintedText, document: FoundDocument, part: PartRange): Map<number, ParagraphRole> {
  const roles = new Map<number, ParagraphRole>();
  const set = (at: number, role: ParagraphRole): void => {
    if (!roles.has(at)) roles.set(at, role);
  };
  const { head } = document;
  if (head.letterhead !== null && part === document.parts[0]) set(head.letterhead, 'letterhead');
  if (part.annexLabel !== null) set(part.annexLabel, part.title?.from === part.annexLabel ? 'title' : 'annex_label');
  if (part === document.parts[0]) {
    for (let at = head.authority?.from ?? 0; at < (head.authority?.to ?? 0); at += 1) set(at, 'authority');
  }
  if (head.number !== null && head.number >= part.from && head.number < part.to) set(head.number, 'number');
  for (let at = part.title?.from ?? 0; at < (part.title?.to ?? 0); at += 1) set(at, 'title');
  for (const at of part.closing?.signature ?? []) set(at, 'signature');
  if (part.closing) set(part.closing.date, 'date');
  for (const at of part.closing?.remarks ?? []) set(at, 'distribution');
  markTitleNotes(text, document, part, set);
  return roles;
}

// Must match: （按姓氏笔画排名） · (2007年11月30日…公布) · 2024年8月27日…修订)     Must not: （一）… · （联系人：…。）
const BRACKETED = /^[（(][^（()）]{2,40}[）)]$/u;

/** 题注, bracketed remarks, the occasion of a speech and its speaker, between a title and its text. */
function markTitleNotes(
  text: PrintedText,
  document: FoundDocument,
  part: PartRange,
  set: (at: number, role: ParagraphRole) => void,
): void {
  let open = false;
  for (let at = part.title?.to ?? part.body; at < part.to; at += 1) {
    if (!isPrinted(text, at)) continue;
    const kind = text.shapes[at]?.kind;
    if (kind === 'number' && at < part.body + 4) continue;
    if (part.closing && at >= (part.closing.signature[0] ?? part.closing.date)) return;
    const words = textOf(text, at);
    const isNote =
      open ||
      kind === 'note' ||
      (kind === 'date' && part.title !== null && /^[（(]/u.test(words)) ||
      (kind === 'text' && BRACKETED.test(words)) ||
      opensWrappedNote(text, at, part.to) ||
      isOccasion(text, part, at);
    if (!isNote) return;
    open = leavesOpen(open ? `（${words}` : words);
    // A day in brackets under the number of a text that nobody signs is the day of the text.
    const isDay = kind === 'date' && part.closing === null && document.parts.every(({ closing }) => closing === null);
    set(at, isDay ? 'date' : 'title_note');
  }
}

/** Whether the bracket that opens line `at` closes some lines on, and all between is a 题注. */
function opensWrappedNote(text: PrintedText, at: number, to: number): boolean {
  if (!/^[（(]/u.test(textOf(text, at)) || !leavesOpen(textOf(text, at))) return false;
  let words = '';
  for (let line = at; line < Math.min(to, at + MOST_NOTE_LINES); line += 1) {
    if (isPrinted(text, line)) words += textOf(text, line);
    if (!leavesOpen(words)) return isTitleNote(words);
  }
  return false;
}

/** ——2021年12月20日在第十三届全国人民代表大会常务委员会第三十二次会议上, and under it 全国人大农业与农村委员会副主任委员　王洪尧. */
function isOccasion(text: PrintedText, part: PartRange, at: number): boolean {
  if (part.title === null) return false;
  const words = textOf(text, at);
  if (SPOKEN_AT.test(words)) return true;
  const above = textOf(text, lastPrinted(text, part.title.to, at));
  return SPOKEN_AT.test(above) && words.length <= LONGEST_SPEAKER && !endsSentence(words);
}

function segmentKindOf(document: FoundDocument, part: PartRange, isReport: boolean, isCatalogue: boolean): SegmentKind {
  if (isReport) return 'report';
  if (isCatalogue) return 'catalogue';
  if (part.annexLabel !== null && part !== document.parts[0] && part !== document.parts[1]) return 'annex';
  return part === document.parts[0] && document.parts.length > 1 ? 'notice' : 'body';
}

/**
 * How the ids of each part begin: the main text takes none, the covering text `notice`, annexes `annex-2`. Two annexes that print one
 * number are told apart by their order.
 */
function prefixesOf({ parts }: FoundDocument): ProvisionStep[][] {
  const seen = new Map<number, number>();
  return parts.map((part, index) => {
    const isOneOfSeveral = part.annexNumber !== null && parts.length > 2;
    if (parts.length === 1 || (index === 1 && !isOneOfSeveral)) return [];
    if (index === 0) return [{ kind: 'notice', number: [], copy: 1 }];
    const number = part.annexNumber ?? index;
    const copy = (seen.get(number) ?? 0) + 1;
    seen.set(number, copy);
    return [{ kind: 'annex', number: [number], copy }];
  });
}

const IN_TREE: ReadonlySet<ParagraphRole> = new Set(['body', 'table', 'list', 'promulgation', 'annex_notice']);

/** How the drafting of one document is told about it. */
export interface DraftRequest {
  document: FoundDocument;
  /** The contents list it in a section of news. */
  isReport: boolean;
  /** Parts that are filing catalogues. */
  catalogues: ReadonlySet<PartRange>;
  /** The title that the file states of its only text; taken where the text prints none. */
  statedTitle: MappedText | null;
}

/** Drafts one document; claims its lines. */
export function draftDocument(
  text: PrintedText,
  { document, isReport: listed, catalogues, statedTitle }: DraftRequest,
  warnings: Warning[],
): DocumentDraft {
  const isReport = listed || isReportText(text, document);
  const parts = document.parts.map((part) => {
    const kind = segmentKindOf(document, part, isReport, catalogues.has(part));
    const roles = rolesOf(text, document, part);
    const paragraphs = buildParagraphs(text, { from: part.from, to: part.to, roles, kind }, warnings);
    return { part, paragraphs };
  });
  const covering = parts[0]?.paragraphs ?? [];
  markSalutation(covering, warnings);
  if ((document.head.authority !== null || document.head.rule === 'order-in-one-line') && parts.length > 1)
    markPromulgation(covering);
  const prefixes = prefixesOf(document);
  const drafts = parts.map(({ part, paragraphs }, at) =>
    draftPart(
      text,
      document,
      { part, paragraphs, isCatalogue: catalogues.has(part), prefix: prefixes[at] ?? [] },
      warnings,
    ),
  );
  checkAnnexes(drafts, warnings);
  checkTables(drafts, warnings);
  const draft = finishDraft(text, document, drafts, isReport);
  const isUntitled = draft.titleRule === 'first-line' || draft.titleRule === 'authority-line';
  return statedTitle && isUntitled ? { ...draft, title: statedTitle, titleRule: 'stated-title' } : draft;
}

function markPromulgation(paragraphs: readonly Paragraph[]): void {
  for (const paragraph of paragraphs) if (paragraph.role === 'body') paragraph.role = 'promulgation';
}

interface PartMaterial {
  part: PartRange;
  paragraphs: Paragraph[];
  isCatalogue: boolean;
  prefix: ProvisionStep[];
}

function draftPart(
  text: PrintedText,
  document: FoundDocument,
  { part, paragraphs, isCatalogue, prefix }: PartMaterial,
  warnings: Warning[],
): DraftPart {
  const isInline = part.annexLabel !== null && part.title?.from === part.annexLabel;
  const title = isInline ? inlineAnnexTitle(titleOf(text, part.title)) : titleOf(text, part.title);
  const kind: PartKind = isCatalogue
    ? 'list'
    : partKindOf({
        title: title.text,
        paragraphs,
        isCovering: part === document.parts[0],
        partCount: document.parts.length,
        isAnnex: part.annexLabel !== null,
      });
  if (isCatalogue) markEntries(paragraphs);
  else if (kind === 'list' && part !== document.parts[0]) markList(paragraphs);
  const inTree = paragraphs.filter((paragraph) => IN_TREE.has(paragraph.role));
  const provisions = buildProvisions(inTree, { prefix, isList: kind === 'list' }, warnings);
  const last = lastPrinted(text, part.from, part.to);
  const lines = {
    start: text.lines[part.from]?.number ?? 1,
    end: text.lines[last]?.number ?? text.lines[part.from]?.number ?? 1,
  };
  return {
    kind,
    title,
    span: { start: text.lines[part.from]?.start ?? 0, end: text.lines[Math.max(last, part.from)]?.end ?? 0 },
    lines,
    paragraphs,
    provisions,
  };
}

/** 附件1：分工表 → 分工表. */
function inlineAnnexTitle(whole: MappedText): MappedText {
  const label =
    /^附\s{0,4}[件表录]?\s{0,2}(?:[0-9０-９]{1,3}|[一二三四五六七八九十]{1,3})?(?:[-—][0-9]{1,2})?\s{0,2}[：:.．、]\s{0,4}/u.exec(
      whole.text,
    );
  return slice(whole, label?.[0].length ?? 0);
}

function markEntries(paragraphs: readonly Paragraph[]): void {
  for (const paragraph of paragraphs) if (paragraph.role === 'body') paragraph.role = 'list';
}

// Short lines without a label in a list are entries, not 款.
function markList(paragraphs: readonly Paragraph[]): void {
  for (const paragraph of paragraphs) {
    if (
      paragraph.role === 'body' &&
      paragraph.text.text.length <= LONGEST_FIRST_LINE &&
      !/[。；]/u.test(paragraph.text.text) &&
      !/^[（(]?[0-9一二三四五六七八九十]+[、.．)）]/u.test(paragraph.text.text)
    ) {
      paragraph.role = 'list';
    }
  }
}

function finishDraft(text: PrintedText, document: FoundDocument, parts: DraftPart[], isReport: boolean): DocumentDraft {
  const { head } = document;
  const { title, rule } = documentTitle(text, document, parts);
  const last = Math.max(lastPrinted(text, head.start, document.to), head.start);
  return {
    kind: isReport ? 'report' : 'act',
    title,
    titleRule: rule,
    ...numberAndAuthority(text, head),
    span: { start: text.lines[head.start]?.start ?? 0, end: text.lines[last]?.end ?? 0 },
    lines: { start: text.lines[head.start]?.number ?? 1, end: text.lines[last]?.number ?? 1 },
    parts,
  };
}

// Must match: 上海市人民政府令第44号 · 交通运输部令（2023年第2号） · 财政部 税务总局公告2023年第12号      Must not: 第239号令 · 杭政办函〔2023〕60号
const ORDER_IN_ONE_LINE =
  /^(\S.{1,60}?(?:令|公\s{0,2}告|通\s{0,2}告))\s{0,4}[（(]?((?:\d{4}\s?年\s?)?第[^（()）]{1,12}号)[）)]?$/u;

/** The number line and the authority over it; an order in one line holds both. */
function numberAndAuthority(text: PrintedText, head: DocumentHead): Pick<DocumentDraft, 'number' | 'authority'> {
  const number = head.number === null ? null : (text.lines[head.number]?.content ?? null);
  if (head.authority !== null) return { number, authority: authorityOf(text, head.authority) };
  const match = number ? ORDER_IN_ONE_LINE.exec(number.text) : null;
  const [, authority = '', serial = ''] = match ?? [];
  if (!number || !match) return { number, authority: null };
  const from = number.text.lastIndexOf(serial);
  return { number: slice(number, from, from + serial.length), authority: slice(number, 0, authority.length) };
}

/** For a 令 the title of what it promulgates; else the title over the text; else that of the first attachment, or the first line. */
function documentTitle(
  text: PrintedText,
  document: FoundDocument,
  parts: readonly DraftPart[],
): { title: MappedText; rule: string } {
  const { head } = document;
  if (head.title !== null) return { title: titleOf(text, head.title), rule: head.rule };
  const attached = parts[1]?.title ?? NO_TEXT;
  if (attached.text !== '')
    return { title: attached, rule: head.number === null ? 'title-of-attachment' : 'title-of-promulgated-text' };
  const named = titleInBrackets(parts[0]);
  if (named && head.authority) return { title: named, rule: 'title-in-promulgation' };
  const first = text.lines[head.start]?.content ?? NO_TEXT;
  return {
    title: slice(first, 0, Math.min(first.text.length, LONGEST_FIRST_LINE)),
    rule: head.authority ? 'authority-line' : 'first-line',
  };
}

function titleInBrackets(part: DraftPart | undefined): MappedText | null {
  for (const paragraph of part?.paragraphs ?? []) {
    const from = paragraph.text.text.indexOf('《');
    const to = paragraph.text.text.lastIndexOf('》', paragraph.text.text.search(/》(?:已|经|，|的决定)/u) + 1);
    if (from >= 0 && to > from) return slice(paragraph.text, from + 1, to);
  }
  return null;
}
