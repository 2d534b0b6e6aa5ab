import { toParseOutput } from '../../ingest/parse-output.ts';
import type { Provision } from '../../ingest/model/provision.ts';
import { parse } from './parse-text.ts';

function outline(provisions: readonly Provision[]): string[] {
  return provisions.flatMap((provision) => [
    `${provision.id} L${provision.lines.start} ${[provision.label, provision.heading].filter((word) => word !== null).join(' ')}${provision.body.text === '' ? '' : ` | ${provision.body.text}`}`,
    ...outline(provision.children),
  ]);
}

/** What a golden fixture pins: where everything stands and how it is divided, without the facts that other tests pin. */
export function structureOf(text: string): unknown {
  const issue = parse(text);
  const output = toParseOutput(issue);
  return {
    issue: output.issue,
    contents: output.contents,
    documents: output.documents.map((document, at) => ({
      kind: document.kind,
      title: document.title,
      documentNumber: document.documentNumber,
      section: document.section,
      lines: `${document.lines.start}-${document.lines.end}`,
      parts: issue.documents[at]?.parts.map((part) => ({
        kind: part.kind,
        title: part.title,
        lines: `${part.lines.start}-${part.lines.end}`,
        provisions: outline(part.provisions),
      })),
    })),
    filingCatalogues: output.filingCatalogues,
    unclaimed: output.segments
      .filter(({ kind }) => kind === 'unclaimed')
      .map(({ start, end }) => text.slice(start, end)),
    furniture: output.segments
      .filter(({ kind }) => kind === 'furniture')
      .map(({ start, end, rule }) => `${rule}: ${text.slice(start, end).trim()}`),
    warnings: STRUCTURAL.flatMap((code) =>
      output.warnings
        .filter((warning) => warning.code === code)
        .map(({ line, message }) => `${code} L${line ?? '-'} ${message}`),
    ),
  };
}

// Warnings of facts belong to the tests of extraction.
const STRUCTURAL = [
  'masthead_missing',
  'contents_not_found',
  'document_not_in_contents',
  'title_differs_from_contents',
  'heading_missing',
  'article_number_gap',
  'article_number_repeated',
  'item_number_gap',
  'annex_missing',
  'lines_interleaved',
  'line_join_doubtful',
  'table_flattened',
  'catalogue_count_differs',
  'catalogue_entry_incomplete',
  'text_unclaimed',
];
