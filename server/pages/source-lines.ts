import type { SegmentRow } from '../../ingest/store/queries/coverage.ts';
import type { LineRange } from '../../ingest/model/span.ts';
import type { FileLine } from './source-blocks.ts';

/** A line of a source file as the evidence view shows it. */
export interface SourceLine {
  number: number;
  text: string;
  /** What the line was taken for, said where it changes: 目录, 正文, 页眉页脚. */
  kind: string | null;
  /** Text that no rule understood, or page furniture. */
  mark: 'unclaimed' | 'furniture' | null;
  /** The blank lines before it, and behind the last one: their addresses lead here. */
  blanks: number[];
  /** The document that begins here, or, over the first line shown, that goes on here. */
  document: { title: string; href: string; goesOn: boolean } | null;
}

/** A document by the lines of the file that it takes. */
export interface DocumentLines extends LineRange {
  title: string;
  href: string;
}

const KINDS: Record<string, string> = {
  masthead: '刊头',
  contents: '目录',
  heading: '标题',
  notice: '通知',
  body: '正文',
  annex: '附件',
  catalogue: '备案目录',
  signature: '落款',
  report: '报道',
  furniture: '页眉页脚',
  unclaimed: '未辨认',
};

/**
 * A range of a file's lines with what each was taken for. Line numbers are the file's own, from 1; blank lines keep their numbers and are
 * left out of the list.
 */
export function sourceLines(
  file: readonly FileLine[],
  segments: readonly SegmentRow[],
  documents: readonly DocumentLines[],
  range: LineRange,
): SourceLine[] {
  const starts = new Map(documents.map((document) => [document.start, document]));
  const lines: SourceLine[] = [];
  let segment = 0;
  let lastKind: string | null = null;
  let blanks: number[] = [];
  for (const { number, text: raw, at } of file.slice(range.start - 1, range.end)) {
    const text = raw.trim();
    if (text === '') {
      blanks.push(number);
      continue;
    }
    const first = at + (raw.length - raw.trimStart().length);
    while ((segments[segment]?.spanEnd ?? Infinity) <= first) segment += 1;
    const kind = segments[segment]?.kind ?? null;
    const mark = kind === 'unclaimed' || kind === 'furniture' ? kind : null;
    const name = kind === null || kind === lastKind ? null : (KINDS[kind] ?? kind);
    const document = starts.get(number) ?? (lines.length === 0 ? documentOver(documents, number) : null);
    lines.push({ number, text, kind: name, mark, blanks, document: document && nameOf(document, number) });
    lastKind = kind;
    blanks = [];
  }
  lines.at(-1)?.blanks.push(...blanks);
  return lines;
}

/** The document that began before a line and goes on at it. */
const documentOver = (documents: readonly DocumentLines[], line: number): DocumentLines | null =>
  documents.find(({ start, end }) => start < line && line <= end) ?? null;

const nameOf = ({ title, href, start }: DocumentLines, line: number): SourceLine['document'] => ({
  title,
  href,
  goesOn: start < line,
});
