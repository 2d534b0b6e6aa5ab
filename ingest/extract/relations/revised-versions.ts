import type { RevisionEvent } from '../../model/relation.ts';
import type { Region } from '../../text/authority-names.ts';
import { documentNumberKey, parseDocumentNumber } from '../../text/document-number.ts';
import { mentionOf } from '../mention.ts';
import { relationOf, role } from './relation-draft.ts';
import type { RelationDraft } from './relation-draft.ts';
import type { Statement } from '../statement.ts';

/**
 * The earlier text that a revision ends: a 题注 that says 令第150号公布 … 令第238号修订, printed under 令第238号, amends 令第150号. Only
 * the instrument's promulgation counts, and the quoted passage goes on to the revision; without the document's own number in the history nothing is concluded.
 */
export function revisedVersionsOf(
  statements: readonly Statement[],
  history: readonly RevisionEvent[],
  titleOf: (part: number) => string,
  ownKey: string | null,
  home: Region | null,
): RelationDraft[] {
  if (ownKey === null) return [];
  const keyed = history.map((event) => ({
    event,
    key: event.documentNumber === null ? null : documentNumberKey(event.documentNumber, home),
  }));
  const revision = keyed.findLast(
    ({ event, key }) => key === ownKey && (event.type === 'revised' || event.type === 'amended'),
  );
  const first = keyed.find(({ event, key }) => event.type === 'promulgated' && key !== null && key !== ownKey);
  const number = first?.event.documentNumber;
  if (!revision || !first || number === undefined || number === null) return [];
  const { span } = first.event.evidence;
  const statement = statements.find(
    ({ role: kind, text }) =>
      kind === 'title_note' &&
      text.runs.some((run) => run.source <= span.start && span.start < run.source + run.length),
  );
  if (!statement) return [];
  const at = statement.text.text.indexOf(first.event.evidence.raw);
  const start = Math.max(0, at);
  const end = start + first.event.evidence.raw.length;
  const mention = mentionOf({
    title: titleOf(statement.part),
    number: parseDocumentNumber(number)?.text ?? number,
    numberKey: first.key,
    start,
    end,
  });
  const mode = revision.event.type === 'revised' ? 'revised' : 'amended';
  const revisedAt = statement.text.text.indexOf(revision.event.evidence.raw, start);
  const until = revisedAt < 0 ? end : revisedAt + revision.event.evidence.raw.length;
  return [relationOf(role('amends', 'amends/title-note', mode), { statement, mention, start, end: until })];
}
