import { simplifiedForm } from '../text/simplified.ts';

/**
 * Stands in a folded text where punctuation or space stood between two digits, so that 〔2024〕4 is not 20244.
 * Both sides of search, the index and the query, are folded by this module alone.
 */
export const DIGIT_GAP = '¦';

/** A folded text with, for each of its UTF-16 units, the offset of the source character that it came from. */
export interface FoldedText {
  text: string;
  offsets: Uint32Array;
}

/** Letters, digits and Han characters, combining marks apart. */
const SEARCHABLE = /[\p{L}\p{N}]/u;
const MARKS = /\p{M}+/gu;

/** OCR prints the zero of 二○二四年 as a circle. */
const CIRCLES = new Set(['○', '◯']);

/** Roman numerals of several letters in one character stay one: Ⅰ级 must not stand inside Ⅱ级. */
const NUMERALS = /^[Ⅱ-ⅣⅥ-ⅨⅪⅫⅱ-ⅳⅵ-ⅸⅺⅻ]$/u;

function foldCharacter(character: string): string {
  if (CIRCLES.has(character)) return '〇';
  if (NUMERALS.test(character)) return character.toLowerCase();
  const plain = character.normalize('NFKD').replace(MARKS, '').toLowerCase();
  let folded = '';
  for (const part of plain) if (SEARCHABLE.test(part)) folded += simplifiedForm(part);
  return folded;
}

/** Folds met so far, by UTF-16 unit; characters beyond the basic plane stand in `rareFolds`. */
const folds: (string | undefined)[] = new Array<string | undefined>(0x10000);
const rareFolds = new Map<string, string>();

function foldOfUnit(unit: number): string {
  const known = folds[unit];
  if (known !== undefined) return known;
  const folded = foldCharacter(String.fromCharCode(unit));
  folds[unit] = folded;
  return folded;
}

function foldOfRare(character: string): string {
  const known = rareFolds.get(character);
  if (known !== undefined) return known;
  const folded = foldCharacter(character);
  rareFolds.set(character, folded);
  return folded;
}

const isDigit = (unit: number): boolean => unit >= 48 && unit <= 57;
const isHighSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;

const GAP_UNIT = DIGIT_GAP.charCodeAt(0);

/** Room for the fold of one text, grown as needed and used again by the next. */
let units = new Uint16Array(4096);
let origins = new Uint32Array(4096);

function makeRoom(needed: number): void {
  if (needed <= units.length) return;
  const size = Math.max(needed, units.length * 2);
  const moreUnits = new Uint16Array(size);
  moreUnits.set(units);
  units = moreUnits;
  const moreOrigins = new Uint32Array(size);
  moreOrigins.set(origins);
  origins = moreOrigins;
}

/** Folds into `units` and `origins`; returns how many units were written. */
function fold(text: string): number {
  makeRoom(text.length * 2);
  let length = 0;
  let lastUnit = 0;
  let gap = false;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    const origin = at;
    let part: string;
    if (isHighSurrogate(unit) && at + 1 < text.length) {
      part = foldOfRare(text.slice(at, at + 2));
      at += 1;
    } else part = foldOfUnit(unit);
    if (part === '') {
      gap = true;
      continue;
    }
    makeRoom(length + part.length + 1);
    const first = part.charCodeAt(0);
    if (gap && isDigit(lastUnit) && isDigit(first)) {
      units[length] = GAP_UNIT;
      origins[length++] = origin;
    }
    gap = false;
    for (let index = 0; index < part.length; index++) {
      lastUnit = part.charCodeAt(index);
      units[length] = lastUnit;
      origins[length++] = origin;
    }
  }
  return length;
}

const written = (length: number): string => Buffer.from(units.buffer, 0, length * 2).toString('utf16le');

/**
 * What search compares: width, case, traditional and simplified forms folded character by character, and everything
 * that is not a letter or digit left out. Each character folds alike whatever stands beside it, so the fold of a
 * fragment is found in the fold of the text it was cut from; only between digits a gap is kept. Ⅱ stays apart from II, which a
 * search looks for as well (server/search/numeral-spellings.ts).
 *
 * `新政办发〔２０２４〕43号` (Xinjiang 2024 no. 17-18) → `新政办发2024¦43号`
 */
export function foldText(text: string): string {
  return written(fold(text));
}

/** The same fold, with the way back to the source: for marks. A gap points to the character after it. */
export function foldWithOffsets(text: string): FoldedText {
  const length = fold(text);
  return { text: written(length), offsets: origins.slice(0, length) };
}

/** Two folded texts one after the other, with a gap where digits would meet: the fold of both with something between. */
export function joinFolded(left: string, right: string): string {
  if (left === '' || right === '') return left + right;
  return isDigit(left.charCodeAt(left.length - 1)) && isDigit(right.charCodeAt(0))
    ? left + DIGIT_GAP + right
    : left + right;
}

/**
 * A folded text as the search engine gets it: every character a word of its own, so that any fragment is a phrase.
 * `评查程序` → `评 查 程 序`
 */
export function spacedCharacters(folded: string): string {
  return Array.from(folded, (character) => (character === DIGIT_GAP ? 'zz' : character)).join(' ');
}
