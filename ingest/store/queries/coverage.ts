import type { IsoDate } from '../../model/span.ts';
import type { Store } from '../open-store.ts';
import { lineFinderIn } from '../../text/line-finder.ts';
import { perStore } from '../per-store.ts';
import { oncePerVersion } from '../store-version.ts';
import { sourceTextOfIssue } from './issues.ts';
import { tallies } from './tallies.ts';

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

const selectLatest = perStore((store) =>
  store.prepare<[], IsoDate | null>('SELECT max(publication_date) FROM issues').pluck(),
);

/** Counts over the whole archive. Documents are those that an authority issued: news of meetings stands apart. */
export function coverageTotals(store: Store): CoverageTotals {
  const { issues, acts, articles, relations, registerEntries, catalogueEntries } = tallies(store);
  const latest = selectLatest(store).get() ?? null;
  return { issues, latest, documents: acts, articles, relations, registerEntries, catalogueEntries };
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

/** How well a text was read: warnings, characters of text and characters that no rule understood. */
export interface ReadingQuality {
  warnings: number;
  characters: number;
  unclaimed: number;
}

/** A file has as many characters as its last segment ends at. */
const QUALITY_OF_SOURCES = `
    coalesce(sum((SELECT g.span_end FROM segments g WHERE g.source_id = s.id ORDER BY g.seq DESC LIMIT 1)), 0) AS characters,
    coalesce(sum((SELECT sum(u.span_end - u.span_start) FROM segments u
      WHERE u.source_id = s.id AND u.kind = 'unclaimed')), 0) AS unclaimed`;

/** Reading quality of an issue: warnings of all its files, characters of the one that gives its text. */
export function readingQualityOf(store: Store, issueId: string): ReadingQuality {
  const row = store
    .prepare<[{ issueId: string }], ReadingQuality>(
      `SELECT (SELECT count(*) FROM warnings w JOIN sources s ON s.id = w.source_id WHERE s.issue_id = @issueId) AS warnings,
         ${QUALITY_OF_SOURCES} FROM sources s WHERE s.issue_id = @issueId AND +s.is_primary = 1`,
    )
    .get({ issueId });
  return row ?? { warnings: 0, characters: 0, unclaimed: 0 };
}

/** Reading quality of the whole archive. */
export const archiveReadingQuality = oncePerVersion((store): ReadingQuality => {
  const row = store
    .prepare<[], Omit<ReadingQuality, 'warnings'>>(`SELECT ${QUALITY_OF_SOURCES} FROM sources s WHERE s.is_primary = 1`)
    .get();
  return { warnings: tallies(store).warnings, ...(row ?? { characters: 0, unclaimed: 0 }) };
});

/** A stretch of an issue's primary file that no rule understood, with its line. */
export interface UnclaimedPassage {
  line: number;
  text: string;
}

const MOST_PASSAGES = 100;

/** The unclaimed stretches of an issue's primary file in file order, at most a hundred of them. */
export function unclaimedPassagesOf(store: Store, issueId: string): UnclaimedPassage[] {
  const source = sourceTextOfIssue(store, issueId);
  if (source === null) return [];
  const { sourceId, text } = source;
  const lineAt = lineFinderIn(text);
  return store
    .prepare<[number, number], { start: number; end: number }>(
      `SELECT span_start AS start, span_end AS end FROM segments WHERE source_id = ? AND kind = 'unclaimed' ORDER BY seq LIMIT ?`,
    )
    .all(sourceId, MOST_PASSAGES)
    .map(({ start, end }) => {
      const passage = text.slice(start, end);
      return { line: lineAt(start + passage.length - passage.trimStart().length), text: passage.trim() };
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
