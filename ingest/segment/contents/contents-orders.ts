/**
 * Orders and announcements whose authorities and serial stand on several lines of the contents are one number: `中华人民共和国国务院令` / `（第376号）`;
 * `中华人民共和国信息产业部` / `中华人民共和国商务部令（第28号）`. Reads the lines of the contents, returns them with such lines put together.
 */
import type { MappedText } from '../../model/mapped-text.ts';
import { parseNumberLine } from '../../structure/number-line.ts';
import { concat } from '../../text/mapped-text.ts';
import type { ContentsLine } from './contents-line.ts';
import { isIssuer } from '../title-block.ts';

// Must match: 中国人民银行公告 · 国务院令      Must not: 关于调整税率的公告 · 公告
const ORDER_LINE = /^[^关《，。]{2,40}(?:令|公告|通告)$/u;
const SPACE: MappedText = { text: ' ', runs: [] };

/** Whether a line may be the upper part of an order's number: it holds nothing else. */
function isBare({ page, number, row, setApart }: ContentsLine): boolean {
  return page === null && number === null && row === null && !setApart;
}

/** The two lines as one, where they are one number; else null. */
function asOneNumber(above: ContentsLine, below: ContentsLine): ContentsLine | null {
  if (!isBare(above) || below.number === null || below.mark !== null) return null;
  const lower = parseNumberLine(below.text);
  const isSerial = lower?.code === null && ORDER_LINE.test(above.text);
  const isJoint =
    lower?.form === 'order' && lower.code !== null && isIssuer(above.text) && !below.text.includes(above.text);
  if (!isSerial && !isJoint) return null;
  const content = concat(isSerial ? [above.content, below.content] : [above.content, SPACE, below.content]);
  const number = parseNumberLine(content.text);
  if (number?.form !== 'order' && number?.form !== 'announcement') return null;
  const span = { start: above.span.start, end: below.span.end };
  return { ...above, content, text: content.text, page: below.page, number: number.text, isOrder: true, span };
}

/** The lines of the contents, each number of an order on one line. */
export function joinOrders(lines: readonly ContentsLine[]): ContentsLine[] {
  const joined: ContentsLine[] = [];
  for (let at = lines.length - 1; at >= 0; at -= 1) {
    const line = lines[at];
    const below = joined.at(-1);
    const number = line && below ? asOneNumber(line, below) : null;
    if (number) joined[joined.length - 1] = number;
    else if (line) joined.push(line);
  }
  return joined.reverse();
}
