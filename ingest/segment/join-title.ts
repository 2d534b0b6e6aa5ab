/**
 * Titles printed over several lines, joined without a space; spaces that only spread a title out go, those between two bodies stay:
 * `新疆维吾尔自治区人民政府办公厅关于印发 《稳定肉牛肉羊…` but `国家安全监管总局 财政部关于印发`.
 */
import type { MappedText } from '../model/mapped-text.ts';
import { AUTHORITY_ENDINGS } from '../text/authority-names.ts';
import { isSpace } from '../text/characters.ts';
import { concat, slice } from '../text/mapped-text.ts';

const LAST_CHARACTERS = new Set(AUTHORITY_ENDINGS.map((ending) => ending.at(-1)));
const endsInBody = (words: string): boolean =>
  LAST_CHARACTERS.has(words.at(-1)) && AUTHORITY_ENDINGS.some((ending) => words.endsWith(ending));
const LONGEST_BODY = 80;
const isLatin = (character: string): boolean => /[A-Za-z0-9]/u.test(character);

/** The word in front of 关于, 印发 or the next space: in a joint title a body stands there. */
function leadingBody(words: string): string {
  const end = words.search(/[\s\u3000]|关于|印发|公布|转发|发布|令|公告/u);
  return end < 0 ? words : words.slice(0, end);
}

/** Whether the space between a word and what follows it stays. */
function keepsSpace(last: string, after: string): boolean {
  if (isLatin(last.at(-1) ?? '') && isLatin(after.charAt(0))) return true;
  return last.length > 1 && endsInBody(last) && endsInBody(leadingBody(after));
}

/** One title from its printed lines. */
export function joinTitle(lines: readonly MappedText[]): MappedText {
  const whole = concat(lines);
  const { text } = whole;
  const pieces: MappedText[] = [];
  let from = 0;
  let word = 0;
  let at = 0;
  while (at < text.length) {
    if (!isSpace(text.charAt(at))) {
      at += 1;
      continue;
    }
    let end = at;
    while (end < text.length && isSpace(text.charAt(end))) end += 1;
    const keep = keepsSpace(text.slice(word, at), text.slice(end, end + LONGEST_BODY));
    pieces.push(slice(whole, from, keep ? at + 1 : at));
    from = word = at = end;
  }
  pieces.push(slice(whole, from));
  return concat(pieces);
}
