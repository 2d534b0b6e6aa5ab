/**
 * Labels of a decimal outline that only their place tells: 1总则, which lost its space, and 1.总则, which alone is 1. of a list, over
 * 1.1编制目的; 4.附则 behind 3.2. Reads a paragraph and what stands around it, returns its label.
 */
import type { Paragraph } from '../model/document-draft.ts';
import { halfDigits } from '../text/characters.ts';
import { isBareHeading } from './provision-node.ts';
import { readLabel } from './read-label.ts';
import type { Label } from './read-label.ts';

// Must match: 1总则 · 12附则      Must not: 1.总则 · 2024年
const UNSPACED = /^[1-9１-９][0-9０-９]?(?=[\u4e00-\u9fff])/u;
// Must match: 1.总则 · 4、 附则      Must not: 4.1 安全领导能力
const POINTED = /^[1-9１-９][0-9０-９]?\s?[.．、][\s\u3000]{0,4}(?=[\u4e00-\u9fff“《])/u;

/** What stands around a paragraph. */
export interface OutlinePlace {
  next: Paragraph | undefined;
  /** The first number of the decimal heading that is open, 3 within 3.2; null within none and within a list of its own. */
  open: number | null;
}

/** The label of a heading of a decimal outline with one number; null for any other paragraph. */
export function outlineLabel({ text: { text } }: Paragraph, { next, open }: OutlinePlace): Label | null {
  const unspaced = UNSPACED.exec(text)?.[0];
  const printed = unspaced ?? POINTED.exec(text)?.[0];
  if (printed === undefined || !isBareHeading(text.slice(printed.length))) return null;
  const number = parseInt(halfDigits(printed), 10);
  const countsOn = unspaced === undefined && open === number - 1;
  return countsOn || holdsFirst(number, next)
    ? { kind: 'decimal', end: printed.length, number: [number], spaced: unspaced === undefined }
    : null;
}

/** Whether the next paragraph is 3.1 for 3. */
function holdsFirst(number: number, next: Paragraph | undefined): boolean {
  const [above, below, ...deeper] = (next && readLabel(next.text.text)?.number) ?? [];
  return above === number && below === 1 && deeper.length === 0;
}
