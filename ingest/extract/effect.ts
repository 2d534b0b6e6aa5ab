import type { IsoDate } from '../model/span.ts';
import type { ParagraphRole } from '../segment/document-draft.ts';
import type { EffectClause } from './effect-clauses.ts';
import { effectClausesOf } from './effect-clauses.ts';
import { isOwnTitle } from './own-names.ts';
import type { OwnNames } from './own-names.ts';
import { reprintsIn } from './reprints.ts';
import type { Statement } from './statement.ts';

/** A clause of effect with the paragraph it stands in. */
export interface PlacedClause {
  statement: Statement;
  clause: EffectClause;
  /** Whether it stands in the reprint of an older text, whose beginning is not this document's. */
  reprinted: boolean;
}

const SILENT_ROLES = new Set<ParagraphRole>([
  'table',
  'list',
  'salutation',
  'signature',
  'number',
  'authority',
  'annex_notice',
]);

/** All clauses of effect of a document signed on a day, in order. Tables, lists of names and headings state none. */
export function effectOf(
  statements: readonly Statement[],
  own: OwnNames,
  signed: IsoDate | null = null,
): PlacedClause[] {
  const reprints = reprintsIn(statements, signed);
  return statements
    .filter((statement) => !SILENT_ROLES.has(statement.role))
    .flatMap((statement) =>
      effectClausesOf(statement.text.text, (title) => isOwnTitle(own, title), signed).map((clause) => ({
        statement,
        clause,
        reprinted: reprints.has(statement.part),
      })),
    );
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
