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

const keys = new Map<string, PinyinKeys>();

/** Readings of a folded text, by word where a character has several (行政 xingzheng, 银行 yinhang); remembered. */
export function pinyinKeys(text: string): PinyinKeys {
  const known = keys.get(text);
  if (known) return known;
  const made = makeKeys(text);
  keys.set(text, made);
  return made;
}

function makeKeys(text: string): PinyinKeys {
  const readings = pinyin(text, { toneType: 'none', type: 'array', v: true, nonZh: 'spaced' });
  const syllables: number[] = [];
  let full = '';
  let initials = '';
  for (const reading of readings) {
    const letters = reading.toLowerCase().replace(/[^a-z0-9]/gu, '');
    if (letters === '') continue;
    syllables.push(full.length);
    full += letters;
    initials += letters.charAt(0);
  }
  return { full, initials, syllables };
}
