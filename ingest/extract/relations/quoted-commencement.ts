import type { IsoDate } from '../../model/span.ts';
import { findDates } from '../../text/dates.ts';
import { matchesOf } from '../../text/matches.ts';

// Must match: 自2002年1月1日起施行      Must not: 自公布之日起施行
const COMMENCES = /(?:自|从)([^，,。；“”]{8,16}?)(?:之日)?起(?:施行|实施|执行|生效)/gu;

/**
 * The day on which a text quoted in a paragraph begins, for what it ends at an offset: 将第三十条修改为：“本办法自2002年1月1日起施行。《甲规定》同时废止。”
 * ended 甲规定 in 2002, whenever the decision was made that prints it. Null outside quotation marks and where the quoted text names no day.
 */
export function quotedCommencement(text: string, at: number): IsoDate | null {
  const open = text.lastIndexOf('“', at);
  if (open < 0 || text.slice(open, at).includes('”')) return null;
  const days = matchesOf(COMMENCES, text.slice(open, at)).map(
    ([, printed = '']) => findDates(printed)[0]?.date ?? null,
  );
  return days.findLast((day) => day !== null) ?? null;
}
