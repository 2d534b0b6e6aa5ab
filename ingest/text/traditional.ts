/**
 * Texts in traditional characters (國務院關於…的通知, 第一條), read as if they were printed in simplified ones: each character is
 * replaced by one character, so that every offset stays.
 */
import { simplifiedForm } from './simplified.ts';

/** Characters of which every official text in the traditional script holds some, and one in the simplified script none but in names. */
const SIGNS = ['國', '號', '條', '關', '發', '會'];

const QUOTES: ReadonlyMap<string, string> = new Map([
  ['「', '“'],
  ['」', '”'],
  ['『', '‘'],
  ['』', '’'],
]);

/** Forms of old print that the dictionary of the package leaves as they are. */
const OLD_FORMS: ReadonlyMap<string, string> = new Map([
  ['値', '值'],
  ['擧', '举'],
  ['敎', '教'],
  ['靑', '青'],
  ['鄕', '乡'],
  ['竝', '并'],
  ['淸', '清'],
  ['縂', '总'],
  // 批覆 and 函覆 are 批复 and 函复.
  ['覆', '复'],
]);

/** The unit in simplified characters of each UTF-16 unit, filled as characters come up; 0 for one that did not. */
const FORMS = new Uint16Array(0x10000);

function simplifiedUnit(unit: number): number {
  const character = String.fromCharCode(unit);
  const known = QUOTES.get(character) ?? OLD_FORMS.get(character);
  if (known !== undefined) return known.charCodeAt(0);
  const converted = unit >= 0x3400 && unit <= 0xfaff ? simplifiedForm(character) : character;
  return converted.length === 1 ? converted.charCodeAt(0) : unit;
}

/** Whether a text holds characters of the traditional script that official texts cannot do without. */
export function holdsTraditional(text: string): boolean {
  return SIGNS.some((sign) => text.includes(sign));
}

/** The text in simplified characters, one UTF-16 unit for each: 國務院關於「…」的通知 → 国务院关于“…”的通知. */
export function toSimplifiedUnits(text: string): string {
  let read = '';
  let from = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit < 0x3000) continue;
    const form = FORMS[unit] || (FORMS[unit] = simplifiedUnit(unit));
    if (form === unit) continue;
    read += text.slice(from, at) + String.fromCharCode(form);
    from = at + 1;
  }
  return from === 0 ? text : read + text.slice(from);
}
