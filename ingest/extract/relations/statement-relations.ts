import type { RevisionEvent } from '../../model/relation.ts';
import type { DocumentDraft } from '../../model/document-draft.ts';
import type { Region } from '../../text/authority-names.ts';
import { sentencesOf } from '../../text/sentences.ts';
import { amendsIn } from './amend-clause.ts';
import { isCitableTitle } from '../document-types.ts';
import { enactingRolesIn, isEnacting } from './enacting-clause.ts';
import type { Mention } from '../mention.ts';
import type { MentionedStatement } from './mentioned-statement.ts';
import { overridesIn } from './override-clause.ts';
import { carriedExtension, extensionsIn } from './extension-clause.ts';
import { forwardsIn } from './forward-clause.ts';
import { isOwnTitle, promulgatedTitle } from '../own-names.ts';
import type { OwnNames } from '../own-names.ts';
import { namedInTitle } from './own-title-relations.ts';
import { quotedCommencement } from './quoted-commencement.ts';
import { relationOf, role } from './relation-draft.ts';
import { splitPartialRepeal } from './partial-repeal.ts';
import type { MentionSentence, RelationDraft, Role } from './relation-draft.ts';
import { endsUnnamed, repealsIn } from './repeal-clause.ts';
import { backReferencesOf } from '../same-document-references.ts';
import { lastOfType } from '../short-names.ts';
import { suspensionsIn } from './suspension-clause.ts';
import type { ShortNames } from '../short-names.ts';
import type { Statement } from '../statement.ts';

/** What the readers of relations know about the document. */
export interface RelationContext {
  draft: DocumentDraft;
  /** The parts that do what they say (acting-parts.ts). */
  acting: ReadonlySet<number>;
  statements: readonly Statement[];
  own: OwnNames;
  history: readonly RevisionEvent[];
  home: Region | null;
}

/** Relations as found, and the sentences that end something without naming it. */
export interface FoundRelations {
  relations: RelationDraft[];
  unclear: { statement: Statement; start: number; end: number }[];
}

const CITES = role('cites', 'cites/mention');

/** The strongest role that a sentence gives to each of its documents. What only tells of acts still says what it rests on. */
function rolesOf(
  sentence: MentionSentence,
  statement: Statement,
  { draft, acting }: RelationContext,
): Map<Mention, Role> {
  const roles = new Map<Mention, Role>();
  if (draft.kind !== 'act' || sentence.mentions.length === 0) return roles;
  const place = isEnacting(statement);
  const acts = acting.has(statement.part);
  const changes = acts && statement.role !== 'title_note';
  const readings = [
    changes ? suspensionsIn(sentence) : null,
    changes ? repealsIn(sentence) : null,
    changes ? amendsIn(sentence) : null,
    changes ? extensionsIn(sentence) : null,
    acts ? overridesIn(sentence) : null,
    acts && place === 'clause' ? forwardsIn(sentence) : null,
    place === null || statement.role === 'title_note' ? null : enactingRolesIn(sentence, place),
  ];
  for (const reading of readings)
    for (const [mention, found] of reading ?? []) if (!roles.has(mention)) roles.set(mention, found);
  return roles;
}

/** Puts the full document in the place of a short name; null for forms, books, bare 《办法》 and the document itself. */
function targetOf(
  mention: Mention,
  found: Role,
  earlier: readonly Mention[],
  shortNames: ShortNames,
  own: OwnNames,
): Mention | null {
  const { title } = mention;
  if (mention.numberKey !== null && mention.numberKey === own.numberKey) return null;
  if (title === null) return mention;
  const ends = found.type === 'repeals' || found.type === 'amends';
  if (mention.number === null) {
    const full =
      shortNames.resolve(title) ?? (isCitableTitle(title) ? null : lastOfType(title, earlier, mention.start));
    if (full && full.title !== null) {
      const isOther = full.number !== null || !isOwnTitle(own, full.title);
      const { provisions, inPart, start, end } = mention;
      return isOther && (full.number !== null || isCitableTitle(full.title))
        ? { ...full, provisions, inPart, start, end }
        : null;
    }
    // A forwarded text is another's, though it is printed here.
    if (!ends && found.type !== 'forwards' && isOwnTitle(own, title)) return null;
    return isCitableTitle(title) ? mention : null;
  }
  return mention;
}

/** A repeal without a day of its own that stands in quoted text has the day on which that text begins. */
function datedByQuote(found: Role, masked: string, mention: Mention): Role {
  if (found.type !== 'repeals' || found.effectiveDate !== null) return found;
  const effectiveDate = quotedCommencement(masked, mention.start);
  return effectiveDate === null ? found : { ...found, effectiveDate };
}

/**
 * Adds to `found` every document that a paragraph mentions, with what the paragraph does with it, and the sentences that end
 * something without naming it.
 */
export function readStatement(
  { statement, mentions, masked }: MentionedStatement,
  context: RelationContext,
  shortNames: ShortNames,
  found: FoundRelations,
): void {
  const acts = context.acting.has(statement.part);
  let next = 0;
  for (const { start, end } of sentencesOf(masked)) {
    const first = next;
    while ((mentions[next]?.start ?? Infinity) < end) next += 1;
    const inside = mentions.slice(first, next);
    const sentence: MentionSentence = { masked: masked.slice(start, end), start, end, mentions: inside };
    if (acts && endsUnnamed(sentence)) found.unclear.push({ statement, start, end });
    const before = mentions[first - 1];
    const carried = acts && inside.length === 0 && before ? carriedExtension(sentence.masked) : null;
    const carrier = carried && before ? targetOf(before, carried, mentions, shortNames, context.own) : null;
    if (carried && carrier) found.relations.push(relationOf(carried, { statement, mention: carrier, start, end }));
    const roles = rolesOf(sentence, statement, context);
    for (const mention of inside) {
      const given = datedByQuote(roles.get(mention) ?? CITES, masked, mention);
      const target = targetOf(mention, given, mentions, shortNames, context.own);
      if (!target) continue;
      const relation = relationOf(given, { statement, mention: target, start, end });
      found.relations.push(...splitPartialRepeal(relation), ...nestedOf(relation, context));
    }
  }
  for (const back of backReferencesOf(statement.text.text, mentions)) {
    const target = targetOf(back.mention, CITES, mentions, shortNames, context.own);
    if (target)
      found.relations.push({
        ...CITES,
        rule: 'cites/back-reference',
        statement,
        mention: { ...target, provisions: back.provisions, start: back.start, end: back.end },
        start: back.start,
        end: back.end,
      });
  }
}

/** Documents that the title of a mentioned one names besides itself. */
export function nestedOf(relation: RelationDraft, { own, home }: RelationContext): RelationDraft[] {
  const { title, start, end } = relation.mention;
  if (title === null || !/[《〈<]/u.test(title) || promulgatedTitle(title) !== null) return [];
  return namedInTitle(title, home)
    .filter((inner) => inner.title !== null && !isOwnTitle(own, inner.title) && isCitableTitle(inner.title))
    .map((inner) => ({ ...relation, ...role('cites', 'cites/nested'), mention: { ...inner, start, end } }));
}
