import type { IsoDate } from '../model/span.ts';
import type { RegisterEvent, ValidityRecord } from '../model/validity.ts';
import { articleName } from '../structure/provision-id.ts';
import { addDays, chineseDay } from '../text/dates.ts';
import { citeDocument } from './cite-document.ts';
import type { Decision } from './decision.ts';
import { movesOf } from './extended-end.ts';
import { readLength } from './length.ts';
import { suspensionsOn } from './suspensions.ts';
import { isTold } from './told-history.ts';

const UNIT_WORDS = { Y: '年', M: '个月', D: '日' } as const;

/**
 * How a status was found, in one Chinese sentence:
 * 新政办发〔2024〕43号 (新疆政报 2024 第17-18期) → 原文未载明施行日期，自公布之日2024年9月13日起推定有效；馆藏中未见废止、失效或者修订的记载。
 */
export function reasonFor(
  record: ValidityRecord,
  on: IsoDate,
  decision: Decision,
  otherEndings: readonly RegisterEvent[],
): string {
  return `${[mainClause(record, on, decision), ...sideClauses(record, on, decision, otherEndings)].join('；')}。`;
}

function mainClause(record: ValidityRecord, on: IsoDate, decision: Decision): string {
  const by = sourceOf(decision.decidedBy);
  const from = decision.since === null ? '何日起不详，' : `自${chineseDay(decision.since)}起`;
  switch (decision.status) {
    case 'repealed':
      return `${from}被${by}废止${howSure(decision)}`;
    case 'declared_invalid':
      return `${from}被${by}宣布失效${howSure(decision)}`;
    case 'superseded':
      return `${from}由${by}修订，本文本不再适用，以修订后的文本为准${howSure(decision)}`;
    case 'expired':
      return expiredClause(record, decision, by);
    case 'pending':
      return pendingClause(record, on);
    case 'in_force':
      if (decision.decidedBy?.type === 'extended' || decision.decidedBy?.type === 'kept')
        return stayingClause(decision.decidedBy, decision.since ?? on, on, by);
      if (decision.decidedBy?.type === 'amended')
        return `施行日期不详，${chineseDay(decision.since ?? on)}由${by}修改，当时有效，引用时应核对修改后的条文${unseenSince(decision.since, on)}`;
      return `自${chineseDay(decision.since ?? on)}起施行${howSure(decision)}，所问之日在有效期内`;
    case 'presumed_in_force':
      return `原文未载明施行日期，自公布之日${chineseDay(decision.since ?? on)}起推定有效；馆藏中未见此日以前废止、失效或者修订的记载`;
    case 'partly_in_force':
      return `${provisionsOf(decision.decidedBy)}${from}被${by}废止${howSure(decision)}，其余部分仍然有效`;
    case 'unknown':
      return unknownClause(record, decision);
  }
}

function stayingClause(event: RegisterEvent, since: IsoDate, on: IsoDate, by: string): string {
  return `${chineseDay(since)}由${by}载明${staysWords(event)}${unseenSince(since, on)}`;
}

function unseenSince(since: IsoDate | null, on: IsoDate): string {
  return since !== null && on > since ? '，馆藏中未见此后至所问之日废止、失效或者修订的记载' : '';
}

/** 继续有效 · 有效期延长至2027年12月31日 · 有效期延长5年. */
function staysWords({ until }: RegisterEvent): string {
  if (until === null) return '继续有效';
  const length = readLength(until);
  return length === null ? `有效期延长至${chineseDay(until)}` : `有效期延长${length.count}${UNIT_WORDS[length.unit]}`;
}

function expiredClause(record: ValidityRecord, decision: Decision, by: string): string {
  const lastDay = decision.since === null ? null : addDays(decision.since, -1);
  const until = lastDay === null ? '有效期已届满' : `有效期至${chineseDay(lastDay)}届满`;
  if (decision.decidedBy?.until) return `${until}（经${by}延长）${howSure(decision)}`;
  return record.expiryCertainty === 'computed' ? `${until}（按施行日期和有效期年限推算，原文未印出届满之日）` : until;
}

function pendingClause(record: ValidityRecord, on: IsoDate): string {
  if (record.effectiveDate === null) return `${chineseDay(record.promulgationDate ?? on)}公布，所问之日尚未公布`;
  const notYet = record.promulgationDate !== null && on < record.promulgationDate ? '尚未公布，也' : '';
  return `所问之日${notYet}尚未施行，自${chineseDay(record.effectiveDate)}起施行`;
}

function unknownClause(record: ValidityRecord, decision: Decision): string {
  if (record.held) return '原文没有公布日期和施行日期，无从判断是否有效';
  const known = record.events.some((event) => event.type === 'filed')
    ? '只见于备案目录，未收录全文'
    : '仅在其他文件中被提及，未收录全文';
  return decision.until === null
    ? `${known}，馆藏中没有废止或者失效的记载，不能据此认为有效`
    : `${known}，所问之日是否有效没有依据`;
}

/** What a reader must also know: retroactive effect, later endings, amendments, staggered commencement. */
function sideClauses(
  record: ValidityRecord,
  on: IsoDate,
  decision: Decision,
  otherEndings: readonly RegisterEvent[],
): string[] {
  const clauses: string[] = [];
  if (isRetroactive(record) && decision.status !== 'unknown' && record.promulgationDate !== null) {
    const onDay = on < record.promulgationDate && decision.status !== 'pending' ? '，所问之日当时尚未公布' : '';
    clauses.push(`施行日期早于公布日期（${chineseDay(record.promulgationDate)}公布），溯及既往${onDay}`);
  }
  if (record.effectiveCertainty === 'computed' && decision.status === 'in_force')
    clauses.push('施行日期由原文规则推算');
  for (const event of record.events) {
    if (event.type === 'effective' && event.provisions.length > 0 && event.date !== null)
      clauses.push(`其中${provisionsOf(event)}自${chineseDay(event.date)}起施行`);
  }
  clauses.push(...amendmentClauses(record, on, decision));
  for (const event of suspensionsOn(record.events, on)) clauses.push(suspendedClause(event));
  for (const event of movesOf(record.events)) {
    const isSaid = event !== decision.decidedBy && (event.date === null || event.date <= on);
    if (isSaid && decision.status !== 'expired') clauses.push(`${sourceOf(event)}载明${staysWords(event)}`);
  }
  for (const event of otherEndings) clauses.push(endingClause(event, on));
  return clauses;
}

/** What changed the text by the day: by the text that says so itself, or in the past that it tells. */
function amendmentClauses(record: ValidityRecord, on: IsoDate, { decidedBy }: Decision): string[] {
  const changed = record.events.filter(
    (event) => event.type === 'amended' && event.date !== null && event.date <= on && isLater(record, event),
  );
  const told = new Map<string, string[]>();
  const clauses: string[] = [];
  for (const event of changed) {
    const by = sourceOf(event);
    if (isTold(event)) told.set(by, [...(told.get(by) ?? []), event.quote]);
    else if (decidedBy?.type !== 'amended' || decidedBy.date !== event.date || sourceOf(decidedBy) !== by)
      clauses.push(`${chineseDay(event.date ?? on)}经${by}修改，引用时应核对修改后的条文`);
  }
  for (const [by, quotes] of told) clauses.push(`据${by}所载，曾于${quotes.join('、')}`);
  return clauses;
}

/** 其中第八条自2021年6月1日起至2022年5月31日由《…》暂停或者暂时调整施行，所问之日在此期间. A suspension may hold in one area only. */
function suspendedClause(event: RegisterEvent): string {
  const what = event.provisions.length === 0 ? '' : `其中${provisionsOf(event)}`;
  const from = event.date === null ? '' : `自${chineseDay(event.date)}起`;
  const until = event.until === null ? '' : `至${chineseDay(event.until)}`;
  return `${what}${from}${until}由${sourceOf(event)}暂停或者暂时调整施行，所问之日在此期间，适用的地域和条文以该文为准`;
}

function endingClause(event: RegisterEvent, on: IsoDate): string {
  const verbs: Partial<Record<RegisterEvent['type'], string>> = {
    repealed: `被${sourceOf(event)}废止`,
    declared_invalid: `被${sourceOf(event)}宣布失效`,
    revised: `由${sourceOf(event)}修订`,
    expired: '有效期届满',
  };
  const what = verbs[event.type] ?? '失效';
  if (event.date === null) return `另有记载${what}，日期不详`;
  const day = event.type === 'expired' ? `至${chineseDay(addDays(event.date, -1))}` : `自${chineseDay(event.date)}起`;
  return `${event.date > on ? '此后' : '另'}${day}${what}`;
}

/** Whether an amendment came after this text: an older one is in the text already. */
function isLater(record: ValidityRecord, event: RegisterEvent): boolean {
  if (event.source.documentId === record.registerId) return false;
  return record.promulgationDate === null || event.date === null || event.date > record.promulgationDate;
}

function isRetroactive(record: ValidityRecord): boolean {
  return (
    record.effectiveDate !== null && record.promulgationDate !== null && record.effectiveDate < record.promulgationDate
  );
}

function howSure(decision: Decision): string {
  if (decision.certainty === 'stated') return '';
  if (decision.status === 'in_force') return '';
  return decision.certainty === 'computed' ? '（日期系推算）' : '（日期系推定）';
}

function sourceOf(event: RegisterEvent | null): string {
  if (event === null) return '其他文件';
  return citeDocument(event.source.title, event.source.documentNumber) ?? '其他文件';
}

function provisionsOf(event: RegisterEvent | null): string {
  const numbers = event?.provisions ?? [];
  if (numbers.length === 0) return '部分内容';
  return numbers.map(articleName).join('、');
}
