import type { GazetteDocument } from './document.ts';
import type { FilingCatalogue } from './filing-catalogue.ts';
import type { SourceText } from './source.ts';
import type { Extracted, IsoDate, Span } from './span.ts';
import type { Warning } from './warning.ts';

export interface Masthead {
  gazette: Extracted<string> | null;
  publicationDate: Extracted<IsoDate> | null;
  /** The year printed beside the number, which many gazettes print without a day: 2013年第5期. */
  year: Extracted<number> | null;
  /** 第17-18号 → [17, 18]. */
  issueNumbers: Extracted<number[]> | null;
  /** 总987-988期 → [987, 988]. */
  serialNumbers: Extracted<number[]> | null;
}

/** A line of the printed contents (目录). `documentIndex` points into ParsedIssue.documents, null when not found. */
export interface ContentsEntry {
  section: string | null;
  title: string;
  documentNumber: string | null;
  page: number | null;
  span: Span;
  documentIndex: number | null;
}

export type SegmentKind =
  | 'masthead'
  | 'contents'
  | 'heading'
  | 'notice'
  | 'body'
  | 'annex'
  | 'catalogue'
  | 'signature'
  | 'report'
  | 'furniture'
  | 'blank'
  | 'unclaimed';

/** Every character of the source lies in exactly one segment; segments stand in order. */
export interface Segment extends Span {
  kind: SegmentKind;
  /** The rule that decided, for `parse --explain`. */
  rule: string;
}

/** All that the pipeline reads from one file. */
export interface ParsedIssue {
  source: SourceText;
  masthead: Masthead;
  contents: ContentsEntry[];
  documents: GazetteDocument[];
  filingCatalogues: FilingCatalogue[];
  segments: Segment[];
  warnings: Warning[];
}
