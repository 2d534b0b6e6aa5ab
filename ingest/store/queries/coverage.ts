import type { IsoDate } from '../../model/span.ts';
import type { Store } from '../open-store.ts';
import { sourceTextById } from './issues.ts';

/** How much the archive holds. */
export interface CoverageTotals {
  issues: number;
  /** Publication date of the newest issue. */
  latest: IsoDate | null;
  documents: number;
  articles: number;
  relations: number;
  registerEntries: number;
  catalogueEntries: number;
}

/** Counts over the whole archive. Documents are those that an authority issued: news of meetings stands apart. */
export function coverageTotals(store: Store): CoverageTotals {
  const row = store
    .prepare<[], CoverageTotals>(
      `SELECT (SELECT count(*) FROM issues) AS issues, (SELECT max(publication_date) FROM issues) AS latest,
         (SELECT count(*) FROM documents WHERE kind = 'act') AS documents, (SELECT count(*) FROM provisions WHERE kind = 'article') AS articles,
         (SELECT count(*) FROM relations) AS relations, (SELECT count(*) FROM register) AS registerEntries,
         (SELECT count(*) FROM catalogue_entries) AS catalogueEntries`,
    )
    .get();
  return (
    row ?? { issues: 0, latest: null, documents: 0, articles: 0, relations: 0, registerEntries: 0, catalogueEntries: 0 }
  );
}

/** A thing that the reading of a file could not settle. */
export interface WarningRow {
  code: string;
  message: string;
  line: number | null;
  documentId: string | null;
}

/** The warnings of an issue's files in text order. */
export function warningsOfIssue(store: Store, issueId: string): WarningRow[] {
  return store
    .prepare<[string], WarningRow>(
      `SELECT w.code, w.message, w.line, w.document_id AS documentId FROM warnings w JOIN sources s ON s.id = w.source_id
       WHERE s.issue_id = ? ORDER BY w.line IS NULL, w.line, w.id`,
    )
    .all(issueId);
}

/** A stretch of a source file and what it was taken for. */
export interface SegmentRow {
  kind: string;
  rule: string;
  spanStart: number;
  spanEnd: number;
}

/** The segments of a source file in order: every character lies in one of them. */
export function segmentsOfSource(store: Store, sourceId: number): SegmentRow[] {
  return store
    .prepare<[number], SegmentRow>(
      'SELECT kind, rule, span_start AS spanStart, span_end AS spanEnd FROM segments WHERE source_id = ? ORDER BY seq',
    )
    .all(sourceId);
}

/** Per issue: warnings, characters of text and characters that no rule understood. */
export interface ReadingQualityRow {
  issueId: string;
  warnings: number;
  characters: number;
  unclaimed: number;
}

/** Reading quality of each issue, by issue id. */
export function readingQuality(store: Store): ReadingQualityRow[] {
  return store
    .prepare<[], ReadingQualityRow>(
      `SELECT i.id AS issueId,
         (SELECT count(*) FROM warnings w JOIN sources s ON s.id = w.source_id WHERE s.issue_id = i.id) AS warnings,
         (SELECT coalesce(sum(g.span_end - g.span_start), 0) FROM segments g JOIN sources s ON s.id = g.source_id
           WHERE s.issue_id = i.id AND s.is_primary = 1) AS characters,
         (SELECT coalesce(sum(g.span_end - g.span_start), 0) FROM segments g JOIN sources s ON s.id = g.source_id
           WHERE s.issue_id = i.id AND s.is_primary = 1 AND g.kind = 'unclaimed') AS unclaimed
       FROM issues i ORDER BY i.id`,
    )
    .all();
}

/** A stretch of an issue's primary file that no rule understood, with its line. */
export interface UnclaimedRow {
  issueId: string;
  line: number;
  text: string;
}

/** The unclaimed stretches of all issues, in file order. */
export function unclaimedPassages(store: Store): UnclaimedRow[] {
  const texts = new Map<number, string>();
  const textOf = (sourceId: number): string => {
    const text = texts.get(sourceId) ?? sourceTextById(store, sourceId)?.text ?? '';
    texts.set(sourceId, text);
    return text;
  };
  const rows = store
    .prepare<[], { issueId: string; sourceId: number; spanStart: number; spanEnd: number }>(
      `SELECT s.issue_id AS issueId, s.id AS sourceId, g.span_start AS spanStart, g.span_end AS spanEnd
       FROM segments g JOIN sources s ON s.id = g.source_id
       WHERE g.kind = 'unclaimed' AND s.is_primary = 1 ORDER BY s.issue_id, g.span_start LIMIT 500`,
    )
    .all();
  return rows.map(({ issueId, sourceId, spanStart, spanEnd }) => {
    const passage = textOf(sourceId).slice(spanStart, spanEnd);
    const first = spanStart + (passage.length - passage.trimStart().length);
    const line = textOf(sourceId)
      .slice(0, first)
      .split(/\r\n|\r|\n/u).length;
    return { issueId, line, text: passage.trim() };
  });
}

/** The segments of a source file that touch a range of its text, in order. */
export function segmentsWithin(store: Store, sourceId: number, start: number, end: number): SegmentRow[] {
  return store
    .prepare<[number, number, number], SegmentRow>(
      `SELECT kind, rule, span_start AS spanStart, span_end AS spanEnd FROM segments
       WHERE source_id = ? AND span_end > ? AND span_start < ? ORDER BY seq`,
    )
    .all(sourceId, start, end);
}
