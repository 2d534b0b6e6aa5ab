/**
 * Heads that print day and number in one line: `2008年2月4日　财税〔2008〕10号`. Reads one line, returns the two that its parts would be
 * on lines of their own.
 */
import { parseNumberLine } from '../structure/number-line.ts';
import { parseDate } from '../text/dates.ts';
import type { PrintedLine } from '../text/lines.ts';
import { splitLine } from './split-line.ts';

const LONGEST = 60;
// Must match: 2008年2月4日　财税〔2008〕10号 · （1987年3月5日）国发〔1987〕22号 · 2008 年 2 月 4 日　财税〔2008〕10 号
// Must not: 2008年2月4日 · 2008年2月4日起施行 · （2022年8月2日　海市政办规〔2022〕11号
const DAY_AND_NUMBER = /^([（(][^（()）]{8,22}日[)）]|[^（()）]{8,22}日)[\s\u3000]{0,16}(\S.{3,48}号)$/u;
// Must match: （一九九三年十二月十五日　国发〔1993〕85号） · （1994年9月29日 （94）财税字第060号）
const BOTH_IN_BRACKETS = /^[（(]([^（()）]{8,22}日)[\s\u3000]{1,16}(\S.{3,48}号)[)）]$/u;

/** Day and number apart, both with the number of the printed line; null for any other line. */
export function splitDayAndNumber(line: PrintedLine): [PrintedLine, PrintedLine] | null {
  if (line.text.length > LONGEST || !/号[)）]?$/u.test(line.text) || !line.text.includes('日')) return null;
  const inBrackets = BOTH_IN_BRACKETS.exec(line.text);
  const [, day = '', number = ''] = inBrackets ?? DAY_AND_NUMBER.exec(line.text) ?? [];
  if (day === '' || parseDate(day.replace(/[（()）]/gu, '')) === null || parseNumberLine(number) === null) return null;
  const from = line.text.lastIndexOf(number);
  const opened = inBrackets ? 1 : 0;
  return splitLine(line, { start: opened, end: opened + day.length }, { start: from, end: from + number.length });
}
