/**
 * 题注 and bracketed histories: （2007年11月30日新疆维吾尔自治区人民政府令第150号公布 2024年8月27日…令第238号修订）
 * (新疆维吾尔自治区人民政府公报 2024年第15-16期).
 */
import type { MappedText } from '../model/mapped-text.ts';
import type { RevisionEvent } from '../model/relation.ts';
import { findDates } from '../text/dates.ts';
import type { Region } from '../text/authority-names.ts';
import { findDocumentNumbers } from '../text/document-number.ts';
import { evidenceOf } from './evidence.ts';
import type { Statement } from './statement.ts';

// The word that closes an event. Must match: 公布 · 第二次修正 · 修订通过 · 会议通过 · 批准
const EVENT = /(?:第[一二三四五六七八九十]+次)?(修订通过|修订|修正|修改|通过|批准|公布|发布|颁布|颁发|印发)/gu;
const TYPES: ReadonlyMap<string, RevisionEvent['type']> = new Map([
  ['修订通过', 'revised'],
  ['修订', 'revised'],
  ['修正', 'amended'],
  ['修改', 'amended'],
  ['通过', 'adopted'],
  ['批准', 'approved'],
]);

/** What stands between the day and the event's word, as the name of who acted; null when it is a decision's title. */
function authorityIn(text: string): string | null {
  const name = text
    .replace(/^[\s\u3000由经以,，、]+/u, '')
    .replace(/(?:令|公告)?[\s\u3000]*(?:第?[0-9〔[（(].*)?$/u, '')
    .replace(/^根据/u, '')
    .replace(/第[一二三四五六七八九十百0-9]{1,5}次.{0,6}会议?$/u, '');
  return name.length >= 3 && name.length <= 40 && !/[《》。]/u.test(name) ? name : null;
}

/** The events of one history, in print order: each runs from its day to the word that closes it. */
export function readHistory(text: MappedText, start: number, end: number, home: Region | null): RevisionEvent[] {
  const dates = findDates(text.text.slice(start, end)).map((date) => ({
    ...date,
    start: date.start + start,
    end: date.end + start,
  }));
  return dates.flatMap((date, at): RevisionEvent[] => {
    const until = dates[at + 1]?.start ?? end;
    const body = text.text.slice(date.end, until);
    const title = /《[^》]*》/u.exec(body);
    const plain = title
      ? body.slice(0, title.index) + '■'.repeat(title[0].length) + body.slice(title.index + title[0].length)
      : body;
    const [match] = plain.matchAll(EVENT);
    const word = match?.[1];
    if (!match || word === undefined) return [];
    const [number] = findDocumentNumbers(body.slice(0, match.index + 1), home);
    return [
      {
        type: TYPES.get(word) ?? 'promulgated',
        date: date.date,
        documentNumber: number?.number.text ?? null,
        authority: authorityIn(body.slice(0, number?.start ?? match.index)),
        evidence: evidenceOf(text, date.start, date.end + match.index + match[0].length, 'history/event'),
      },
    ];
  });
}

/** The history that the document's own 题注 prints. */
export function historyOf(statements: readonly Statement[], home: Region | null): RevisionEvent[] {
  return statements
    .filter(({ role }) => role === 'title_note')
    .flatMap(({ text }) => readHistory(text, 0, text.text.length, home));
}

/**
 * The event that gave a text its number, for a text that prints none in its heading: the last full revision with a number,
 * else the promulgation. （2003年1月27日交通部令第2号发布 根据…修正） → 交通部令第2号. The number of a decision that revised it
 * (根据2016年1月19日《关于修改…的决定》（令第8号）修订) is that decision's. Null when the history has no number.
 */
export function identityEvent(history: readonly RevisionEvent[]): RevisionEvent | null {
  const numbered = history.filter(({ documentNumber }) => documentNumber !== null);
  const revised = numbered.findLast(({ type, evidence }) => type === 'revised' && !evidence.raw.includes('《'));
  return revised ?? numbered.find(({ type }) => type === 'promulgated') ?? null;
}
