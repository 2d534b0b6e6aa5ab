import type { IsoDate } from '../model/span.ts';
import type { RegisterEvent, Status, ValidityRecord } from '../model/validity.ts';
import { compareText } from '../text/compare-text.ts';
import { addDays } from '../text/dates.ts';
import { extendedEnd, movesOf } from './extended-end.ts';

export type EndedStatus = 'repealed' | 'expired' | 'declared_invalid' | 'superseded';

/** One thing that ended a document as a whole. `since` is the first day without it, `lastDay` the day before; both null when nobody says which day. */
export interface Ending {
  status: EndedStatus;
  since: IsoDate | null;
  lastDay: IsoDate | null;
  event: RegisterEvent;
}

/** On one and the same day the earlier of these decides (the order of the status table). */
const ORDER: readonly EndedStatus[] = ['repealed', 'expired', 'declared_invalid', 'superseded'];

const ENDED_BY: Partial<Record<RegisterEvent['type'], EndedStatus>> = {
  repealed: 'repealed',
  expired: 'expired',
  declared_invalid: 'declared_invalid',
  revised: 'superseded',
};

/** Whether an event of this kind ends a document as a whole. */
export const isEnding = (type: RegisterEvent['type']): boolean => type in ENDED_BY;

/** Whether a document of this status has ended. */
export const hasEnded = (status: Status): boolean => ORDER.some((ended) => ended === status);

/**
 * Everything that ended the document, earliest first, endings of an unknown day last. A revision counts only when another
 * document made it after this text was promulgated: the note (2009年发布 2018年修订) over a text of 2018 is its own past.
 * An ending dated before the text was promulgated cannot be meant for it (contradictions.ts reports it). The end of validity is
 * the one after all extensions that count on the day `on` (null: any day).
 */
export function endingsOf(record: ValidityRecord, on: IsoDate | null = null): Ending[] {
  const endings: Ending[] = [];
  for (const event of record.events) {
    const status = ENDED_BY[event.type];
    if (status === undefined || event.provisions.length > 0) continue;
    if (status === 'superseded' && !supersedes(record, event)) continue;
    if (isBeforePromulgation(record, event)) continue;
    endings.push(endingOf(status, event.date, event));
  }
  return withExtensions(endings, record, on)
    .sort(compareEndings)
    .filter((ending, at, sorted) => !saysTheSame(ending, sorted[at - 1]));
}

function endingOf(status: EndedStatus, since: IsoDate | null, event: RegisterEvent): Ending {
  return { status, since, lastDay: since === null ? null : addDays(since, -1), event };
}

/** Puts the extended end of validity in the place of the printed one. */
function withExtensions(endings: Ending[], record: ValidityRecord, on: IsoDate | null): Ending[] {
  if (movesOf(record.events).length === 0) return endings;
  const [first] = endings.filter(({ status }) => status === 'expired').sort(compareEndings);
  const own = first?.since == null ? null : { since: first.since, event: first.event };
  const end = extendedEnd(own, record.events, on);
  if (end === own) return endings;
  const others = endings.filter(({ status }) => status !== 'expired');
  return end === null ? others : [...others, endingOf('expired', end.since, end.event)];
}

/** The notice and the regulation of one document both end it: that is one ending. */
function saysTheSame(ending: Ending, before: Ending | undefined): boolean {
  return (
    before?.status === ending.status &&
    before.since === ending.since &&
    before.event.source.documentId !== null &&
    before.event.source.documentId === ending.event.source.documentId
  );
}

function supersedes(record: ValidityRecord, event: RegisterEvent): boolean {
  if (event.source.documentId === record.registerId) return false;
  return event.date === null || record.promulgationDate === null || event.date > record.promulgationDate;
}

function isBeforePromulgation(record: ValidityRecord, event: RegisterEvent): boolean {
  return event.date !== null && record.promulgationDate !== null && event.date < record.promulgationDate;
}

function compareEndings(a: Ending, b: Ending): number {
  const byDay = compareText(a.since ?? '9999', b.since ?? '9999');
  if (byDay !== 0) return byDay;
  const byOrder = ORDER.indexOf(a.status) - ORDER.indexOf(b.status);
  if (byOrder !== 0) return byOrder;
  return (
    compareText(a.event.source.documentId ?? '', b.event.source.documentId ?? '') ||
    compareText(a.event.quote, b.event.quote)
  );
}
