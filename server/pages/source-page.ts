import type { LineRange } from '../../ingest/model/span.ts';
import type { SegmentRow } from '../../ingest/store/queries/coverage.ts';
import { paginationView } from './pagination.ts';
import type { PaginationView } from './pagination.ts';
import { fileLines, sourceBlocks } from './source-blocks.ts';
import { sourceLines } from './source-lines.ts';
import type { DocumentLines, SourceLine } from './source-lines.ts';
import { withQuery } from './urls.ts';

/** A source file of which a passage, or all, can be looked at. */
export interface SourceFile {
  text: string;
  segments: readonly SegmentRow[];
  /** The documents to name in it. */
  documents: readonly DocumentLines[];
  /** The passage that is meant; null for the whole file. */
  range: LineRange | null;
}

/** The lines of a source that are shown together. */
export interface SourcePage {
  lines: SourceLine[];
  /** Which lines these are, and the last line of all. */
  shown: LineRange;
  lastLine: number;
  /** The address of these lines. */
  address: string;
  pagination: PaginationView;
}

/** The page of a source at `path` that holds the line `from`, or the first one. */
export function sourcePage({ text, segments, documents, range }: SourceFile, path: string, from: number): SourcePage {
  const file = fileLines(text);
  const whole = range ?? { start: 1, end: file.length };
  const blocks = sourceBlocks(file, whole);
  const at = Math.max(
    0,
    blocks.findLastIndex(({ start }) => start <= from),
  );
  const shown = blocks[at] ?? whole;
  const addressOf = (index: number): string =>
    withQuery(path, { from: index === 0 ? null : (blocks[index]?.start ?? null) });
  return {
    lines: sourceLines(file, segments, documents, shown),
    shown,
    lastLine: whole.end,
    address: addressOf(at),
    pagination: paginationView(at + 1, blocks.length, (number) => addressOf(number - 1)),
  };
}
