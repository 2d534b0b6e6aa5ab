/**
 * Titles of texts without a number, in issues that print no contents: told from what stands over and under them.
 * `湖北省人民代表大会常务委员会关于接受李某某辞职请求的决定` / `（2009年5月27日…通过）` behind a sentence that is over.
 */
import publishers from '../../data/publishers.json' with { type: 'json' };
import { endsSentence } from '../text/characters.ts';
import { withoutSpaces } from '../text/spaces.ts';
import { behindOccasion } from './meeting-report.ts';
import { isPrinted, lastPrinted, nextPrinted, textOf } from './printed-text.ts';
import type { PrintedText } from './printed-text.ts';
import { isSalutation } from './salutation.ts';
import { isTitleLine, joinedLines, namesIssuer, titleBelow } from './title-block.ts';
import type { TitleBlock } from './title-block.ts';
import { endsAsTitle } from './title-ending.ts';

const CLOSES_TEXT = new Set(['date', 'imprint', 'row', 'annex_notice']);
const OPENS_LIST = new Set(['date', 'comma', 'bracket', 'point']);
const SHORTEST_REPORT = 6;
const MOST_LINES_TO_APPOINTMENT = 3;
// Must match: 国务院任免国家工作人员 · 省人民代表大会常务委员会任免名单 · 任免事项
const APPOINTS = /任免(?:.{0,8})$/u;
// Must match: 任命王某为… · 免去： · 决定任命      Must not: 任何单位
const APPOINTMENT = /任命|免去/u;
// Must match: 某某公司诉某某商行买卖合同纠纷案 · 某某非法经营案      Must not: 实施方案 · 议案
const CASE = /(?:诉.{2,40}|纠纷|罪|经营|侵权)案$/u;
const PARTY = /^[^：:，。]{2,12}[：:]/u;

/** The title of another text that begins at line `at`, under a text that is over; null where none does. `floor`: first line of that text. */
export function apartTitle(text: PrintedText, at: number, floor: number, to: number): TitleBlock | null {
  const above = lastPrinted(text, floor, at);
  if (above < floor || !isTitleLine(text, at)) return null;
  if (!endsSentence(textOf(text, above)) && !CLOSES_TEXT.has(text.shapes[above]?.kind ?? '')) return null;
  const title = titleBelow(text, at, to);
  if (!title) return null;
  const words = withoutSpaces(joinedLines(text, title.from, title.to));
  const below = nextPrinted(text, title.to, to);
  return below < to && opensText(text, words, below, to) ? title : null;
}

function opensText(text: PrintedText, words: string, below: number, to: number): boolean {
  const next = textOf(text, below);
  const kind = text.shapes[below]?.kind;
  if (APPOINTS.test(words)) return appointsBelow(text, below, to);
  if (CASE.test(words)) return PARTY.test(next) || next.startsWith('【');
  if (words.length >= SHORTEST_REPORT && publishers.reportTitles.some((ending) => words.endsWith(ending)))
    return endsSentence(next) || (text.lines[below]?.indent ?? 0) > 0;
  if (!endsAsTitle(words)) return false;
  const isNoted =
    kind === 'note' || (kind === 'date' && /^[（(]/u.test(next)) || behindOccasion(text, below, to) !== null;
  if (isNoted)
    return words.includes('关于') || OPENS_LIST.has(text.shapes[nextPrinted(text, below + 1, to)]?.kind ?? '');
  return namesIssuer(words) && (isSalutation(next) || (text.lines[below]?.indent ?? 0) > 0 || /[，。]/u.test(next));
}

function appointsBelow(text: PrintedText, below: number, to: number): boolean {
  let lines = 0;
  for (let at = below; at < to && lines < MOST_LINES_TO_APPOINTMENT; at += 1) {
    if (!isPrinted(text, at)) continue;
    if (APPOINTMENT.test(textOf(text, at))) return true;
    lines += 1;
  }
  return false;
}
