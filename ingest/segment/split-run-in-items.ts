/**
 * Lines that hold several items: `（四）对应当查处的行为不予查处的；（五）有其他玩忽职守行为的。` Reads one line, returns the lines that its items
 * would be in print.
 */
import { parseChineseNumber } from '../text/chinese-numerals.ts';
import type { PrintedLine } from '../text/lines.ts';
import { splitLineAt } from './split-line.ts';

const ITEM = /[（(]\s?([一二三四五六七八九十]{1,3})\s?[)）]/gu;
// Must match (before an item): …下列条件： · …的；      Must not: 第三条第二款第
const OPENS_ITEM = /[：:。；;]\s{0,3}$/u;

/** Where items begin in a text: （一）（二）… count on behind colons, semicolons and sentences, from the one that opens the text or from （一）. */
export function itemsIn(text: string): number[] {
  const cuts: number[] = [];
  let run: number[] = [];
  let last = 0;
  const close = (): void => {
    if (run.length > 1) cuts.push(...run);
    run = [];
  };
  for (const { index: at, 1: numeral = '' } of text.matchAll(ITEM)) {
    if (at > 0 && !OPENS_ITEM.test(text.slice(Math.max(0, at - 4), at))) continue;
    const number = parseChineseNumber(numeral) ?? 0;
    if (number === 1 || at === 0) close();
    else if (run.length === 0 || number !== last + 1) continue;
    run.push(at);
    last = number;
  }
  close();
  return cuts;
}

/** The lines that a line of several items would be in print; null for any other line. */
export function splitRunInItems(line: PrintedLine): PrintedLine[] | null {
  const first = line.text.charAt(0);
  if (first !== '（' && first !== '(') return null;
  const cuts = itemsIn(line.text);
  return cuts[0] === 0 ? splitLineAt(line, cuts) : null;
}
