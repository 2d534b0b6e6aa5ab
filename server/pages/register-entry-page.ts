import type { IsoDate } from '../../ingest/model/span.ts';
import { createCodeIssuers, issuerOfEntry } from '../../ingest/store/queries/code-issuers.ts';
import type { Issuer } from '../../ingest/store/queries/code-issuers.ts';
import { eventsOfEntry, namesOfEntry } from '../../ingest/store/queries/register.ts';
import type { RegisterEntry } from '../../ingest/store/queries/register.ts';
import { relationsFrom, relationsTo } from '../../ingest/store/queries/relations.ts';
import type { Store } from '../../ingest/store/open-store.ts';
import { articleName } from '../../ingest/structure/provision-id.ts';
import { contradictionsOf } from '../../ingest/validity/contradictions.ts';
import { replacementChain } from '../../ingest/validity/replacement.ts';
import type { Statuses } from '../site/statuses.ts';
import type { EvidenceView } from './evidence.ts';
import { lifeLine } from './life-line.ts';
import type { LifeLine } from './life-line.ts';
import { incomingGroups, outgoingGroups } from './relation-groups.ts';
import type { RelationGroup } from './relation-groups.ts';
import { statusBadge } from './status-badge.ts';
import type { StatusBadge } from './status-badge.ts';
import { EVENT_NAMES } from './event-names.ts';
import { eventEvidence, statusBanner } from './status-banner.ts';
import type { StatusBanner } from './status-banner.ts';
import { documentUrl, knownDocumentUrl, registerUrl } from './urls.ts';

const ORIGIN_NAMES: Record<string, string> = {
  document: '全文',
  catalogue: '备案目录',
  repeal: '废止清单',
  history: '沿革',
  citation: '引用',
  alias: '印发关系',
  correction: '更正',
};

/** One entry of the register as its page shows it. */
export interface RegisterEntryPage {
  title: string;
  documentNumber: string | null;
  issuer: Issuer;
  held: boolean;
  documentHref: string | null;
  banner: StatusBanner | null;
  lifeLine: LifeLine | null;
  replacements: { href: string; title: string; documentNumber: string | null; badge: StatusBadge }[];
  events: { date: IsoDate | null; label: string; provisions: string; evidence: EvidenceView }[];
  names: { kind: string; value: string; origin: string; reason: string }[];
  outgoing: RelationGroup[];
  incoming: RelationGroup[];
}

/** Puts an entry together: status on the chosen day, its life as a line, events with their quotes, names, relations both ways. */
export function registerEntryPage(
  store: Store,
  entry: RegisterEntry,
  statuses: Statuses,
  today: IsoDate,
): RegisterEntryPage {
  const known = statuses(entry.id);
  const events = known?.record.events ?? eventsOfEntry(store, entry.id);
  return {
    title: entry.title ?? entry.documentNumber ?? entry.id,
    documentNumber: entry.title === null ? null : entry.documentNumber,
    issuer: issuerOfEntry(entry, createCodeIssuers(store)),
    held: entry.held,
    documentHref: entry.held ? documentUrl(entry.id) : null,
    banner: known === null ? null : statusBanner(known, registerUrl(entry.id), contradictionsOf(store, entry.id)),
    lifeLine: known === null ? null : lifeLine(events, known.status, today),
    replacements:
      known === null
        ? []
        : replacementChain(store, entry.id, known.status).map((replacement) => ({
            href: knownDocumentUrl(replacement.entry.id, replacement.entry.held),
            title: replacement.entry.title ?? replacement.entry.id,
            documentNumber: replacement.entry.documentNumber,
            badge: statusBadge(replacement.status.status),
          })),
    events: events.map((event) => ({
      date: event.date,
      label: EVENT_NAMES[event.type],
      provisions: event.provisions.map(articleName).join('、'),
      evidence: eventEvidence(event),
    })),
    names: namesOfEntry(store, entry.id).map(({ type, value, origin, reason }) => ({
      kind: type === 'number' ? '文号' : '题名',
      value,
      origin: ORIGIN_NAMES[origin] ?? origin,
      reason,
    })),
    outgoing: outgoingGroups(relationsFrom(store, entry.id), statuses),
    incoming: incomingGroups(relationsTo(store, entry.id), statuses),
  };
}
