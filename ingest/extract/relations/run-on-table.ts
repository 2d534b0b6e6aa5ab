import type { Region } from '../../text/authority-names.ts';
import { findDocumentNumbers } from '../../text/document-number.ts';
import type { Mention } from '../mention.ts';

/** A table that conversion ran together into one line, with where it stands in its paragraph. */
export interface RunOnTable {
  mentions: Mention[];
  start: number;
  end: number;
}

const FEWEST_ROWS = 3;
const SHORTEST_TABLE = 60;
// What ends the last title, when the page goes on behind it: …实施意见（试行）》 附件下载
const NEXT_SECTION = /(?:[\s\u3000]+[一二三四五六七八九十]{1,3}、.{0,80})?\s*$/u;
const BEHIND_LAST = /[\s\u3000]+[^\s\u3000]{0,40}$/u;

function titleOf(text: string): string {
  const bare = text.trim();
  return bare.startsWith('《') && bare.indexOf('》') === bare.length - 1 ? bare.slice(1, -1) : bare;
}

/**
 * Reads rows that run together, each with its sequence number, its document number and its title:
 * 1闽岚综实管综〔2010〕13号关于整合行政管理审批及申报事项的通知2闽岚综实管综〔2011〕2号关于印发… . Rows are told by sequence numbers that
 * count on from 1; null when fewer than three do.
 */
export function readRunOnTable(text: string, home: Region | null): RunOnTable | null {
  if (text.length < SHORTEST_TABLE) return null;
  const numbers = findDocumentNumbers(text, home);
  if (numbers.length < FEWEST_ROWS) return null;
  const rows: { sequenceStart: number; at: number }[] = [];
  for (const [at, number] of numbers.entries()) {
    const label = `${rows.length + 1}`;
    const before = text.slice(Math.max(0, number.start - label.length - 2), number.start).trimEnd();
    if (before.endsWith(label)) rows.push({ sequenceStart: text.lastIndexOf(label, number.start), at });
  }
  if (rows.length < FEWEST_ROWS) return null;
  const mentions = rows.flatMap(({ at }, row): Mention[] => {
    const number = numbers[at];
    if (!number) return [];
    const end = rows[row + 1]?.sequenceStart ?? text.length;
    const isLast = row + 1 === rows.length;
    const title = titleOf(text.slice(number.end, end).replace(isLast ? BEHIND_LAST : NEXT_SECTION, ''));
    return [
      {
        title: title.length < 4 ? null : title,
        number: number.number.text,
        numberKey: number.number.key,
        otherNumbers: [],
        provisions: [],
        inPart: [],
        shortName: null,
        attributive: false,
        start: number.start,
        end,
        titleStart: number.start,
        titleEnd: end,
      },
    ];
  });
  return { mentions, start: rows[0]?.sequenceStart ?? 0, end: text.length };
}
