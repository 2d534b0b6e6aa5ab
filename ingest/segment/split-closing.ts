/**
 * Signatures that print signer and day in one line: `市长　龚　正　　　　2023年12月27日`, `财政部　2010年2月5日`. Reads one line, returns the
 * two that its parts would be on lines of their own, so that the stages behind see one kind of closing.
 */
import type { PrintedLine } from '../text/lines.ts';
import { withoutSpaces } from '../text/spaces.ts';
import { endsInBody, endsInPerson } from './signer.ts';
import { splitLine } from './split-line.ts';
import { endsAsTitle } from './title-ending.ts';

const LONGEST = 64;
const NUMERAL = '[\\d〇○零ＯO一二三四五六七八九十廿卅]';
// Must match: 总　理　　李　强　　2023年7月25日 · 杭州市人民政府办公厅 2023年8月31日      Must not: 自2023年7月25日 · 2023年7月25日
const SIGNER_AND_DAY = new RegExp(
  `^([^，。；：、《》（）()\\d]{2,40}?)[\\s\\u3000]{1,24}(${NUMERAL}{4}\\s?年\\s?${NUMERAL}{1,2}\\s?月\\s?${NUMERAL}{1,3}\\s?日)$`,
  'u',
);

/** Signer and day apart, both with the number of the printed line; null for any other line. */
export function splitClosing(line: PrintedLine): [PrintedLine, PrintedLine] | null {
  if (line.text.length > LONGEST || !line.text.endsWith('日')) return null;
  const match = SIGNER_AND_DAY.exec(line.text);
  const signer = match?.[1];
  const day = match?.[2];
  if (signer === undefined || day === undefined) return null;
  if (!endsInBody(withoutSpaces(signer)) && !endsInPerson(signer)) return null;
  const end = line.text.length;
  return splitLine(line, { start: 0, end: signer.length }, { start: end - day.length, end });
}

// Must match: 1964年2月10日，最高法院司法行政厅 · 一九九三年六月十一日　财政部      Must not: 1993年6月11日，财政部，
const DAY_AND_ISSUER = new RegExp(
  `^(${NUMERAL}{4}\\s?年\\s?${NUMERAL}{1,2}\\s?月\\s?${NUMERAL}{1,3}\\s?日)[，,\\s\\u3000]{1,8}([^，。；：、《》（）()\\d]{2,40})$`,
  'u',
);
const NUMERALS = /^[\d〇○零ＯO一二]/u;

/**
 * Day and issuer apart that stand in one line under a title, `above`, as collections of laws print old texts; null for any other line.
 */
export function splitDayAndIssuer(line: PrintedLine, above: string): [PrintedLine, PrintedLine] | null {
  if (line.text.length > LONGEST || !NUMERALS.test(line.text) || !endsInBody(line.text)) return null;
  const [, day = '', issuer = ''] = DAY_AND_ISSUER.exec(line.text) ?? [];
  if (day === '' || !endsAsTitle(above)) return null;
  const end = line.text.length;
  return splitLine(line, { start: 0, end: day.length }, { start: end - issuer.length, end });
}
