import type { Relation, RelationType } from '../../model/relation.ts';
import type { IsoDate } from '../../model/span.ts';
import type { Mention } from '../mention.ts';
import type { Statement } from '../statement.ts';

/** What a sentence does with a document it mentions. */
export interface Role {
  type: RelationType;
  mode: Relation['mode'];
  effectiveDate: IsoDate | null;
  /** Of an extension (extension-clause.ts): the new end. */
  until: string | null;
  rule: string;
}

/** A relation before it is deduplicated and put into the model's shape. Offsets are into the statement's text. */
export interface RelationDraft extends Role {
  statement: Statement;
  mention: Mention;
  /** The whole clause or list item. */
  start: number;
  end: number;
}

/** A sentence as the readers of roles see it: titles masked by ■, with the mentions in it. Offsets are into the paragraph. */
export interface MentionSentence {
  masked: string;
  start: number;
  end: number;
  mentions: readonly Mention[];
}

/**
 * The relation that a role gives to a mention. Written out field by field: behind a spread each further field costs a look-up of its own,
 * and every mention of a text comes through here.
 */
export function relationOf(
  { type, mode, effectiveDate, until, rule }: Role,
  { statement, mention, start, end }: Omit<RelationDraft, keyof Role>,
): RelationDraft {
  return { type, mode, effectiveDate, until, rule, statement, mention, start, end };
}

/** A role without a day of its own. */
export function role(
  type: RelationType,
  rule: string,
  mode: Relation['mode'] = null,
  effectiveDate: IsoDate | null = null,
): Role {
  return { type, mode, effectiveDate, until: null, rule };
}
