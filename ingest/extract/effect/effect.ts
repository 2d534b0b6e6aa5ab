import type { IsoDate } from '../../model/span.ts';
import type { ParagraphRole } from '../../model/document-draft.ts';
import { effectClausesOf } from './effect-clauses.ts';
import { isOwnTitle } from '../own-names.ts';
import type { OwnNames } from '../own-names.ts';
import type { PlacedClause } from './placed-clause.ts';
import { reprintsIn } from '../relations/reprints.ts';
import type { Statement } from '../statement.ts';

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
  const ownTitle = (title: string): boolean => isOwnTitle(own, title);
  const clauses: PlacedClause[] = [];
  for (const statement of statements) {
    if (SILENT_ROLES.has(statement.role)) continue;
    for (const clause of effectClausesOf(statement.text.text, ownTitle, signed))
      clauses.push({ statement, clause, reprinted: reprints.has(statement.part) });
  }
  return clauses;
}
