import type { Citation, Relation } from '../../model/relation.ts';
import { titleKey } from '../../text/title-key.ts';
import { sourceSpan } from '../../text/mapped-text.ts';
import { evidenceOf } from '../evidence.ts';
import type { Mention } from '../mention.ts';
import { role } from './relation-draft.ts';
import type { RelationDraft } from './relation-draft.ts';
import { provisionIdOf } from '../statement.ts';

/** The number that the document prints with a title elsewhere, where it prints exactly one: 《A》（国发〔2019〕5号） … 《A》. */
function numbersByTitle(drafts: readonly RelationDraft[]): Map<string, Mention> {
  const known = new Map<string, Mention>();
  const several = new Set<string>();
  for (const { mention } of drafts) {
    if (mention.title === null || mention.numberKey === null) continue;
    const key = titleKey(mention.title);
    const first = known.get(key);
    if (first && first.numberKey !== mention.numberKey) several.add(key);
    else if (!first) known.set(key, mention);
  }
  for (const key of several) known.delete(key);
  return known;
}

function citationOf(draft: RelationDraft, number: string | null): Citation {
  const { mention, statement } = draft;
  const { text } = statement.text;
  return {
    title: mention.title,
    documentNumber: number,
    provisions: mention.provisions,
    raw: text.slice(mention.start, mention.end),
    span: sourceSpan(statement.text, mention.start, mention.end),
  };
}

/** What the title says of a document, said again with its number in the text: 关于废止《A》的决定 … 一、A（令第29号）. */
function isSaidBetter(draft: RelationDraft, drafts: readonly RelationDraft[]): boolean {
  if (!draft.rule.endsWith('/title') || draft.mention.title === null) return false;
  const key = titleKey(draft.mention.title);
  return drafts.some(
    (other) =>
      other.type === draft.type &&
      other !== draft &&
      other.mention.title !== null &&
      titleKey(other.mention.title) === key,
  );
}

/** The other numbers of a history: approved as 新政函〔1996〕118号, amended by 新政发〔1997〕97号. Each names a document of its own. */
function historyOf(draft: RelationDraft): RelationDraft[] {
  return draft.mention.otherNumbers.map((other) => ({
    ...draft,
    ...role('cites', 'cites/history'),
    mention: {
      ...draft.mention,
      title: null,
      number: other.text,
      numberKey: other.key,
      otherNumbers: [],
      provisions: [],
      inPart: [],
    },
  }));
}

const STRENGTH: readonly Relation['type'][] = [
  'repeals',
  'amends',
  'overrides',
  'forwards',
  'based_on',
  'implements',
  'lists',
  'cites',
];

/**
 * Puts drafts into the model's shape: the same target said twice by one provision in one role becomes one, its provisions
 * put together; a title printed with its number once has it everywhere.
 */
export function mergeRelations(drafts: readonly RelationDraft[]): Relation[] {
  const numbers = numbersByTitle(drafts);
  const merged = new Map<string, Relation>();
  const numbersInTitles = new Set<string>();
  const ordered = [...drafts];
  for (const draft of drafts) {
    const { title, numberKey } = draft.mention;
    if (title !== null && numberKey !== null) numbersInTitles.add(numberKey);
    ordered.push(...historyOf(draft));
  }
  ordered.sort(
    (a, b) => STRENGTH.indexOf(a.type) - STRENGTH.indexOf(b.type) || Number(a.mode === null) - Number(b.mode === null),
  );
  for (const draft of ordered) {
    if (isSaidBetter(draft, drafts)) continue;
    const { mention, statement } = draft;
    if (
      mention.title === null &&
      draft.type === 'cites' &&
      mention.numberKey !== null &&
      numbersInTitles.has(mention.numberKey)
    )
      continue;
    const provisionId = provisionIdOf(statement);
    const title = mention.title === null ? '' : titleKey(mention.title);
    const known = mention.title === null ? undefined : numbers.get(title);
    const same =
      known && (mention.numberKey === null || known.numberKey === mention.numberKey) && draft.type !== 'repeals'
        ? known
        : mention;
    const target = same.numberKey ?? title;
    const key = `${draft.type}|${draft.until === null ? '' : 'extended'}|${target}|${provisionId ?? ''}`;
    const earlier = merged.get(key);
    if (earlier) {
      for (const provision of mention.provisions)
        if (!earlier.citation.provisions.some((one) => one.join() === provision.join()))
          earlier.citation.provisions.push(provision);
      continue;
    }
    const citation = citationOf(draft, same.number ?? mention.number);
    const evidence = evidenceOf(statement.text, draft.start, draft.end, draft.rule);
    const { type, mode, effectiveDate, until } = draft;
    merged.set(key, {
      type,
      mode,
      provisionId,
      citation: { ...citation, provisions: [...citation.provisions] },
      effectiveDate,
      until,
      certainty: 'stated',
      evidence,
    });
  }
  return [...merged.values()].sort((a, b) => a.citation.span.start - b.citation.span.start);
}
