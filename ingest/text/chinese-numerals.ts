/**
 * Chinese numerals: as counted numbers (一百二十, 壹佰) and as digits read one by one (二〇二四, 一九九六).
 * 第四百零三条 (新疆维吾尔自治区人民政府公报, any issue); 二〇二四年九月三日.
 */

/** One character of a Chinese numeral, for use inside a character class. ○, Ｏ and O are printed for 〇. */
export const CHINESE_NUMERAL_CHARACTERS = '〇○零Ｏ一二三四五六七八九十百千万亿两廿卅壹贰叁肆伍陆柒捌玖拾佰仟';

/** The digit that a character is, by UTF-16 code; -1 for none. */
const DIGITS = new Int8Array(0x10000).fill(-1);
for (const [digit, spellings] of [
  '〇○零Ｏ0０',
  '一壹1１',
  '二贰两2２',
  '三叁3３',
  '四肆4４',
  '五伍5５',
  '六陆6６',
  '七柒7７',
  '八捌8８',
  '九玖9９',
].entries())
  for (const character of spellings) DIGITS[character.charCodeAt(0)] = digit;
/** 10, 100 or 1000 for a character that is one of them, by UTF-16 code; 0 for none. */
const UNITS = new Uint16Array(0x10000);
for (const [character, unit] of Object.entries({ 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000 }))
  UNITS[character.charCodeAt(0)] = unit;
const ZEROS = '〇○零Ｏ';
const LONGEST = 24;

const digitAt = (text: string, at: number): number => DIGITS[text.charCodeAt(at)] ?? -1;
const unitAt = (text: string, at: number): number => UNITS[text.charCodeAt(at)] ?? 0;

/** Digits read one by one: 二〇二四 → 2024, １２ → 12. Null when a character is no digit. */
function readDigits(text: string): number | null {
  let value = 0;
  for (let at = 0; at < text.length; at += 1) {
    const digit = digitAt(text, at);
    if (digit < 0) return null;
    value = value * 10 + digit;
  }
  return Number.isSafeInteger(value) ? value : null;
}

/** A number under 10,000 with its units: 一千零二十, 十二, 廿三. Each unit once, from large to small. */
function readSection(text: string): number | null {
  let value = 0;
  let digit: number | null = null;
  let lastUnit = 10_000;
  let zeroBefore = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    const unit = unitAt(text, at);
    if (unit > 0) {
      if (unit >= lastUnit || (digit === null && (unit !== 10 || zeroBefore)) || digit === 0) return null;
      value += (digit ?? 1) * unit;
      lastUnit = unit;
      digit = null;
      zeroBefore = false;
    } else if (character === '廿' || character === '卅') {
      if (digit !== null || lastUnit <= 10) return null;
      value += character === '廿' ? 20 : 30;
      lastUnit = 10;
    } else if (ZEROS.includes(character)) {
      if (digit !== null || zeroBefore || lastUnit === 10_000) return null;
      zeroBefore = true;
    } else {
      const read = digitAt(text, at);
      if (read < 0 || digit !== null) return null;
      // 一百五 can be 105 or 150: a digit after 百 needs 零 before it or a unit behind it.
      const unitNext = unitAt(text, at + 1) > 0;
      if (lastUnit > 10 && lastUnit < 10_000 && !zeroBefore && !unitNext) return null;
      digit = read;
    }
  }
  if (zeroBefore && digit === null) return null;
  return value + (digit ?? 0);
}

/**
 * Reads a whole string as a Chinese numeral: 一百二十 → 120, 二〇二四 → 2024, 十 → 10, 一万二千 → 12000.
 * Arabic digits of either width are read too. Null for anything else, and for what can be read in two ways (一百五).
 */
export function parseChineseNumber(text: string): number | null {
  if (text.length === 0 || text.length > LONGEST) return null;
  const digits = readDigits(text);
  if (digits !== null) return digits;
  let rest = text;
  let value = 0;
  for (const [mark, factor] of [
    ['亿', 100_000_000],
    ['万', 10_000],
  ] as const) {
    const at = rest.indexOf(mark);
    if (at < 0) continue;
    const section = at === 0 ? null : readSection(rest.slice(0, at));
    if (section === null || section === 0) return null;
    value += section * factor;
    rest = rest.slice(at + 1);
  }
  if (rest === '') return value;
  const leadingZero = value > 0 && ZEROS.includes(rest.charAt(0));
  const section = leadingZero && rest.length > 1 ? readSection(rest.slice(1)) : readSection(rest);
  return section === null ? null : value + section;
}

const DIGIT_NAMES = '零一二三四五六七八九';

function formatSection(n: number): string {
  let text = '';
  let pendingZero = false;
  for (const [unit, name] of [
    [1000, '千'],
    [100, '百'],
    [10, '十'],
    [1, ''],
  ] as const) {
    const digit = Math.floor(n / unit) % 10;
    if (digit === 0) {
      pendingZero = text !== '';
      continue;
    }
    text += (pendingZero ? '零' : '') + DIGIT_NAMES.charAt(digit) + name;
    pendingZero = false;
  }
  return text;
}

/** The largest number that formatChineseNumber writes. */
export const LARGEST_COUNTED = 99_999_999;

/**
 * Writes a number as gazettes count articles: 12 → 十二, 105 → 一百零五, 120 → 一百二十.
 * @throws RangeError for anything but a whole number from 0 to LARGEST_COUNTED.
 */
export function formatChineseNumber(n: number): string {
  if (!Number.isInteger(n) || n < 0 || n > LARGEST_COUNTED) throw new RangeError(`not a number that is counted: ${n}`);
  if (n === 0) return '零';
  const high = Math.floor(n / 10_000);
  const low = n % 10_000;
  const text =
    (high > 0 ? `${formatSection(high)}万` : '') + (high > 0 && low > 0 && low < 1000 ? '零' : '') + formatSection(low);
  return text.startsWith('一十') ? text.slice(1) : text;
}
