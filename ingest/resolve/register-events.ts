import type { Store } from '../store/open-store.ts';
import { numberLists } from '../store/queries/json-columns.ts';
import type { Certainty, IsoDate } from '../model/span.ts';
import type { EventType } from '../model/validity.ts';
import { addDays } from '../text/dates.ts';
import { canonicalNumber } from './canonical-number.ts';
import type { Mention, MentionRelation, Speaker } from './mention.ts';
import type { EventRow } from './register-statements.ts';
import { promulgationIn, statedHistory } from './stated-history.ts';

interface FactRow {
  name: string;
  value: string;
  raw: string;
  line: number;
  certainty: Certainty;
  provisions: string | null;
}

interface HistoryRow {
  type: string;
  date: IsoDate | null;
  raw: string;
  number_key: string | null;
  line: number;
}

const DATE_FACTS: Partial<Record<string, EventType>> = {
  promulgationDate: 'promulgated',
  effectiveDate: 'effective',
  commencement: 'effective',
  expiryDate: 'expired',
};

const HISTORY_EVENTS: Partial<Record<string, EventType>> = {
  promulgated: 'promulgated',
  approved: 'promulgated',
  amended: 'amended',
  revised: 'revised',
};

/**
 * What a held document's own text says of itself: promulgated, effective (also by provision), expired (the day after its last
 * one), and the history printed over it. News (`report`) is promulgated by nobody and gives nothing.
 */
export function ownEvents(store: Store, speaker: Speaker): EventRow[] {
  const id = speaker.documentId;
  if (id === null || speaker.kind === 'report') return [];
  const facts = store
    .prepare<[string], FactRow>(
      'SELECT name, value, raw, line, certainty, provisions FROM facts WHERE document_id = ? ORDER BY id',
    )
    .all(id);
  const history = store
    .prepare<[string], HistoryRow>(
      'SELECT type, date, raw, number_key, line FROM history WHERE document_id = ? ORDER BY seq',
    )
    .all(id);
  const own = {
    registerId: id,
    sourceDocumentId: id,
    sourceProvisionId: null,
    relationId: null,
    catalogueEntryId: null,
  };
  const events: EventRow[] = [];
  for (const fact of facts) {
    const type = DATE_FACTS[fact.name];
    if (type === undefined) continue;
    const date = type === 'expired' ? addDays(fact.value, 1) : fact.value;
    const provisions = fact.provisions === null ? [] : numberLists(fact.provisions);
    events.push({
      ...own,
      type,
      date,
      certainty: fact.certainty,
      quote: fact.raw,
      provisions,
      numberKey: null,
      until: null,
      sourceLine: fact.line,
    });
  }
  for (const row of history) {
    const type = HISTORY_EVENTS[row.type];
    if (type === undefined || (type === 'promulgated' && row.date === speaker.promulgationDate)) continue;
    events.push({
      ...own,
      type,
      date: row.date,
      certainty: 'stated',
      quote: row.raw,
      provisions: [],
      numberKey: row.number_key,
      until: null,
      sourceLine: row.line,
    });
  }
  return events;
}

/**
 * What a mention does to the document that it resolves to. A citation does nothing unless it says 继续有效; news does nothing. `onlyPart`: the title
 * named is one of several that the document consists of.
 */
export function eventsOfMention(mention: Mention, registerId: string, onlyPart: boolean): EventRow[] {
  const { speaker, relation } = mention;
  const at = {
    registerId,
    quote: mention.quote,
    sourceDocumentId: speaker.documentId,
    sourceLine: mention.line,
    relationId: mention.table === 'relations' ? mention.id : null,
    catalogueEntryId: mention.table === 'catalogue_entries' ? mention.id : null,
    provisions: [],
    numberKey: null,
    until: null,
    sourceProvisionId: null,
  };
  if (relation === null) return catalogueEvents(mention, at);
  if (speaker.kind === 'report' || registerId === speaker.documentId) return [];
  const { provisions, provisionId, until } = relation;
  const events = historyEvents(mention).map((event) => ({ ...at, ...event, sourceProvisionId: provisionId }));
  const type = eventType(relation, onlyPart);
  if (type === null) return events;
  return [
    ...events,
    { ...at, ...effectOf(relation, speaker), type, provisions, until, sourceProvisionId: provisionId },
  ];
}

/** The past that a clause tells of the document it names: when it was promulgated, when amended. Its revisions kept its text alive. */
function historyEvents(
  mention: Mention,
): { type: EventType; date: IsoDate | null; certainty: Certainty; quote: string; numberKey: string | null }[] {
  const history = statedHistory(mention);
  const promulgation = promulgationIn(history);
  return history.flatMap((event) => {
    const amended = event.type === 'amended' || event.type === 'revised';
    if (!amended && event !== promulgation) return [];
    const type = amended ? 'amended' : 'promulgated';
    const numberKey = canonicalNumber(event.documentNumber, mention.speaker.home)?.key ?? null;
    return [{ type, date: event.date, certainty: 'stated', quote: event.evidence.raw, numberKey } as const];
  });
}

function catalogueEvents(mention: Mention, at: Omit<EventRow, 'type' | 'date' | 'certainty'>): EventRow[] {
  const { speaker, statedDate } = mention;
  const filed = speaker.promulgationDate ?? speaker.publicationDate;
  const events: EventRow[] = [{ ...at, type: 'filed', date: filed, certainty: 'stated' }];
  if (statedDate !== null) events.push({ ...at, type: 'promulgated', date: statedDate, certainty: 'stated' });
  return events;
}

function eventType(relation: MentionRelation, onlyPart: boolean): EventType | null {
  if (relation.mode === 'extended' || relation.mode === 'kept' || relation.mode === 'suspended') return relation.mode;
  if (relation.type === 'amends') {
    if (relation.provisions.length > 0 || onlyPart) return 'amended';
    return relation.mode === 'revised' ? 'revised' : 'amended';
  }
  if (relation.type !== 'repeals') return null;
  if (relation.provisions.length > 0 || onlyPart) return 'partly_repealed';
  return relation.mode === 'declared_invalid' ? 'declared_invalid' : 'repealed';
}

/** First day of a clause's effect: its own date, else its document's effective date, else the promulgation, else the gazette's day. */
function effectOf(relation: MentionRelation, speaker: Speaker): { date: IsoDate | null; certainty: Certainty } {
  if (relation.effectiveDate !== null) return { date: relation.effectiveDate, certainty: relation.certainty };
  if (speaker.effectiveDate !== null)
    return { date: speaker.effectiveDate, certainty: speaker.effectiveCertainty ?? 'stated' };
  return { date: speaker.promulgationDate ?? speaker.publicationDate, certainty: 'presumed' };
}
