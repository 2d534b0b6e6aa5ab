import type { LineRange } from '../../ingest/model/span.ts';
import { lineSpans } from '../../ingest/text/line-spans.ts';
import { SOURCE_STEP } from './urls.ts';

/** A line of a source file: its number from 1, its text and where that begins in the file. */
export interface FileLine {
  number: number;
  text: string;
  at: number;
}

/** The lines of a text, whatever ends them. */
export function fileLines(text: string): FileLine[] {
  return Array.from(lineSpans(text), ({ start, end }, index) => ({
    number: index + 1,
    text: text.slice(start, end),
    at: start,
  }));
}

/** What is shown together: so many characters or lines, and one step of lines at least. */
const MOST_CHARACTERS = 60_000;
const MOST_LINES = 2000;

/**
 * The stretches in which a file, or a range of it, is shown one at a time: an issue of 1,100 lines as a whole, a volume of two megabytes in
 * a dozen. Each holds whole steps of SOURCE_STEP lines of the file, so that an address that names a line's step leads to it.
 */
export function sourceBlocks(lines: readonly FileLine[], range: LineRange): LineRange[] {
  const blocks: (LineRange & { characters: number })[] = [];
  for (let start = range.start; start <= range.end;) {
    const end = Math.min(range.end, start - ((start - 1) % SOURCE_STEP) + SOURCE_STEP - 1);
    const characters = charactersOf(lines, { start, end });
    const block = blocks.at(-1);
    if (block && block.characters + characters <= MOST_CHARACTERS && end - block.start < MOST_LINES) {
      block.end = end;
      block.characters += characters;
    } else blocks.push({ start, end, characters });
    start = end + 1;
  }
  return blocks.map(({ start, end }) => ({ start, end }));
}

function charactersOf(lines: readonly FileLine[], { start, end }: LineRange): number {
  const [first, last] = [lines[start - 1], lines[end - 1]];
  return first && last ? last.at + last.text.length - first.at : 0;
}
