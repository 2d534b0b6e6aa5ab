import type { ProvisionCommencement } from '../../model/document.ts';
import type { Provision } from '../../model/provision.ts';
import type { DraftPart } from '../../model/document-draft.ts';
import { articlesOfDivisions, readDivisions } from '../divisions.ts';
import type { PlacedClause } from './placed-clause.ts';
import { firstDayOf } from './effective-date.ts';
import type { EventDates } from './effective-date.ts';
import { extracted } from '../evidence.ts';
import { readProvisions } from '../provision-references.ts';

const REACH = 60;
const OWN_LABEL = /^[\s\u3000]*第[一二三四五六七八九十百零〇]{1,9}条[\s\u3000]+/u;

interface Named {
  provisions: number[][];
  /** Where they begin. */
  start: number;
}

/** The articles named at `at`, also by their chapter: 第五章 → those in it. Null when none is named there. */
function namedAt(text: string, at: number, tree: readonly Provision[]): (Named & { end: number }) | null {
  const articles = readProvisions(text, at);
  if (articles.provisions.length > 0) return { provisions: articles.provisions, start: at, end: articles.end };
  const divisions = readDivisions(text, at);
  const provisions = articlesOfDivisions(divisions.named, tree);
  return provisions.length > 0 ? { provisions, start: at, end: divisions.end } : null;
}

/** The articles named last before an offset: 第二条关于接入许可的规定，|自… → [[2]]. */
function namedBefore(text: string, end: number, tree: readonly Provision[]): Named | null {
  const label = OWN_LABEL.exec(text)?.[0].length ?? 0;
  let named: Named | null = null;
  for (let at = text.indexOf('第', Math.max(label, end - REACH)); at >= 0 && at < end;) {
    const found = namedAt(text, at, tree);
    if (found && found.end <= end) named = found;
    at = text.indexOf('第', found && found.end <= end ? found.end : at + 1);
  }
  return named;
}

/**
 * Provisions with a commencement of their own: 第十二条、第十五条自2025年1月1日起施行 → [[12], [15]]; 第五章自2026年1月1日起施行 → the
 * articles of that chapter. A day that nothing tells gives none.
 */
export function commencementsOf(
  effect: readonly PlacedClause[],
  parts: readonly DraftPart[],
  events: EventDates,
): ProvisionCommencement[] {
  return effect.flatMap(({ statement, clause }): ProvisionCommencement[] => {
    if (clause.subject !== 'provisions' || clause.side !== 'begins') return [];
    const date = firstDayOf(clause, events);
    const named = namedBefore(statement.text.text, clause.start, parts[statement.part]?.provisions ?? []);
    if (date === null || !named) return [];
    const rule = 'commencement/provisions';
    const certainty = clause.date?.certainty ?? 'computed';
    return [
      {
        provisions: named.provisions,
        effectiveDate: extracted(date, statement.text, named.start, clause.end, rule, certainty),
      },
    ];
  });
}
