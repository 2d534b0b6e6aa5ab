/** 题注, bracketed remarks, the occasion of a speech and its speaker: what stands between a title and its text. */
import { isTitleNote } from '../structure/classify-line.ts';
import { endsSentence, leavesOpen } from '../text/characters.ts';
import type { ParagraphRole } from '../model/document-draft.ts';
import type { FoundDocument, PartRange } from './found-document.ts';
import { behindOccasion } from './meeting-report.ts';
import { isPrinted, nextPrinted, textOf } from './printed-text.ts';
import type { PrintedText } from './printed-text.ts';
import { isIssuer } from './title-block.ts';

const LONGEST_SPEAKER = 40;
const MOST_NOTE_LINES = 8;
// Must match: （按姓氏笔画排名） · (2007年11月30日…公布)      Must not: （一）… · 2024年8月27日…修订)
const BRACKETED = /^[（(][^（()）]{2,40}[）)]$/u;

/** Gives the lines of notes their role through `set`. */
export function markTitleNotes(
  text: PrintedText,
  document: FoundDocument,
  part: PartRange,
  set: (at: number, role: ParagraphRole) => void,
): void {
  let open = false;
  let day = -1;
  const isHead = part === document.parts[0] && document.head.number !== null && document.parts.length > 1;
  const spoken = part.title === null ? part.body : behindSpeaker(text, part);
  for (let at = part.title?.to ?? part.body; at < part.to; at += 1) {
    if (!isPrinted(text, at)) continue;
    const kind = text.shapes[at]?.kind;
    if (kind === 'number' && at < part.body + 4) continue;
    if (part.closing && at >= (part.closing.signature[0] ?? part.closing.date)) return;
    const words = textOf(text, at);
    // 1964年2月10日 / 最高法院司法行政厅 under a title: who issues stands under the day.
    if (day >= 0 && kind === 'text' && isIssuer(words)) {
      set(at, 'signature');
      return;
    }
    const isNote =
      open ||
      kind === 'note' ||
      (kind === 'date' && part.title !== null && (/^[（(]/u.test(words) || isOnlyDay(text, part, at))) ||
      (kind === 'text' && (BRACKETED.test(words) || namesAdopter(text, at, part.to))) ||
      opensWrappedNote(text, at, part.to) ||
      at < spoken;
    if (!isNote) return;
    open = leavesOpen(open ? `（${words}` : words);
    // A day under the title or number of a text that nobody signs is the day of the text, whoever signs what it passes on.
    const isDay =
      kind === 'date' && part.closing === null && (isHead || document.parts.every(({ closing }) => closing === null));
    set(at, isDay ? 'date' : 'title_note');
    if (isDay) day = at;
  }
}

/**
 * ——2021年12月20日在第十三届全国人民代表大会常务委员会第三十二次会议上, and under it 全国人大农业与农村委员会副主任委员　王洪尧: the line behind the
 * two; the first line of the text where no occasion stands.
 */
function behindSpeaker(text: PrintedText, part: PartRange): number {
  const occasion = behindOccasion(text, nextPrinted(text, part.body, part.to), part.to);
  if (occasion === null) return part.body;
  const speaker = nextPrinted(text, occasion, part.to);
  const words = textOf(text, speaker);
  return words.length <= LONGEST_SPEAKER && !endsSentence(words) ? speaker + 1 : occasion;
}

/** Whether no other line of a text that nobody signs is a day: 国务院关于…的通知 / 一九六三年十月十八日. */
function isOnlyDay(text: PrintedText, part: PartRange, day: number): boolean {
  if (part.closing) return false;
  for (let at = part.body; at < part.to; at += 1) if (at !== day && text.shapes[at]?.kind === 'date') return false;
  return true;
}

/** 江苏省人大常委会 between a title and the 题注 （1992年12月17日…通过）. */
function namesAdopter(text: PrintedText, at: number, to: number): boolean {
  const next = nextPrinted(text, at + 1, to);
  return text.shapes[next]?.kind === 'note' && /^[（(]/u.test(textOf(text, next)) && isIssuer(textOf(text, at));
}

/** Whether the bracket that opens line `at` closes some lines on, and all between is a 题注. */
function opensWrappedNote(text: PrintedText, at: number, to: number): boolean {
  if (!/^[（(]/u.test(textOf(text, at)) || !leavesOpen(textOf(text, at))) return false;
  let words = '';
  for (let line = at; line < Math.min(to, at + MOST_NOTE_LINES); line += 1) {
    if (isPrinted(text, line)) words += textOf(text, line);
    if (!leavesOpen(words)) return isTitleNote(words);
  }
  return false;
}
