/**
 * The imprint of a periodical: who publishes, edits and prints it, its numbers, price and address. Printed under the masthead, under the
 * contents or at the end of the issue; it belongs to no document.
 * `主管主办：国务院办公厅　　编辑出版：国务院办公厅秘书局` · `国内统一连续出版物号：CN11—4815/F　定价：15.00元`.
 */
import publishers from '../../data/publishers.json' with { type: 'json' };
import { endsSentence } from '../text/characters.ts';
import { withoutSpaces } from '../text/spaces.ts';
import { isPrinted, makeFurniture, textOf } from './printed-text.ts';
import type { PrintedText } from './printed-text.ts';

const LONGEST = 90;
const WIDEST_UNLABELLED = 30;
const MOST_LINES_AT_END = 16;
// Must match: 主办单位：某某 · 地　　址：某某 · 《财政部文告》编辑部：北京市      Must not: 各县人民政府： · 见《甲办法》，如下：略
const LABELLED = /(?:^|[\s\u3000])([^\s\u3000：:，。；][^：:，。；]{0,24}?)\s{0,4}[：:](?=\s{0,4}\S)/gu;

// Must match: 主办 黑龙江省人民政府 · 编辑　黑龙江政报编辑部      Must not: 主办单位负责 · 编辑出版工作
const BARE_LABEL = new RegExp(`^(?:${publishers.imprintLabels.join('|')})[\\s\\u3000]+[\\u4e00-\\u9fff]{4,24}$`, 'u');

type Signs = 'own' | 'address' | null;

/** What the labels of a line say: `own` of periodicals alone, `address` of anybody; null for a line without such a label. */
function labelsOf(words: string): Signs {
  if (words.length > LONGEST || endsSentence(words)) return null;
  if (BARE_LABEL.test(words)) return 'own';
  if (!/[：:]/u.test(words)) return null;
  let found: Signs = null;
  for (const [, printed = ''] of words.matchAll(LABELLED)) {
    const label = withoutSpaces(printed);
    if (publishers.imprintLabels.some((ending) => label.endsWith(ending))) return 'own';
    if (publishers.addressLabels.includes(label)) found = 'address';
  }
  return found;
}

/** Whether a line names the makers or numbers of the periodical, or `inImprint`, under such a line, their address. */
export function isImprintLine(words: string, inImprint: boolean): boolean {
  const labels = labelsOf(words);
  return labels === 'own' || (inImprint && labels === 'address');
}

/** Claims the imprint that closes the file: a run of short lines of which at least half are labelled. */
export function claimImprintAtEnd(text: PrintedText): void {
  let top = -1;
  let lines = 0;
  let labelled = 0;
  let hasOwn = false;
  for (let at = text.lines.length - 1; at >= 0 && lines < MOST_LINES_AT_END; at -= 1) {
    if (!isPrinted(text, at)) continue;
    const words = textOf(text, at);
    const signs = labelsOf(words);
    const width = text.lines[at]?.width ?? 0;
    if (text.shapes[at]?.kind === 'date' || (signs === null && (width > WIDEST_UNLABELLED || endsSentence(words))))
      break;
    lines += 1;
    if (signs === null) continue;
    labelled += 1;
    hasOwn ||= signs === 'own';
    if (signs === 'own' && labelled * 2 >= lines) top = at;
  }
  if (top < 0 || !hasOwn) return;
  for (let at = top; at < text.lines.length; at += 1) if (isPrinted(text, at)) makeFurniture(text, at, 'imprint');
}

/** Claims the lines of an imprint that stand in a row from line `from` on. */
export function claimImprintBehind(text: PrintedText, from: number): void {
  let inImprint = false;
  for (let at = from; at < text.lines.length; at += 1) {
    if (!isPrinted(text, at)) continue;
    if (!isImprintLine(textOf(text, at), inImprint)) return;
    makeFurniture(text, at, 'imprint');
    inImprint = true;
  }
}
