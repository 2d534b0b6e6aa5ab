import type { EffectClause } from './effect-clauses.ts';
import type { Statement } from '../statement.ts';

/** A clause of effect with the paragraph it stands in. */
export interface PlacedClause {
  statement: Statement;
  clause: EffectClause;
  /** Whether it stands in the reprint of an older text, whose beginning is not this document's. */
  reprinted: boolean;
}

/**
 * Orders clauses about the document by how much they weigh: the regulation's own clause before the covering notice's or
 * the promulgating sentence's, those before an annex's, a 题注, a title or the reprint of an older text last. Within one weight a printed day comes before
 * 自印发之日起, the later clause before the earlier (附则 stand at the end).
 */
export function byWeight(a: PlacedClause, b: PlacedClause): number {
  return (
    weight(a) - weight(b) ||
    Number(a.clause.date === null) - Number(b.clause.date === null) ||
    b.statement.part - a.statement.part ||
    b.statement.index - a.statement.index ||
    a.clause.start - b.clause.start
  );
}

function weight({ statement, reprinted }: PlacedClause): number {
  if (reprinted) return 3;
  if (statement.role === 'title_note' || statement.role === 'title') return 3;
  if (statement.partKind === 'annex') return 2;
  return statement.partKind === 'notice' ? 1 : 0;
}
