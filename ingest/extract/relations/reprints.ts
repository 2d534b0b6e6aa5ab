/**
 * Older texts printed anew with the decision that changed them: 甲省建设工程造价管理办法（2011年…令第77号公布 根据2022年…令第310号修正）
 * under 令第310号. What they begin and end, they began and ended in their own time.
 */
import type { IsoDate } from '../../model/span.ts';
import type { PlacedClause } from '../effect/placed-clause.ts';
import { firstDayOf } from '../effect/effective-date.ts';
import type { EventDates } from '../effect/effective-date.ts';
import type { RelationDraft } from './relation-draft.ts';
import { historyOf } from '../revision-history.ts';
import type { Statement } from '../statement.ts';

/** The parts of a document signed on a day that are reprints: their 题注 begins before that day and ends in 修正. A 修订 gives a new text. */
export function reprintsIn(statements: readonly Statement[], signed: IsoDate | null): ReadonlySet<number> {
  const parts = new Set<number>();
  for (const statement of statements) {
    if (statement.role !== 'title_note' || signed === null) continue;
    const history = historyOf([statement], null);
    const [first] = history;
    if (first?.date != null && first.date < signed && history.at(-1)?.type === 'amended') parts.add(statement.part);
  }
  return parts;
}

/** Gives what a reprint ends the day on which that text itself began: its old 同时废止 was not said today. */
export function datedByReprint(
  relations: readonly RelationDraft[],
  effect: readonly PlacedClause[],
  events: EventDates,
): RelationDraft[] {
  const began = new Map<number, IsoDate>();
  for (const { statement, clause, reprinted } of effect) {
    const day = reprinted && clause.subject === 'document' && clause.date ? firstDayOf(clause, events) : null;
    if (day !== null && clause.side === 'begins') began.set(statement.part, day);
  }
  return relations.map((relation) => {
    const day = began.get(relation.statement.part);
    // The 题注 tells of the change that the decision makes.
    const ends =
      relation.type === 'repeals' || (relation.type === 'amends' && relation.statement.role !== 'title_note');
    return day === undefined || !ends || relation.effectiveDate !== null
      ? relation
      : { ...relation, effectiveDate: day };
  });
}
