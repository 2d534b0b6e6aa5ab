import type { ProvisionCommencement } from '../model/document.ts';
import type { PlacedClause } from './effect.ts';
import { extracted } from './evidence.ts';
import { readProvisions } from './provision-references.ts';

const REACH = 60;
const OWN_LABEL = /^[\s\u3000]*第[一二三四五六七八九十百零〇]{1,9}条[\s\u3000]+/u;

/** The articles named last before an offset: 第二条关于接入许可的规定，|自… → [[2]], with where they begin. */
function namedBefore(text: string, end: number): { provisions: number[][]; start: number } | null {
  const label = OWN_LABEL.exec(text)?.[0].length ?? 0;
  let named: { provisions: number[][]; start: number } | null = null;
  for (let at = text.indexOf('第', Math.max(label, end - REACH)); at >= 0 && at < end;) {
    const read = readProvisions(text, at);
    const found = read.provisions.length > 0 && read.end <= end;
    if (found) named = { provisions: read.provisions, start: at };
    at = text.indexOf('第', found ? read.end : at + 1);
  }
  return named;
}

/**
 * Provisions with a commencement of their own: 第十二条、第十五条自2025年1月1日起施行 → [[12], [15]]. Only printed days of
 * articles are kept; a chapter's commencement cannot be tied to articles here.
 */
export function commencementsOf(effect: readonly PlacedClause[]): ProvisionCommencement[] {
  return effect.flatMap(({ statement, clause }): ProvisionCommencement[] => {
    if (clause.subject !== 'provisions' || clause.side !== 'begins' || !clause.date?.date) return [];
    const named = namedBefore(statement.text.text, clause.start);
    if (!named) return [];
    const rule = 'commencement/provisions';
    const { date, certainty } = clause.date;
    return [
      {
        provisions: named.provisions,
        effectiveDate: extracted(date, statement.text, named.start, clause.end, rule, certainty),
      },
    ];
  });
}
