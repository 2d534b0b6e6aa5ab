import type { Span } from './span.ts';

export type SourceFormat = 'text' | 'markdown' | 'html' | 'docx' | 'pdf';

/**
 * One file, decoded. All spans of the pipeline are offsets into `text`. For HTML, DOCX and PDF, `text` is the readable
 * text that the reader took from the file; for text and Markdown it is the file's own text without a byte order mark.
 */
export interface SourceText {
  text: string;
  format: SourceFormat;
  /** As iconv names it: utf-8, gb18030, utf-16le, big5. */
  encoding: string;
  /** Lower-case hex sha256 of the bytes. */
  contentHash: string;
  byteLength: number;
  /** What the page itself states about its document (索引号, 发文字号, …); empty for plain text. */
  statedFacts: StatedFact[];
}

/** The fact kinds that government pages state in their metadata table. */
export const STATED_FACT_NAMES = [
  'indexNumber',
  'documentNumber',
  'title',
  'issuingAuthority',
  'promulgationDate',
  'publicationDate',
  'effectiveDate',
  'expiryDate',
  'validity',
  'topic',
  'unifiedNumber',
] as const;

export type StatedFactName = (typeof STATED_FACT_NAMES)[number];

/** One row of a page's metadata table: 发文字号：国发〔2019〕5号. `span` is its place in `text`, null when only in markup. */
export interface StatedFact {
  name: StatedFactName;
  label: string;
  value: string;
  span: Span | null;
}
