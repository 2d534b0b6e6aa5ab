import iconv from 'iconv-lite';
import { compositionOf, plausibility } from './plausibility.ts';

/** A text and the encoding that its bytes were found to be in, as iconv names it. */
export interface DecodedText {
  text: string;
  encoding: string;
}

interface ByteOrderMark {
  bytes: readonly number[];
  encoding: string;
}

/** Longer marks first: the mark of UTF-32LE begins with that of UTF-16LE. */
const BYTE_ORDER_MARKS: readonly ByteOrderMark[] = [
  { bytes: [0xff, 0xfe, 0x00, 0x00], encoding: 'utf-32le' },
  { bytes: [0x00, 0x00, 0xfe, 0xff], encoding: 'utf-32be' },
  { bytes: [0x84, 0x31, 0x95, 0x33], encoding: 'gb18030' },
  { bytes: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  { bytes: [0xff, 0xfe], encoding: 'utf-16le' },
  { bytes: [0xfe, 0xff], encoding: 'utf-16be' },
];

/** In order of preference when two fit equally well. GB18030 holds GBK and GB2312 whole. */
const CANDIDATES = ['utf-8', 'gb18030', 'big5', 'utf-16le', 'utf-16be'] as const;

/** From here on a decoding is Chinese prose, whatever the others give. */
const SURE_PLAUSIBILITY = 0.25;

/** A list of rare words (天然石英砂、脉石英、粉石英) is less plausible than prose, but every other decoding of it is far worse. */
const LEAST_PLAUSIBILITY = 0.05;
const LEAST_LEAD = 0.6;

/** What a page's `<meta charset>` is worth when two encodings fit nearly equally well. */
const DECLARED_BONUS = 0.1;

/** Names that pages and mail declare, and the encoding that holds them. */
const DECLARED_NAMES: Record<string, string> = {
  gb2312: 'gb18030',
  gbk: 'gb18030',
  gb18030: 'gb18030',
  'x-gbk': 'gb18030',
  hz: 'gb18030',
  big5: 'big5',
  'big5-hkscs': 'big5',
  'utf-8': 'utf-8',
  utf8: 'utf-8',
};

const SAMPLE_BYTES = 1 << 20;

/** Three pieces of a large file instead of the whole: its encoding is the same everywhere. Cut at multiples of four bytes. */
function sampleOf(bytes: Uint8Array): Buffer[] {
  if (bytes.length <= 3 * SAMPLE_BYTES) return [Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)];
  const middle = Math.floor(bytes.length / 8) * 4;
  const last = Math.floor((bytes.length - SAMPLE_BYTES) / 4) * 4;
  return [0, middle, last].map((at) => Buffer.from(bytes.subarray(at, at + SAMPLE_BYTES)));
}

function decodeAs(bytes: Uint8Array, encoding: string): string {
  const text = iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), encoding);
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
}

function strictUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/**
 * True for bytes of another encoding that happen to be well-formed UTF-8: 联通 in GBK reads as two Arabic letters. Then no
 * Chinese character comes out, only letters of far-off scripts. A text of ASCII with a few accents or marks is UTF-8.
 */
function isUtf8ByChance(text: string): boolean {
  const { characters, hanzi, suspicious } = compositionOf(text);
  return hanzi === 0 && characters > 0 && suspicious * 2 > characters;
}

/** Control characters are of no text: a share of them that no slip of OCR explains makes a file binary. */
function isBinary(text: string): boolean {
  let controls = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09 && code !== 0x0c) controls += 1;
  }
  return controls * 50 > text.length;
}

/** Shares of the pairs of bytes of a text in GB2312: its marks and its 3,755 common characters. */
const LEAST_COMMON = 0.9;
const FEWEST_PAIRS = 5;

/**
 * True for bytes that are GB2312 throughout and nearly all common characters of it: a short list of names (塔什库尔干县、巴里坤县) is no
 * prose, but no other encoding gives such bytes.
 */
function isPlainGb2312(bytes: Uint8Array): boolean {
  let pairs = 0;
  let common = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x80) continue;
    at += 1;
    const trail = bytes[at] ?? 0;
    if (lead < 0xa1 || lead > 0xf7 || trail < 0xa1 || trail > 0xfe) return false;
    pairs += 1;
    if (lead <= 0xa9 || (lead >= 0xb0 && lead <= 0xd7)) common += 1;
  }
  return pairs >= FEWEST_PAIRS && common >= pairs * LEAST_COMMON;
}

function bestEncoding(bytes: Uint8Array, declared: string | null): string | null {
  const sample = sampleOf(bytes);
  const hint = declared === null ? undefined : DECLARED_NAMES[declared.trim().toLowerCase()];
  const ranking = CANDIDATES.map((encoding) => {
    const text = sample.map((piece) => iconv.decode(piece, encoding)).join('');
    return {
      encoding,
      score: isBinary(text) ? -Infinity : plausibility(text) + (encoding === hint ? DECLARED_BONUS : 0),
    };
  }).sort((one, other) => other.score - one.score);
  const [best, second] = ranking;
  if (!best || !second) return null;
  const sure =
    best.score >= SURE_PLAUSIBILITY || (best.score >= LEAST_PLAUSIBILITY && best.score - second.score >= LEAST_LEAD);
  if (sure) return best.encoding;
  const plain = isPlainGb2312(bytes) && !isBinary(iconv.decode(sample[0] ?? Buffer.alloc(0), 'gb18030'));
  return plain ? 'gb18030' : null;
}

/**
 * Decodes a file's bytes, without a byte order mark: by the mark if there is one, as UTF-8 if they are well-formed UTF-8, else
 * by which of GB18030, Big5, UTF-16 and damaged UTF-8 gives the likeliest Chinese text. What a page declares (`gb2312`)
 * only tips the balance, for pages lie after being saved. Null when they are no text in any of these.
 */
export function decodeText(bytes: Uint8Array, declared: string | null = null): DecodedText | null {
  const mark = BYTE_ORDER_MARKS.find((candidate) => candidate.bytes.every((byte, index) => bytes[index] === byte));
  if (mark) {
    const text = decodeAs(bytes.subarray(mark.bytes.length), mark.encoding);
    return isBinary(text) ? null : { text, encoding: mark.encoding };
  }
  const utf8 = strictUtf8(bytes);
  if (utf8 !== null && !isBinary(utf8) && !isUtf8ByChance(utf8)) return { text: utf8, encoding: 'utf-8' };
  const encoding = bestEncoding(bytes, declared);
  if (encoding !== null) return { text: decodeAs(bytes, encoding), encoding };
  return utf8 !== null && !isBinary(utf8) ? { text: utf8, encoding: 'utf-8' } : null;
}
