import type { Certainty, IsoDate } from '../model/span.ts';
import { STATUS_LABELS } from '../model/validity.ts';
import type { RegisterEvent, Status, StatusOnDay, ValidityRecord } from '../model/validity.ts';
import { compareText } from '../text/compare-text.ts';
import { addDays } from '../text/dates.ts';
import type { Decision } from './decision.ts';
import { endingsOf } from './endings.ts';
import type { Ending } from './endings.ts';
import { later, movesOf } from './extended-end.ts';
import { reasonFor } from './status-reason.ts';
import { isTold } from './told-history.ts';

/**
 * Whether a document was in force on a day, and who says so. Pure: reads the record alone, no clock and no store.
 * `on` is a calendar day (YYYY-MM-DD). The first day on which it ended decides; other endings are listed.
 * 新政办发〔2010〕23号, named only in 新政办发〔2024〕36号 (《…应急预案》(新政办发〔2010〕23号)同时废止, 新疆政报 2024 第15-16期),
 * is `repealed` from 2024-08-09 on and `unknown` the day before: silence is not validity.
 */
export function statusOnDay(record: ValidityRecord, on: IsoDate): StatusOnDay {
  const { ended, endings, decision } = decide(record, on);
  const otherEndings = (ended ? endings.slice(1) : endings).map((ending) => ending.event);
  return {
    on,
    ...decision,
    label: STATUS_LABELS[decision.status],
    otherEndings,
    reason: reasonFor(record, on, decision, otherEndings),
  };
}

/** The status of `statusOnDay` without what puts it into words: for counts over all that the archive knows. */
export function statusAloneOnDay(record: ValidityRecord, on: IsoDate): Status {
  return decide(record, on).decision.status;
}

function decide(record: ValidityRecord, on: IsoDate): { ended: boolean; endings: Ending[]; decision: Decision } {
  const endings = endingsOf(record, on);
  const first = endings[0];
  const ended = first !== undefined && (first.since === null || first.since <= on);
  const decision = ended ? decideEnded(first) : decideRunning(record, on, first?.lastDay ?? null);
  return { ended, endings, decision };
}

function decideEnded(ending: Ending): Decision {
  return {
    status: ending.status,
    since: ending.since,
    until: null,
    decidedBy: ending.event,
    certainty: ending.since === null ? 'presumed' : ending.event.certainty,
  };
}

/** The status on a day on which nothing has ended the document as a whole; `lastDay` is its last one, when known. */
function decideRunning(record: ValidityRecord, on: IsoDate, lastDay: IsoDate | null): Decision {
  const start = startOf(record);
  if (start === null) return confirmedOn(record, on, lastDay);
  const { day, event, certainty } = start;
  if (on < day) return { status: 'pending', since: null, until: addDays(day, -1), decidedBy: event, certainty };
  const part = lastPartEnded(record, on);
  if (part !== null)
    return { status: 'partly_in_force', since: part.date, until: lastDay, decidedBy: part, certainty: part.certainty };
  const status = certainty === 'presumed' ? 'presumed_in_force' : 'in_force';
  return { status, since: day, until: lastDay, decidedBy: event, certainty };
}

/**
 * Of a document of which nothing tells when it began: in force from the day on which another text said that it stays so, or changed it; only
 * a part of it from the day on which another text ended the rest. By a length that is counted from an unknown end (延长五年) only so long
 * from that day on.
 */
function confirmedOn(record: ValidityRecord, on: IsoDate, lastDay: IsoDate | null): Decision {
  const unknown: Decision = { status: 'unknown', since: null, until: lastDay, decidedBy: null, certainty: 'presumed' };
  const said = movesOf(record.events).find(({ date }) => date !== null && date <= on);
  if (said?.date == null) return changedBy(record, on, lastDay) ?? unknown;
  const unsure = said.until === null ? null : later(said.date, said.until);
  if (unsure !== null && lastDay === null && on >= unsure) return unknown;
  const until = lastDay ?? (unsure === null ? null : addDays(unsure, -1));
  return { status: 'in_force', since: said.date, until, decidedBy: said, certainty: said.certainty };
}

/** What changes or ends a part of a document (对《甲办法》作如下修改) takes it to be in force; a history that a text tells does not say so of any day. */
function changedBy(record: ValidityRecord, on: IsoDate, lastDay: IsoDate | null): Decision | null {
  const [first] = record.events
    .filter((event) => (event.type === 'amended' || event.type === 'partly_repealed') && !isTold(event))
    .filter(({ date, source }) => date !== null && date <= on && source.documentId !== record.registerId)
    .sort((a, b) => compareText(a.date ?? '', b.date ?? ''));
  if (first === undefined) return null;
  const part = lastPartEnded(record, on);
  const decidedBy = part ?? first;
  const status = part === null ? 'in_force' : 'partly_in_force';
  return { status, since: decidedBy.date, until: lastDay, decidedBy, certainty: 'computed' };
}

/** First day in force: printed or computed, else presumed to be the promulgation; null when nothing tells. */
function startOf(record: ValidityRecord): { day: IsoDate; event: RegisterEvent | null; certainty: Certainty } | null {
  if (record.effectiveDate !== null) {
    const event = wholeEvent(record, 'effective', record.effectiveDate);
    return { day: record.effectiveDate, event, certainty: record.effectiveCertainty ?? 'stated' };
  }
  if (!record.held || record.promulgationDate === null) return null;
  const event = wholeEvent(record, 'promulgated', record.promulgationDate);
  return { day: record.promulgationDate, event, certainty: 'presumed' };
}

function wholeEvent(record: ValidityRecord, type: RegisterEvent['type'], date: IsoDate): RegisterEvent | null {
  return (
    record.events.find((event) => event.type === type && event.date === date && event.provisions.length === 0) ?? null
  );
}

function lastPartEnded(record: ValidityRecord, on: IsoDate): RegisterEvent | null {
  let last: RegisterEvent | null = null;
  for (const event of record.events) {
    if (event.type !== 'partly_repealed' || event.date === null || event.date > on) continue;
    if (last?.date == null || event.date > last.date) last = event;
  }
  return last;
}
