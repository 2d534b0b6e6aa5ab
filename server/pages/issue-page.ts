import { titleKey } from '../../ingest/text/title-key.ts';
import type { WarningRow } from '../../ingest/store/queries/coverage.ts';
import type { DocumentSummary } from '../../ingest/store/queries/documents.ts';
import type { ContentsLine, IssuePlace, IssueSource, IssueSummary } from '../../ingest/store/queries/issues.ts';
import { lineFinderIn } from '../../ingest/text/line-finder.ts';
import type { Statuses } from '../site/statuses.ts';
import { statusBadge } from './status-badge.ts';
import type { StatusBadge } from './status-badge.ts';
import { documentUrl, issueSourceUrl, issueUrl } from './urls.ts';
import { warningText } from './warning-text.ts';

export interface IssueRows {
  issue: IssueSummary;
  sources: IssueSource[];
  contents: ContentsLine[];
  documents: DocumentSummary[];
  warnings: WarningRow[];
  /** Every issue held of this gazette, newest first, for the neighbours; none where the gazette is not known. */
  series: IssuePlace[];
  /** The text of the issue's primary file, in which its contents stand. */
  text: string;
}

/** A document of the issue as its tables show it. */
export interface IssueDocument {
  href: string;
  title: string;
  documentNumber: string | null;
  type: string | null;
  date: string | null;
  badge: StatusBadge | null;
  isReport: boolean;
}

/** A line of the printed contents; `document` null: promised, but not in the file. */
export interface ContentsRow {
  title: string;
  documentNumber: string | null;
  page: number | null;
  document: IssueDocument | null;
  /** The title over the text is not the one in the contents. */
  differs: boolean;
  /** Where the file has this line. */
  line: number;
  sourceUrl: string;
}

export interface IssuePage {
  issue: IssueSummary & { numbers: string; serials: string };
  sources: (IssueSource & { href: string; kilobytes: number; hash: string })[];
  sections: { name: string | null; rows: ContentsRow[] }[];
  promised: number;
  found: number;
  missing: number;
  /** Documents in the file that the printed contents do not name. */
  unlisted: IssueDocument[];
  warnings: { text: string; message: string; href: string | null; line: number | null }[];
  newer: { href: string; title: string } | null;
  older: { href: string; title: string } | null;
}

/** What an issue's masthead states, what its contents promise, what each line became, and what the reading could not settle. */
export function issuePage(rows: IssueRows, statuses: Statuses): IssuePage {
  const { issue, contents, documents } = rows;
  const views = new Map(documents.map((document) => [document.id, issueDocument(document, statuses)]));
  const listed = new Set(contents.map((line) => line.documentId));
  const { series } = rows;
  const at = series.findIndex((other) => other.id === issue.id);
  const missing = contents.filter((line) => line.documentId === null).length;
  return {
    issue: { ...issue, numbers: issue.issueNumbers.join('—'), serials: issue.serialNumbers.join('—') },
    sources: rows.sources.map((source) => ({
      ...source,
      href: issueSourceUrl(issue.id),
      kilobytes: Math.round(source.byteLength / 1024),
      hash: source.contentHash.slice(0, 12),
    })),
    sections: sectionsOf(contents, views, placeIn(issue.id, rows.text)),
    promised: contents.length,
    found: contents.length - missing,
    missing,
    unlisted: documents
      .filter((document) => !listed.has(document.id))
      .flatMap((document) => views.get(document.id) ?? []),
    warnings: rows.warnings.map((warning) => ({
      text: warningText(warning.code),
      message: warning.message,
      line: warning.line,
      href: warning.line === null ? null : issueSourceUrl(issue.id, warning.line),
    })),
    newer: at === -1 ? null : issueLink(series[at - 1]),
    older: at === -1 ? null : issueLink(series[at + 1]),
  };
}

function issueDocument(document: DocumentSummary, statuses: Statuses): IssueDocument {
  const isReport = document.kind === 'report';
  const known = isReport ? null : statuses(document.id);
  return {
    href: documentUrl(document.id),
    title: document.title,
    documentNumber: document.documentNumber,
    type: document.documentType,
    date: document.promulgationDate,
    badge: known === null ? null : statusBadge(known.status.status),
    isReport,
  };
}

function sectionsOf(
  contents: readonly ContentsLine[],
  views: ReadonlyMap<string, IssueDocument>,
  placeOf: (offset: number) => Pick<ContentsRow, 'line' | 'sourceUrl'>,
): IssuePage['sections'] {
  const sections: IssuePage['sections'] = [];
  for (const { section, title, documentNumber, page, documentId, spanStart } of contents) {
    const document = documentId === null ? null : (views.get(documentId) ?? null);
    const differs = document !== null && titleKey(document.title) !== titleKey(title);
    const row = { title, documentNumber, page, document, differs, ...placeOf(spanStart) };
    const last = sections.at(-1);
    if (last?.name === section) last.rows.push(row);
    else sections.push({ name: section, rows: [row] });
  }
  return sections;
}

function placeIn(issueId: string, text: string): (offset: number) => Pick<ContentsRow, 'line' | 'sourceUrl'> {
  const lineAt = lineFinderIn(text);
  return (offset) => {
    const line = lineAt(offset);
    return { line, sourceUrl: issueSourceUrl(issueId, line) };
  };
}

const issueLink = (issue: IssuePlace | undefined): { href: string; title: string } | null =>
  issue ? { href: issueUrl(issue.id), title: issue.title } : null;
