/** The title of a document, its number line, the authority over a 令, from the lines of its head and the texts under it. */
import type { MappedText } from '../model/mapped-text.ts';
import { joinParagraphs } from '../structure/provision-text.ts';
import { foldText } from '../text/fold.ts';
import { concat, mapSlice, slice } from '../text/mapped-text.ts';
import type { DocumentDraft, DraftPart } from '../model/document-draft.ts';
import type { DocumentHead } from './document-head.ts';
import { joinTitle } from './join-title.ts';
import { titlesIn } from './own-promises.ts';
import { isPrinted } from './printed-text.ts';
import type { PrintedText } from './printed-text.ts';
import { withoutBrackets, withoutFootnote } from './title-block.ts';
import type { TitleBlock } from './title-block.ts';

const NO_TEXT = mapSlice('', 0, 0);
const LONGEST_FIRST_LINE = 60;

/** The joined title of a block of lines. */
export function titleOf(text: PrintedText, block: TitleBlock | null): MappedText {
  if (!block) return NO_TEXT;
  const lines: MappedText[] = [];
  for (let at = block.from; at < block.to; at += 1) {
    const line = text.lines[at];
    if (line && isPrinted(text, at)) lines.push(line.content);
  }
  const title = joinTitle(lines);
  const inner = withoutBrackets(title.text);
  return inner === title.text
    ? slice(title, 0, withoutFootnote(title.text).length)
    : slice(title, 1, title.text.length - 1);
}

/** The authorities over a 令, each printed line apart from the next, 令 or 公告 with the last of them. */
function authorityOf(text: PrintedText, block: TitleBlock): MappedText {
  const lines: MappedText[] = [];
  for (let at = block.from; at < block.to; at += 1)
    if (isPrinted(text, at)) lines.push(joinTitle([text.lines[at]?.content ?? NO_TEXT]));
  // 令 stands under the authorities, or between them.
  const instrument = lines.findLastIndex(({ text: words }) => words.length <= 3);
  const alone = lines[instrument];
  if (!alone || lines.length === 1) return joinParagraphs(lines);
  return concat([joinParagraphs(lines.filter((line) => line !== alone)), alone]);
}

// Must match: 上海市人民政府令第44号 · 中国人民银行令〔2020〕第4号 · 交通运输部令（2023年第2号） · 财政部 税务总局公告2023年第12号      Must not: 第239号令 · 杭政办函〔2023〕60号
const ORDER_IN_ONE_LINE =
  /^(\S.{1,60}?(?:令|公\s{0,2}告|通\s{0,2}告))\s{0,4}[（(]?((?:(?:\d{4}\s?年\s?)?第|[〔[［]\d{4}[〕\]］]\s?第?)[^（()）]{1,12}号)[）)]?$/u;

/** The number line and the authority over it; an order in one line holds both. */
export function numberAndAuthority(text: PrintedText, head: DocumentHead): Pick<DocumentDraft, 'number' | 'authority'> {
  const line = head.number === null ? null : (text.lines[head.number]?.content ?? null);
  const isInBrackets = line !== null && withoutBrackets(line.text) !== line.text;
  const number = isInBrackets ? slice(line, 1, line.text.length - 1) : line;
  if (head.authority !== null) return { number, authority: authorityOf(text, head.authority) };
  const match = number ? ORDER_IN_ONE_LINE.exec(number.text) : null;
  const [, authority = '', serial = ''] = match ?? [];
  if (!number || !match) return { number, authority: null };
  const from = number.text.lastIndexOf(serial);
  return { number: slice(number, from, from + serial.length), authority: slice(number, 0, authority.length) };
}

/** Where the title of a document was found. */
interface NamedTitle {
  title: MappedText;
  rule: string;
}

/**
 * For a 令 the title of what it promulgates; else the title over the text; else that of the first attachment; of an order or
 * announcement without any the title that the contents promise, or its authority and number; else the first line.
 */
export function documentTitle(
  text: PrintedText,
  head: DocumentHead,
  parts: readonly DraftPart[],
  promised: MappedText | null,
): NamedTitle {
  if (head.title !== null) return { title: titleOf(text, head.title), rule: head.rule };
  const attached = attachedTitle(head, parts);
  if (attached)
    return { title: attached, rule: head.number === null ? 'title-of-attachment' : 'title-of-promulgated-text' };
  const named = titleInBrackets(parts[0]);
  if (named && head.authority) return { title: named, rule: 'title-in-promulgation' };
  if (promised) return { title: promised, rule: 'title-in-contents' };
  const first = text.lines[head.start]?.content ?? NO_TEXT;
  if (!head.authority)
    return { title: slice(first, 0, Math.min(first.text.length, LONGEST_FIRST_LINE)), rule: 'first-line' };
  const { number, authority } = numberAndAuthority(text, head);
  const bodies = authority ?? first;
  // Joint authorities stand on lines of their own.
  const inOneLine = { ...bodies, text: bodies.text.replaceAll('\n', ' ') };
  return { title: joinTitle([inOneLine, number ?? NO_TEXT]), rule: 'authority-line' };
}

/** The title of the first text under the covering one. An annex of an announcement names it only where the announcement says so. */
function attachedTitle(head: DocumentHead, [covering, attached]: readonly DraftPart[]): MappedText | null {
  if (!covering || !attached || attached.title.text === '') return null;
  const isAnnex = attached.paragraphs.some(({ role }) => role === 'annex_label');
  if (!isAnnex || (head.number === null && head.authority === null)) return attached.title;
  const words = foldText(attached.title.text);
  return covering.paragraphs.some(({ text }) => titlesIn(text.text).includes(words)) ? attached.title : null;
}

// Must match (before a title): 根据 · 现依照      Must not: 现发布 · 国务院修订的
const AS_BASIS = /(?:根据|依据|依照|按照|遵照|贯彻|落实)/u;

/** The title that the promulgating sentence names, and not the law that it goes by. */
function titleInBrackets(part: DraftPart | undefined): MappedText | null {
  for (const paragraph of part?.paragraphs ?? []) {
    const from = paragraph.text.text.indexOf('《');
    const to = paragraph.text.text.lastIndexOf('》', paragraph.text.text.search(/》(?:已|经|，|的决定)/u) + 1);
    if (from >= 0 && to > from && !AS_BASIS.test(paragraph.text.text.slice(0, from)))
      return slice(paragraph.text, from + 1, to);
  }
  return null;
}
