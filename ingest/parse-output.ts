/** What `gazette parse FILE` prints: the parsed issue in the shape that scripts and the scorer read. */
import type { DocumentPart, GazetteDocument, PartKind } from './model/document.ts';
import type { FilingCatalogue } from './model/filing-catalogue.ts';
import type { ContentsEntry, ParsedIssue, Segment } from './model/issue.ts';
import type { Provision } from './model/provision.ts';
import type { RelationType } from './model/relation.ts';
import type { Extracted, IsoDate, LineRange } from './model/span.ts';
import type { Warning } from './model/warning.ts';
import { distinctRelations } from './extract/relations/distinct-relations.ts';
import { provisionText } from './structure/provision-text.ts';
import type { MappedText } from './model/mapped-text.ts';
import { lineFinder } from './text/line-finder.ts';
import { readLines } from './text/lines.ts';

export interface ParsedRelation {
  type: Exclude<RelationType, 'lists'>;
  title: string | null;
  documentNumber: string | null;
  evidence: { quote: string; line: number };
}

export interface ParsedDocument {
  kind: 'act' | 'report';
  title: string;
  documentNumber: string | null;
  section: string | null;
  issuingAuthorities: string[];
  signatory: string | null;
  adoptionDate: IsoDate | null;
  promulgationDate: IsoDate | null;
  effectiveDate: IsoDate | null;
  expiryDate: IsoDate | null;
  lines: LineRange;
  parts: { title: string; kind: PartKind }[];
  articles: { label: string; text: string }[];
  relations: ParsedRelation[];
}

export interface ParseOutput {
  issue: { gazette: string | null; publicationDate: IsoDate | null; issueNumbers: number[]; serialNumbers: number[] };
  contents: Pick<ContentsEntry, 'section' | 'title' | 'documentNumber' | 'page'>[];
  documents: ParsedDocument[];
  filingCatalogues: {
    documentNumber: string | null;
    year: number;
    quarter: FilingCatalogue['quarter'];
    declaredTotal: number | null;
    groups: {
      name: string;
      declared: number | null;
      /** The heading over several groups: 一、市州人民政府. */
      section: string | null;
      entries: { title: string; documentNumber: string | null; date: IsoDate | null }[];
    }[];
  }[];
  segments: Segment[];
  warnings: Pick<Warning, 'code' | 'message' | 'line'>[];
}

const valueOf = <T>(extracted: Extracted<T> | null): T | null => extracted?.value ?? null;

function articlesIn(provisions: readonly Provision[]): Provision[] {
  return provisions.flatMap((provision) =>
    provision.kind === 'article' ? [provision] : articlesIn(provision.children),
  );
}

/** The text of an article from its label on, paragraphs on lines of their own, list marks (- ) as printed before them. */
function articleText(source: string, article: Provision): string {
  const text = provisionText(article);
  const label = article.label ?? '';
  return `${label}${text.text === '' ? '' : ' '}${withListMarks(source, text)}`;
}

function withListMarks(source: string, { text, runs }: MappedText): string {
  let marked = '';
  let from = 0;
  for (const run of runs) {
    if (run.at > 0 && text.charAt(run.at - 1) !== '\n') continue;
    marked += text.slice(from, run.at);
    from = run.at;
    if (/(?:^|\n)[ \t\u3000]*[-*] +$/u.test(source.slice(Math.max(0, run.source - 8), run.source))) marked += '- ';
  }
  return marked + text.slice(from);
}

function parts(document: GazetteDocument): ParsedDocument['parts'] {
  return document.parts.map(({ title, kind }: DocumentPart) => ({ title, kind }));
}

function toDocument(source: string, document: GazetteDocument, lineOf: (offset: number) => number): ParsedDocument {
  return {
    kind: document.kind,
    title: document.title.value,
    documentNumber: valueOf(document.documentNumber),
    section: valueOf(document.section),
    issuingAuthorities: document.issuingAuthorities.map(({ value }) => value),
    signatory: valueOf(document.signatory),
    adoptionDate: valueOf(document.adoptionDate),
    promulgationDate: valueOf(document.promulgationDate),
    effectiveDate: valueOf(document.effectiveDate),
    expiryDate: valueOf(document.expiryDate),
    lines: document.lines,
    parts: parts(document),
    articles: document.parts.flatMap((part) =>
      articlesIn(part.provisions).map((article) => ({
        label: article.label ?? '',
        text: articleText(source, article),
      })),
    ),
    relations: distinctRelations(document.relations).flatMap(({ type, citation, evidence }) =>
      type === 'lists'
        ? []
        : [
            {
              type,
              title: citation.title,
              documentNumber: citation.documentNumber,
              evidence: { quote: evidence.raw, line: lineOf(evidence.span.start) },
            },
          ],
    ),
  };
}

/** The parse output of one issue, as the contract describes it. */
export function toParseOutput(issue: ParsedIssue): ParseOutput {
  const { masthead } = issue;
  const source = issue.source.text;
  const lineOf = lineFinder(readLines(source));
  return {
    issue: {
      gazette: valueOf(masthead.gazette),
      publicationDate: valueOf(masthead.publicationDate),
      issueNumbers: valueOf(masthead.issueNumbers) ?? [],
      serialNumbers: valueOf(masthead.serialNumbers) ?? [],
    },
    contents: issue.contents.map(({ section, title, documentNumber, page }) => ({
      section,
      title,
      documentNumber,
      page,
    })),
    documents: issue.documents.map((document) => toDocument(source, document, lineOf)),
    filingCatalogues: issue.filingCatalogues.map(({ documentNumber, year, quarter, declaredTotal, groups }) => ({
      documentNumber,
      year,
      quarter,
      declaredTotal: valueOf(declaredTotal),
      groups: groups.map(({ name, declared, section, entries }) => ({
        name,
        declared,
        section,
        entries: entries.map((entry) => ({
          title: entry.title,
          documentNumber: entry.documentNumber,
          date: entry.date,
        })),
      })),
    })),
    segments: issue.segments,
    warnings: issue.warnings.map(({ code, message, line }) => ({ code, message, line })),
  };
}
