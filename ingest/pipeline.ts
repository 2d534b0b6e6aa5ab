/**
 * From one decoded file to all that it says, on one screen: lines → masthead → contents → documents → parts, paragraphs, provisions
 * → facts → filing catalogues → segments. Pure: no clock, no disk, no network.
 */
import type { GazetteDocument } from './model/document.ts';
import type { FilingCatalogue } from './model/filing-catalogue.ts';
import type { ContentsEntry, Masthead, ParsedIssue } from './model/issue.ts';
import type { MappedText } from './model/mapped-text.ts';
import type { SourceText } from './model/source.ts';
import type { Warning } from './model/warning.ts';
import { extractFacts } from './extract/manifest.ts';
import { applyStatedFacts } from './extract/stated-facts.ts';
import { garbledWarnings } from './read/garbled-text.ts';
import { restoreScript } from './restore-script.ts';
import type { ContentsPromise } from './segment/contents/contents-promise.ts';
import { readContents } from './segment/contents/contents.ts';
import { compareWithContents } from './segment/contents/compare-with-contents.ts';
import type { DocumentDraft, Paragraph } from './model/document-draft.ts';
import { findDocuments } from './segment/documents.ts';
import type { FoundDocument, PartRange } from './segment/found-document.ts';
import { draftDocument } from './segment/draft.ts';
import { titleOf } from './segment/document-title.ts';
import { framingOf } from './segment/framing.ts';
import { isFilingCatalogue, readFilingCatalogue } from './segment/catalogue/filing-catalogue.ts';
import { readMasthead } from './segment/masthead.ts';
import { claim } from './segment/printed-text.ts';
import type { PrintedText } from './segment/printed-text.ts';
import { readPrintedText } from './segment/read-printed-text.ts';
import { buildSegments } from './segment/segments.ts';
import { lineFinder } from './text/line-finder.ts';
import { mapSlice } from './text/mapped-text.ts';
import { holdsTraditional, toSimplifiedUnits } from './text/traditional.ts';

/** A document on its way through the stages. */
interface Reading {
  found: FoundDocument;
  draft: DocumentDraft;
  promise: ContentsPromise | null;
  catalogues: PartRange[];
}

/** Reads one issue, or any text: whatever is not understood is kept as an unclaimed segment with a warning. */
export function parseIssue(source: SourceText): ParsedIssue {
  const issue = holdsTraditional(source.text)
    ? restoreScript(readIssue(inSimplified(source)), source)
    : readIssue(source);
  const garbled = garbledWarnings(source.text);
  return { ...issue, warnings: [...issue.warnings, ...garbled].sort((a, b) => (a.line ?? 0) - (b.line ?? 0)) };
}

/** The source as if it were printed in simplified characters: every offset stays. */
function inSimplified(source: SourceText): SourceText {
  const statedFacts = source.statedFacts.map((fact) => ({ ...fact, value: toSimplifiedUnits(fact.value) }));
  return { ...source, text: toSimplifiedUnits(source.text), statedFacts };
}

function readIssue(source: SourceText): ParsedIssue {
  const warnings: Warning[] = [];
  const text = readPrintedText(source);
  const { masthead, end } = readMasthead(text);
  const contents = readContents(text, end);
  claim(text, 0, masthead.gazette ? Math.max(end, contents.heading) : 0, 'masthead', 'masthead');
  const found = findDocuments(text, contents.end, contents.entries, contents.end === 0);
  const statedTitle = found.length === 1 ? statedTitleOf(source) : null;
  const readings = found.map((document) =>
    readDocument(text, { document, entries: contents.entries, statedTitle }, warnings),
  );
  const extracted = readings.map((reading) => withFacts(reading, { source, masthead, text }, warnings));
  compareWithContents({ masthead, entries: contents.entries, readings, documents: extracted }, warnings);
  const keptBy = new Map(found.map(({ head }, at) => [head.promise, at]));
  const { documents, warnings: compared } = applyStatedFacts(extracted, source, warnings);
  return {
    source,
    masthead,
    contents: contents.entries.map((entry, at) => contentsEntry(entry, keptBy.get(at) ?? null)),
    documents,
    filingCatalogues: readings.flatMap((reading, at) => cataloguesOf(text, reading, documents[at], compared)),
    segments: buildSegments(text, compared),
    warnings: compared,
  };
}

/** The title that the file itself states, where it stands in its text. */
function statedTitleOf({ text, statedFacts }: SourceText): MappedText | null {
  const fact = statedFacts.find(({ name }) => name === 'title');
  const at = fact?.span ? text.indexOf(fact.value, fact.span.start) : -1;
  return fact?.span && at >= 0 && at < fact.span.end ? mapSlice(text, at, at + fact.value.length) : null;
}

interface FileContext {
  document: FoundDocument;
  entries: readonly ContentsPromise[];
  statedTitle: MappedText | null;
}

function readDocument(
  text: PrintedText,
  { document: found, entries, statedTitle }: FileContext,
  warnings: Warning[],
): Reading {
  const promise = entries[found.head.promise ?? -1] ?? null;
  const title = titleOf(text, found.head.title).text;
  const catalogues = found.parts.filter((part) => isFilingCatalogue(text, part, title + (promise?.title ?? '')));
  const draft = draftDocument(
    text,
    {
      document: found,
      isReport: promise?.isReport ?? false,
      catalogues: new Set(catalogues),
      promisedTitle: promise?.words ?? null,
      statedTitle,
    },
    warnings,
  );
  return { found, draft, promise, catalogues };
}

interface Surroundings {
  source: SourceText;
  masthead: Masthead;
  text: PrintedText;
}

function withFacts(
  { draft, promise }: Reading,
  { source, masthead, text }: Surroundings,
  warnings: Warning[],
): GazetteDocument {
  const { warnings: ofFacts, ...facts } = extractFacts(draft, { source, masthead, lineOf: lineFinder(text.lines) });
  warnings.push(...ofFacts);
  const { title, titleRule, span } = draft;
  const first = title.runs[0];
  const last = title.runs.at(-1);
  return {
    ...facts,
    kind: draft.kind,
    title: {
      value: title.text,
      raw: title.text,
      span: first && last ? { start: first.source, end: last.source + last.length } : span,
      rule: titleRule,
      certainty: 'stated',
    },
    section: promise?.section ?? null,
    span,
    lines: draft.lines,
    parts: draft.parts.map((part) => ({
      kind: part.kind,
      title: part.title.text,
      span: part.span,
      lines: part.lines,
      provisions: part.provisions,
      framing: framingOf(part),
    })),
  };
}

function contentsEntry(entry: ContentsPromise, documentIndex: number | null): ContentsEntry {
  return {
    section: entry.section?.value ?? null,
    title: entry.title,
    documentNumber: entry.documentNumber,
    page: entry.page,
    span: entry.span,
    documentIndex,
  };
}

/** Whether a paragraph is one of sentences, also in a part that is a list as a whole. */
function isSentence({ role, text }: Paragraph): boolean {
  return role === 'body' || (role === 'list' && /[：:。]$/u.test(text.text));
}

function cataloguesOf(
  text: PrintedText,
  { draft, found, catalogues }: Reading,
  document: GazetteDocument | undefined,
  warnings: Warning[],
): FilingCatalogue[] {
  const opening = draft.parts[0]?.paragraphs.filter(isSentence).slice(0, 2) ?? [];
  return catalogues.flatMap((part) => {
    const own = draft.parts[found.parts.indexOf(part)];
    const notes = own?.paragraphs.filter(({ role }) => role === 'title_note') ?? [];
    const naming = [
      draft.title,
      ...(own ? [own.title] : []),
      ...[...notes, ...opening].map(({ text: words }) => words),
    ];
    const catalogue = readFilingCatalogue(
      text,
      { part, documentNumber: document?.documentNumber?.value ?? null, naming },
      warnings,
    );
    return catalogue ? [catalogue] : [];
  });
}
