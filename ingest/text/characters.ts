/** What single characters are to a reader of gazettes: spaces of every width, marks, terminal punctuation, brackets. */

const SPACE = 1;
const TERMINAL = 2;
const CLAUSE = 4;
const OPENER = 8;
const CLOSER = 16;

/** Classes by UTF-16 code: these questions are asked of every character of a file. */
const CLASSES = new Uint8Array(0x10000);

function mark(characters: string, flag: number): void {
  for (let at = 0; at < characters.length; at += 1) {
    const code = characters.charCodeAt(at);
    CLASSES[code] = (CLASSES[code] ?? 0) | flag;
  }
}

mark(' \t\u00a0\u2002\u2003\u2009\u200b\u3000\ufeff\u200e\u200f\u2028\u2029\u000b\u000c\u0085', SPACE);
mark('。；！？;!?', TERMINAL);
// Not 、: headings hold it too (加强领导、落实责任).
mark('，。；：！？,;:!?…', CLAUSE);
mark('（(《〈〔【“‘', OPENER);
mark('）)》〉〕】”’]］', CLOSER);

const CLOSER_OF = new Map<number, number>();
for (const [opener, closer] of ['（）', '()', '《》', '〈〉', '〔〕', '【】', '“”', '‘’'].map((pair) => [
  pair.charCodeAt(0),
  pair.charCodeAt(1),
])) {
  if (opener !== undefined && closer !== undefined) CLOSER_OF.set(opener, closer);
}

function isOf(code: number, flag: number): boolean {
  return ((CLASSES[code] ?? 0) & flag) !== 0;
}

/** Whether a character is blank in print: a space of any width, a tab, a mark without width. */
export function isSpace(character: string): boolean {
  return isOf(character.charCodeAt(0), SPACE);
}

/** As isSpace, for the character at an index. */
export function isSpaceAt(text: string, at: number): boolean {
  return isOf(text.charCodeAt(at), SPACE);
}

/** 。；！？ of either width: after them a sentence is over. */
function isTerminal(character: string): boolean {
  return isOf(character.charCodeAt(0), TERMINAL);
}

/**
 * Whether a sentence, list item or colon ends the text, closing brackets and quotes behind it left aside:
 * 废止。 · 下列规定： · （试行）》的通知。” · 不把 现予 · 新政办
 */
export function endsSentence(text: string): boolean {
  let at = text.length - 1;
  while (at > 0 && isOf(text.charCodeAt(at), CLOSER)) at -= 1;
  if (at < 0) return false;
  const last = text.charAt(at);
  return isTerminal(last) || ((last === '：' || last === ':') && at === text.length - 1);
}

/** Whether any clause mark (，。；：！？ of either width) stands in the text. */
export function hasClauseMark(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if (isOf(text.charCodeAt(at), CLAUSE)) return true;
  return false;
}

/** Whether a bracket or title mark opens in the text and does not close: 《关于推动矿业高质量发展的若干措 */
export function leavesOpen(text: string): boolean {
  const open: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const flags = CLASSES[code] ?? 0;
    if ((flags & OPENER) !== 0) open.push(CLOSER_OF.get(code) ?? 0);
    else if (open.length > 0 && (flags & CLOSER) !== 0) closeAt(open, code);
  }
  return open.length > 0;
}

const WIDE = '）'.charCodeAt(0);
const NARROW = ')'.charCodeAt(0);

/** Closes the innermost bracket that the closer fits. OCR mixes widths inside one pair: （以下简称…) is closed. */
function closeAt(open: number[], code: number): void {
  for (let depth = open.length - 1; depth >= 0; depth -= 1) {
    const wanted = open[depth];
    if (wanted === code || (wanted === WIDE && code === NARROW) || (wanted === NARROW && code === WIDE)) {
      open.splice(depth);
      return;
    }
  }
}

/** The text with ０–９ as 0–9; every offset stays. */
export function halfDigits(text: string): string {
  return /[０-９]/u.test(text)
    ? text.replace(/[０-９]/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    : text;
}

/** Width in full-width characters: a Latin letter, digit or half-width mark counts half. */
export function widthOf(text: string): number {
  let half = 0;
  for (let at = 0; at < text.length; at += 1) half += text.charCodeAt(at) < 0x2000 ? 1 : 2;
  return half / 2;
}
