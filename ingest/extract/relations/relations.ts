import type { ParagraphRole } from '../../model/document-draft.ts';
import { isCitableTitle } from '../document-types.ts';
import { mayMention, mentionReader } from './mentioned-statement.ts';
import type { MentionedStatement } from './mentioned-statement.ts';
import { isOwnTitle } from '../own-names.ts';
import { titleRelationsOf } from './own-title-relations.ts';
import { relationOf } from './relation-draft.ts';
import type { RelationDraft } from './relation-draft.ts';
import { readLists } from './repeal-list.ts';
import { revisedVersionsOf } from './revised-versions.ts';
import { ShortNames } from '../short-names.ts';
import type { Statement } from '../statement.ts';
import { nestedOf, readStatement } from './statement-relations.ts';
import type { FoundRelations, RelationContext } from './statement-relations.ts';

// Lines that name the document itself or its annexes.
const NAMELESS = new Set<ParagraphRole>(['title', 'number', 'annex_notice', 'annex_label', 'signature']);

// Must match: 对附件2所列的规范性文件予以废止 · 废止部分文件，现将目录公布如下      Must not: 此前有关规定同时废止
const POINTS_TO_LIST = /附件|附表|附后|所列|下列|以下|如下|目录|清单/u;

/** Rows of a filing catalogue are entries of their own (segment/filing-catalogue.ts), not citations. */
function isCatalogueRow({ draft }: RelationContext, { part, partKind }: Statement): boolean {
  const title = `${draft.title.text}${draft.parts[part]?.title.text ?? ''}`;
  return partKind === 'list' && /备案[^，。]{0,16}目录/u.test(title);
}

function fromTitle({ draft, acting, statements, own, home }: RelationContext): RelationDraft[] {
  const statement = statements.find(({ role: kind }) => kind === 'title');
  if (!statement || acting.size === 0) return [];
  return titleRelationsOf(draft.title.text, home).flatMap(({ mention, role: found }): RelationDraft[] => {
    if (mention.title === null || !isCitableTitle(mention.title)) return [];
    if (found.type !== 'repeals' && found.type !== 'amends' && isOwnTitle(own, mention.title)) return [];
    const end = statement.text.text.length;
    return [relationOf(found, { statement, mention: { ...mention, start: 0, end }, start: 0, end })];
  });
}

/** A paragraph without what a list in it has said already. */
function outsideLists(one: MentionedStatement, from: number | undefined): MentionedStatement {
  if (from === undefined) return one;
  return { ...one, mentions: one.mentions.filter(({ start }) => start < from), masked: one.masked.slice(0, from) };
}

/** Every relation that a document states, in print order, not yet deduplicated. What does nothing itself (acting-parts.ts) ends and changes nothing. */
export function relationsOf(context: RelationContext): FoundRelations {
  const { draft, acting, statements, home } = context;
  const read = mentionReader(home);
  const titles = { document: draft.title.text, parts: draft.parts.map(({ title }) => title.text) };
  const lists = readLists(
    statements.filter(({ part }) => acting.has(part)),
    titles,
    { read, home },
  );
  const mentioned = statements
    .filter((one) => mayMention(one) && !NAMELESS.has(one.role) && !isCatalogueRow(context, one))
    .map(read);
  const shortNames = new ShortNames(mentioned);
  const listed = lists.relations.some(({ type }) => type === 'repeals');
  // The 题注 stands under the title of the text that was revised, which a decision prints behind its own.
  const titleOfPart = (part: number): string => {
    const found = draft.parts[part];
    return found?.kind === 'regulation' && found.title.text !== '' ? found.title.text : draft.title.text;
  };
  const revised = revisedVersionsOf(statements, context.history, titleOfPart, context.own.numberKey, home);
  const found: FoundRelations = { relations: [...fromTitle(context), ...revised], unclear: [] };
  for (const relation of lists.relations) found.relations.push(relation, ...nestedOf(relation, context));
  for (const one of mentioned)
    readStatement(outsideLists(one, lists.consumed.get(one.statement)), context, shortNames, found);
  if (listed)
    found.unclear = found.unclear.filter(
      ({ statement: { text }, start, end }) => !POINTS_TO_LIST.test(text.text.slice(start, end)),
    );
  return found;
}
