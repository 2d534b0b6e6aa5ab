/**
 * From lines to drafts: gives each line of a document its role, joins its paragraphs, builds its provisions.
 * Reads a found document, returns the draft that extraction reads (document-draft.ts).
 */
import type { PartKind } from '../model/document.ts';
import type { SegmentKind } from '../model/issue.ts';
import type { MappedText } from '../model/mapped-text.ts';
import type { Warning } from '../model/warning.ts';
import { buildProvisions } from '../structure/build-provisions.ts';
import type { ProvisionStep } from '../structure/provision-id.ts';
import { slice } from '../text/mapped-text.ts';
import { checkAnnexes, checkTables } from './check-parts.ts';
import type { DocumentDraft, DraftPart, Paragraph, ParagraphRole } from '../model/document-draft.ts';
import { documentTitle, numberAndAuthority, titleOf } from './document-title.ts';
import type { FoundDocument, PartRange } from './found-document.ts';
import { isReportText } from './meeting-report.ts';
import { buildParagraphs } from './paragraphs.ts';
import { partKindOf } from './part-kind.ts';
import { lastPrinted } from './printed-text.ts';
import type { PrintedText } from './printed-text.ts';
import { markSalutation } from './salutation.ts';
import { markTitleNotes } from './title-notes.ts';

const LONGEST_ENTRY = 60;

function rolesOf(text: PrintedText, document: FoundDocument, part: PartRange): Map<number, ParagraphRole> {
  const roles = new Map<number, ParagraphRole>();
  const set = (at: number, role: ParagraphRole): void => {
    if (!roles.has(at)) roles.set(at, role);
  };
  const { head } = document;
  for (const at of part === document.parts[0] ? [head.register, head.letterhead] : [])
    if (at !== null) set(at, 'letterhead');
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
  /** The title in the contents; taken where the text prints none. */
  promisedTitle: MappedText | null;
  /** The title that the file states of its only text; taken where the text prints none. */
  statedTitle: MappedText | null;
}

/** Drafts one document; claims its lines. */
export function draftDocument(
  text: PrintedText,
  { document, isReport: listed, catalogues, promisedTitle, statedTitle }: DraftRequest,
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
  const draft = finishDraft(text, document, drafts, { isReport, promisedTitle });
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

// Must match: 附件1：分工表 · 附：名单 · 表2信息采用情况      Must not: 附属设施表 · 表彰名单
const INLINE_LABEL =
  /^(?:附\s{0,4}[件表录]?\s{0,2}(?:[0-9０-９]{1,3}|[一二三四五六七八九十]{1,3})?(?:[-—][0-9]{1,2})?\s{0,2}[：:.．、]|表\s{0,2}(?:[0-9０-９]{1,2}|[一二三四五六七八九十]{1,3})(?:[-—][0-9]{1,2})?[：:.．、]?)\s{0,4}/u;

/** 附件1：分工表 → 分工表; 表2　信息采用情况 → 信息采用情况. */
function inlineAnnexTitle(whole: MappedText): MappedText {
  return slice(whole, INLINE_LABEL.exec(whole.text)?.[0].length ?? 0);
}

function markEntries(paragraphs: readonly Paragraph[]): void {
  for (const paragraph of paragraphs) if (paragraph.role === 'body') paragraph.role = 'list';
}

// Short lines without a label in a list are entries, not 款.
function markList(paragraphs: readonly Paragraph[]): void {
  for (const paragraph of paragraphs) {
    if (
      paragraph.role === 'body' &&
      paragraph.text.text.length <= LONGEST_ENTRY &&
      !/[。；]/u.test(paragraph.text.text) &&
      !/^[（(]?[0-9一二三四五六七八九十]+[、.．)）]/u.test(paragraph.text.text)
    ) {
      paragraph.role = 'list';
    }
  }
}

function finishDraft(
  text: PrintedText,
  document: FoundDocument,
  parts: DraftPart[],
  { isReport, promisedTitle }: Pick<DraftRequest, 'isReport' | 'promisedTitle'>,
): DocumentDraft {
  const { head } = document;
  const { title, rule } = documentTitle(text, head, parts, promisedTitle);
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
