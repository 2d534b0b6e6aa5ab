/** What single characters are to a reader of gazettes: spaces of every width, marks, terminal punctuation, brackets. */

const SPACES = new Set(' \t\u00a0\u2002\u2003\u2009\u200b\u3000\ufeff\u200e\u200f\u2028\u2029\u000b\u000c\u0085');
const TERMINALS = new Set('。；！？;!?');
// Not 、: headings hold it too (加强领导、落实责任).
const CLAUSE_MARKS = new Set('，。；：！？,;:!?…');
const OPENERS = new Map([
  ['（', '）'],
  ['(', ')'],
  ['《', '》'],
  ['〈', '〉'],
  ['〔', '〕'],
  ['【', '】'],
  ['“', '”'],
  ['‘', '’'],
]);
const CLOSERS = new Set('）)》〉〕】”’]］');

/** Whether a character is blank in print: a space of any width, a tab, a mark without width. */
export function isSpace(character: string): boolean {
  return SPACES.has(character);
}

/** 。；！？ of either width: after them a sentence is over. */
export function isTerminal(character: string): boolean {
  return TERMINALS.has(character);
}

/** Any mark that stands between or after clauses: ，：。 and so on. */
export function isClauseMark(character: string): boolean {
  return CLAUSE_MARKS.has(character);
}

/** ）》” and their like. */
export function isCloser(character: string): boolean {
  return CLOSERS.has(character);
}

/**
 * Whether a sentence, list item or colon ends the text, closing brackets and quotes behind it left aside:
 * 废止。 · 下列规定： · （试行）》的通知。” · 不把 现予 · 新政办
 */
export function endsSentence(text: string): boolean {
  let at = text.length - 1;
  while (at > 0 && isCloser(text.charAt(at))) at -= 1;
  const last = text.charAt(at);
  return isTerminal(last) || ((last === '：' || last === ':') && at === text.length - 1);
}

/** Whether any clause mark stands in the text. */
export function hasClauseMark(text: string): boolean {
  for (const character of text) if (isClauseMark(character)) return true;
  return false;
}

/** Whether a bracket or title mark opens in the text and does not close: 《关于推动矿业高质量发展的若干措 */
export function leavesOpen(text: string): boolean {
  const open: string[] = [];
  for (const character of text) {
    const closer = OPENERS.get(character);
    if (closer !== undefined) open.push(closer);
    else if (open.length > 0 && CLOSERS.has(character)) {
      const at = open.findLastIndex((wanted) => sameCloser(wanted, character));
      if (at >= 0) open.length = at;
    }
  }
  return open.length > 0;
}

// OCR mixes widths inside one pair: （以下简称…) is closed.
function sameCloser(wanted: string, printed: string): boolean {
  return wanted === printed || (wanted === '）' && printed === ')') || (wanted === ')' && printed === '）');
}

/** Width in full-width characters: a Latin letter, digit or half-width mark counts half. */
export function widthOf(text: string): number {
  let half = 0;
  for (let at = 0; at < text.length; at += 1) half += text.charCodeAt(at) < 0x2000 ? 1 : 2;
  return half / 2;
}
