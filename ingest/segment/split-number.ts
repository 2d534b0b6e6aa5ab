/**
 * Heads that print day and number in one line: `2008年2月4日　财税〔2008〕10号`, `湘政发〔1998〕7号　1998年2月26日`. Reads one line, returns
 * the two that its parts would be on lines of their own, in print order.
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

// Must match: 湘政发〔1998〕7号　1998年2月26日 · （94）财税字第060号 （1994年9月29日）      Must not: 国发〔1998〕7号文件1998年2月26日
const NUMBER_AND_DAY = /^(\S.{3,48}?号)[\s\u3000]{1,16}([（(][^（()）]{8,22}日[)）]|[^（()）]{8,22}日)$/u;
// Must match: （卫医发〔2003〕118号　2003年5月15日）
const BOTH_IN_BRACKETS_NUMBER_FIRST = /^[（(](\S.{3,48}?号)[\s\u3000]{1,16}([^（()）]{8,22}日)[)）]$/u;
const DAY_FIRST = [BOTH_IN_BRACKETS, DAY_AND_NUMBER];
const NUMBER_FIRST = [BOTH_IN_BRACKETS_NUMBER_FIRST, NUMBER_AND_DAY];

/** Whether a line ends as those do that may hold day and number: a test of its last characters. */
export function mayHoldDayAndNumber(text: string): boolean {
  const last = text.charAt(text.length - 1);
  const end = last === ')' || last === '）' ? text.charAt(text.length - 2) : last;
  return end === '号' || (end === '日' && text.includes('号'));
}

/** Day and number apart, both with the number of the printed line; null for any other line. */
export function splitDayAndNumber(line: PrintedLine): [PrintedLine, PrintedLine] | null {
  const { text } = line;
  if (text.length > LONGEST || !text.includes('日') || !mayHoldDayAndNumber(text)) return null;
  const isNumberFirst = /日[)）]?$/u.test(text);
  for (const pattern of isNumberFirst ? NUMBER_FIRST : DAY_FIRST) {
    const [, first = '', second = ''] = pattern.exec(text) ?? [];
    const [day, number] = isNumberFirst ? [second, first] : [first, second];
    if (day === '' || parseDate(day.replace(/[（()）]/gu, '')) === null || parseNumberLine(number) === null) continue;
    const from = text.indexOf(first);
    const to = text.lastIndexOf(second);
    return splitLine(line, { start: from, end: from + first.length }, { start: to, end: to + second.length });
  }
  return null;
}
