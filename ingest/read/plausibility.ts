import { COMMON_CHARACTERS } from './common-characters.ts';

const COMMON = new Uint8Array(0x10000);
for (const character of COMMON_CHARACTERS) COMMON[character.charCodeAt(0)] = 1;

/** Code points that a Chinese official text hardly holds: what a wrong decoder makes of its bytes. Sorted ranges, ends included. */
const SUSPICIOUS: readonly (readonly [number, number])[] = [
  [0x00, 0x08],
  [0x0b, 0x0b],
  [0x0e, 0x1f],
  [0x7f, 0x9f],
  [0xc0, 0xd6],
  [0xd8, 0xf6],
  [0xf8, 0x2ff],
  [0x400, 0x1fff],
  [0x2c00, 0x2dff],
  [0x3040, 0x30fa],
  [0x30fc, 0x312f],
  [0x3130, 0x31bf],
  [0x3400, 0x4dbf],
  [0xa000, 0xf8ff],
  [0xfb00, 0xfe0f],
  [0xfe50, 0xfeff],
  [0xff61, 0xffff],
];

const WEIGHT_SUSPICIOUS = 3;

/** Asked of every character of a file: by UTF-16 code. */
const IS_SUSPICIOUS = new Uint8Array(0x10000);
for (const [from, to] of SUSPICIOUS) IS_SUSPICIOUS.fill(1, from, to + 1);

/** What a decoding is made of: `characters` counts all but ASCII. */
export interface Composition {
  characters: number;
  hanzi: number;
  common: number;
  suspicious: number;
  /** How many characters of the text are ASCII letters, digits, marks and white space. */
  ascii: number;
}

/** Counts what tells a right decoding from a wrong one. Linear in the text. */
export function compositionOf(text: string): Composition {
  let hanzi = 0;
  let common = 0;
  let suspicious = 0;
  let ascii = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code >= 0x4e00 && code <= 0x9fff) {
      hanzi += 1;
      common += COMMON[code] ?? 0;
    } else if ((code < 0x7f && code >= 0x20) || code === 0x0a || code === 0x0d || code === 0x09 || code === 0x0c)
      ascii += 1;
    else suspicious += IS_SUSPICIOUS[code] ?? 0;
  }
  return { characters: text.length - ascii, hanzi, common, suspicious, ascii };
}

/**
 * How much a text looks like Chinese official prose, from 1 (every character common) down to -3 (nothing but rubbish):
 * 第一条　为了规范举报奖励 gives about 0.8, the same bytes in a wrong encoding less than 0.2. A text in ASCII alone gives 1.
 */
export function plausibility(text: string): number {
  return plausibilityOf(compositionOf(text));
}

/** As plausibility, of a text whose characters are counted. */
export function plausibilityOf({ characters, hanzi, common, suspicious }: Composition): number {
  if (characters === 0) return 1;
  const neutral = characters - hanzi - suspicious;
  return (common + neutral * 0.3 - suspicious * WEIGHT_SUSPICIOUS) / characters;
}
