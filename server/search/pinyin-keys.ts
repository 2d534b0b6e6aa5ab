import { pinyin } from 'pinyin-pro';

/** How a Chinese text is typed by its sound. */
export interface PinyinKeys {
  /** xingzhengzhifa */
  full: string;
  /** xzzf */
  initials: string;
  /** Offset in `full` where each character's syllable begins. */
  syllables: number[];
}

/** Readings of a folded text, by word where a character has several (行政 xingzheng, 银行 yinhang). */
export function pinyinKeys(text: string): PinyinKeys {
  const readings = pinyin(text, { toneType: 'none', type: 'array', v: true, nonZh: 'spaced' })
    .map((reading) => reading.toLowerCase().replace(/[^a-z0-9]/gu, ''))
    .filter((letters) => letters !== '');
  let length = 0;
  return {
    full: readings.join(''),
    initials: readings.map((letters) => letters.charAt(0)).join(''),
    syllables: readings.map((letters) => (length += letters.length) - letters.length),
  };
}

/**
 * How well typed letters tell a text by its sound: 2 the initials or the reading of the whole, 3 its beginning, 4 inside, from a
 * syllable on. Null: not at all.
 */
export function soundGrade({ full, initials, syllables }: PinyinKeys, typed: string): number | null {
  if (initials === typed || full === typed) return 2;
  if (initials.startsWith(typed) || full.startsWith(typed)) return 3;
  if (typed.length > 2 && initials.includes(typed)) return 4;
  const inside = typed.length > 3 ? full.indexOf(typed) : -1;
  return inside > 0 && syllables.includes(inside) ? 4 : null;
}
