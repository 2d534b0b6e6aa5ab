/** What single values in a filing catalogue are: serials, days, numbers of documents and of the register, bodies. */
import type { IsoDate } from '../../model/span.ts';
import { parseNumberLine } from '../../structure/number-line.ts';
import { parseChineseNumber } from '../../text/chinese-numerals.ts';
import { parseDate } from '../../text/dates.ts';
import { withoutSpaces } from '../../text/spaces.ts';
import { endsInBody } from '../signer.ts';

// Must match: 1 · 01 · （1） · 1. · 12、 · 一 · 十二
const SERIAL = /^[（(]?(\d{1,4}|[一二三四五六七八九十百]{1,5})[）)]?[.．、]?$/u;
// Must match: 陇司备〔2022〕51号 · 粤府备字〔2010〕3号 · 国司备字〔2022008901〕 · 渝文备〔2021〕15号      Must not: 陇教规〔2022〕2号
export const REGISTER_MARK = '(?:备|规审|法审|规登)(?:字|登|案)?[〔[［（(]\\d{4}';
const REGISTER_NUMBER = new RegExp(REGISTER_MARK, 'u');
// Must match: HNPR—2020—01001 · JBBA-2023-001 · A2022001 · LZGF2021-021      Must not: G30 · 5G
export const CODE = '[A-Z]{1,8}[-—–]{0,2}\\d{4}[-—–\\dA-Z]{0,20}';
const REGISTER_CODE = new RegExp(`^${CODE}$`, 'u');

/** The serial that a whole cell or line is: 1, （一）; null for none. */
export function serialOf(text: string): number | null {
  return text.length > 8 ? null : parseChineseNumber(SERIAL.exec(withoutSpaces(text))?.[1] ?? '');
}

// Must match: 20240403      Must not: 202404 · 120240403
const EIGHT_FIGURES = /^((?:19|20)\d{2})(\d{2})(\d{2})$/u;

/** The day that a whole cell is, its spaces left aside: 2024年4月3日, 20240403; null for none. */
export function dayOf(text: string): IsoDate | null {
  const words = withoutSpaces(text);
  return parseDate(words) ?? parseDate(words.replace(EIGHT_FIGURES, '$1-$2-$3'));
}

/** Whether a whole cell is the number that the register gave: 陇司备〔2022〕51号, HNPR—2020—01001. */
export function isRegisterNumber(text: string): boolean {
  const words = withoutSpaces(text);
  return words.length <= 40 && (REGISTER_CODE.test(words) || REGISTER_NUMBER.test(words));
}

/** The number of a document that a whole cell is, in its normal spelling; null for none, and for a number of the register. */
export function numberOf(text: string): string | null {
  const words = withoutSpaces(text);
  return isRegisterNumber(words) ? null : (parseNumberLine(words)?.text ?? null);
}

/** Whether a whole cell is the name of a body, or several of them. */
export function namesBody(text: string): boolean {
  return endsInBody(withoutSpaces(text));
}
