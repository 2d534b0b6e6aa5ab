import type { ProvisionCommencement } from '../model/document.ts';
import type { PlacedClause } from './effect.ts';
import { extracted } from './evidence.ts';
import { readProvisions } from './provision-references.ts';

const REACH = 60;

/**
 * Provisions with a commencement of their own: 第十二条、第十五条自2025年1月1日起施行 → [[12], [15]]. Only printed days of
 * articles are kept; a chapter's commencement cannot be tied to articles here.
 */
export function commencementsOf(effect: readonly PlacedClause[]): ProvisionCommencement[] {
  return effect.flatMap(({ statement, clause }): ProvisionCommencement[] => {
    if (clause.subject !== 'provisions' || clause.side !== 'begins' || !clause.date?.date) return [];
    const text = statement.text.text;
    const from = Math.max(0, clause.start - REACH);
    const sentence = text.slice(from, clause.start);
    const cut = Math.max(sentence.lastIndexOf('，'), sentence.lastIndexOf('。'), sentence.lastIndexOf(','), -1) + 1;
    const at = text.indexOf('第', from + cut);
    if (at < 0 || at >= clause.start) return [];
    const { provisions } = readProvisions(text, at);
    if (provisions.length === 0) return [];
    const rule = 'commencement/provisions';
    return [{ provisions, effectiveDate: extracted(clause.date.date, statement.text, at, clause.end, rule) }];
  });
}
