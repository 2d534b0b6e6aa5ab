import { Converter } from 'opencc-js/t2cn';

let convert: ((text: string) => string) | null = null;

/** The simplified form of one character, as it is where it has none: 辦 → 办. The table is read when it is first asked. */
export function simplifiedForm(character: string): string {
  convert ??= Converter({ from: 't', to: 'cn' });
  return convert(character);
}

/** A text in simplified characters, one for one: 新政辦發 → 新政办发. Everything else stays. */
export const toSimplified = (text: string): string => Array.from(text, simplifiedForm).join('');
