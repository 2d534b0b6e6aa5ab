/**
 * `gazette parse --explain FILE`: the segmentation line by line with the rule that decided each, then the documents, and every
 * warning at its line. Plain text; the tool with which the next person mends a rule.
 */
import type { GazetteDocument } from './model/document.ts';
import type { ParsedIssue, Segment } from './model/issue.ts';
import type { Provision } from './model/provision.ts';
import { lineFinder } from './text/line-finder.ts';
import { readLines } from './text/lines.ts';
import type { PrintedLine } from './text/lines.ts';

const LONGEST_SHOWN = 72;

/** The segments that hold something of a line, in order. */
function segmentsOf(line: PrintedLine, segments: readonly Segment[], from: number): Segment[] {
  const found: Segment[] = [];
  for (let at = from; at < segments.length; at += 1) {
    const segment = segments[at];
    if (!segment || segment.start >= line.next) break;
    if (segment.end > line.start) found.push(segment);
  }
  return found;
}

function shown(text: string): string {
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text;
}

function provisionIds(document: GazetteDocument): Map<number, string> {
  const ids = new Map<number, string>();
  const visit = (provision: Provision): void => {
    if (!ids.has(provision.lines.start)) ids.set(provision.lines.start, provision.id);
    provision.children.forEach(visit);
  };
  for (const part of document.parts) part.provisions.forEach(visit);
  return ids;
}

/** A readable account of what was made of each line of a file. */
export function explain(issue: ParsedIssue): string {
  const lines = readLines(issue.source.text);
  const lineOf = lineFinder(lines);
  const documentAt = new Map(issue.documents.map((document) => [document.lines.start, document]));
  const ids = new Map(issue.documents.flatMap((document) => [...provisionIds(document)]));
  const out: string[] = [];
  let at = 0;
  for (const line of lines) {
    const segments = segmentsOf(line, issue.segments, at);
    at = Math.max(at, issue.segments.indexOf(segments.at(-1) ?? { start: 0, end: 0, kind: 'blank', rule: '' }, at));
    const document = documentAt.get(line.number);
    if (document) out.push(headOf(document, lineOf));
    if (line.text === '') continue;
    const what = segments.map(({ kind, rule }) => `${kind} <${rule}>`).join(' + ');
    out.push(
      `${String(line.number).padStart(6)}  ${what.padEnd(44)} ${(ids.get(line.number) ?? '').padEnd(18)} ${shown(line.text)}`,
    );
    for (const warning of issue.warnings)
      if (warning.line === line.number) out.push(`        ! ${warning.code}: ${warning.message}`);
  }
  for (const warning of issue.warnings)
    if (warning.line === null) out.push(`        ! ${warning.code}: ${warning.message}`);
  return `${out.join('\n')}\n`;
}

function headOf(document: GazetteDocument, lineOf: (offset: number) => number): string {
  const { title, documentNumber, lines, kind, parts } = document;
  const rows = [
    `━━ ${kind} lines ${lines.start}–${lines.end}: ${title.value}  <${title.rule}>`,
    `   number ${documentNumber ? `${documentNumber.value}  <${documentNumber.rule}> line ${lineOf(documentNumber.span.start)}` : 'null'}`,
    ...parts.map(
      (part, at) => `   part ${at + 1} (${part.kind}) lines ${part.lines.start}–${part.lines.end}: ${part.title}`,
    ),
  ];
  return rows.join('\n');
}
