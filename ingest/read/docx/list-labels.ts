import { formatChineseNumber } from '../../text/chinese-numerals.ts';

/** A level of a numbered list: `lvlText` 第%1条, `format` chineseCountingThousand. */
export interface ListLevel {
  format: string;
  text: string;
  start: number;
  suffix: 'tab' | 'space' | 'nothing';
}

/** Letters a, b, … z, aa, bb, …, as Word counts them. */
function letters(n: number): string {
  return String.fromCharCode(97 + ((n - 1) % 26)).repeat(Math.min(10, Math.floor((n - 1) / 26) + 1));
}

const ROMAN: readonly [number, string][] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

function roman(n: number): string {
  let rest = Math.min(n, 3999);
  return ROMAN.map(([value, sign]) => {
    const count = Math.floor(rest / value);
    rest -= count * value;
    return sign.repeat(count);
  }).join('');
}

const fullWidth = (n: number): string =>
  String(n).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
const circled = (n: number): string => (n <= 20 ? String.fromCharCode(0x245f + n) : String(n));
const digits = (n: number): string => String(n).replace(/\d/g, (digit) => '〇一二三四五六七八九'.charAt(Number(digit)));

/** How Word writes a number in each of its formats that official texts use. */
const FORMATS: Record<string, (n: number) => string> = {
  decimal: String,
  decimalZero: (n) => String(n).padStart(2, '0'),
  chineseCounting: formatChineseNumber,
  chineseCountingThousand: formatChineseNumber,
  japaneseCounting: formatChineseNumber,
  taiwaneseCounting: formatChineseNumber,
  taiwaneseCountingThousand: formatChineseNumber,
  ideographDigital: digits,
  japaneseDigitalTenThousand: digits,
  decimalFullWidth: fullWidth,
  decimalFullWidth2: fullWidth,
  decimalEnclosedCircle: circled,
  decimalEnclosedCircleChinese: circled,
  decimalEnclosedParen: (n) => `(${n})`,
  decimalEnclosedFullstop: (n) => `${n}.`,
  lowerLetter: letters,
  upperLetter: (n) => letters(n).toUpperCase(),
  lowerRoman: roman,
  upperRoman: (n) => roman(n).toUpperCase(),
};

function space(level: ListLevel, label: string): string {
  if (level.suffix === 'nothing') return '';
  if (level.suffix === 'space') return ' ';
  return /[、，。．.)）]$/.test(label) ? '' : '\u3000';
}

/**
 * The label of a numbered paragraph with the space behind it: 第三条 and U+3000 for level 0 of 第%1条 at 3, （二） for （%1）.
 * `counts` are the numbers of all levels down to this one. Empty for bullets and for lists without numbers.
 */
export function listLabel(levels: readonly ListLevel[], counts: readonly number[]): string {
  const level = levels[counts.length - 1];
  if (!level || level.format === 'bullet' || level.format === 'none') return '';
  const label = level.text.replace(/%([1-9])/g, (_, digit: string) => {
    const index = Number(digit) - 1;
    const format = FORMATS[levels[index]?.format ?? 'decimal'] ?? String;
    return format(counts[index] ?? 1);
  });
  return label === '' ? '' : label + space(level, label);
}
