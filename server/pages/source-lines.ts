import type { SegmentRow } from '../../ingest/store/queries/coverage.ts';

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
  /** The document that begins here. */
  document: { title: string; href: string } | null;
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
 * The lines of a source text, all or a range of them, with what each was taken for. Line numbers are the file's own, from 1;
 * blank lines keep their numbers and are left out of the list.
 */
export function sourceLines(
  text: string,
  segments: readonly SegmentRow[],
  documents: readonly { line: number; title: string; href: string }[],
  range: { first: number; last: number } | null,
): SourceLine[] {
  const starts = new Map(documents.map((document) => [document.line, { title: document.title, href: document.href }]));
  const lines: SourceLine[] = [];
  let offset = 0;
  let segment = 0;
  let lastKind: string | null = null;
  let blanks: number[] = [];
  for (const [index, raw] of text.split(/\r\n|\r|\n/u).entries()) {
    const number = index + 1;
    const first = offset + (raw.length - raw.trimStart().length);
    while ((segments[segment]?.spanEnd ?? Infinity) <= first) segment += 1;
    const kind = segments[segment]?.kind ?? null;
    const wanted = range === null || (number >= range.first && number <= range.last);
    if (wanted && raw.trim() === '') blanks.push(number);
    else if (wanted) {
      const mark = kind === 'unclaimed' || kind === 'furniture' ? kind : null;
      const name = kind === null || kind === lastKind ? null : (KINDS[kind] ?? kind);
      lines.push({ number, text: raw.trim(), kind: name, mark, blanks, document: starts.get(number) ?? null });
      lastKind = kind;
      blanks = [];
    }
    offset += raw.length + lineBreakLength(text, offset + raw.length);
  }
  lines.at(-1)?.blanks.push(...blanks);
  return lines;
}

const lineBreakLength = (text: string, at: number): number => (text.startsWith('\r\n', at) ? 2 : 1);
