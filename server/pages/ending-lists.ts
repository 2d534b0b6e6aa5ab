import type { IsoDate } from '../../ingest/model/span.ts';
import type { EndingRow } from '../../ingest/store/queries/endings.ts';
import { listExpiring } from '../../ingest/store/queries/expiring.ts';
import type { ExpiringRow } from '../../ingest/store/queries/expiring.ts';
import type { Store } from '../../ingest/store/open-store.ts';
import { addDays, daysBetween } from '../../ingest/text/dates.ts';
import { evidenceView } from './evidence.ts';
import type { EvidenceView } from './evidence.ts';
import { CERTAINTY_LABELS } from './certainty-label.ts';
import { EVENT_NAMES } from './event-names.ts';
import { knownDocumentUrl, registerUrl } from './urls.ts';

/** One ended document in the table of repeals. */
export interface EndingView {
  date: IsoDate | null;
  kind: string;
  href: string;
  title: string;
  documentNumber: string | null;
  held: boolean;
  evidence: EvidenceView;
}

export function endingView(row: EndingRow): EndingView {
  return {
    date: row.date,
    kind: EVENT_NAMES[row.type],
    href: registerUrl(row.registerId),
    title: row.title ?? row.documentNumber ?? row.registerId,
    documentNumber: row.documentNumber,
    held: row.held === 1,
    evidence: evidenceView({
      quote: row.quote,
      certainty: row.certainty,
      documentId: row.sourceId,
      documentLabel: row.sourceNumber ?? row.sourceTitle ?? '更正记录',
      provisionId: row.sourceProvisionId,
      issueId: row.issueId,
      line: row.line,
    }),
  };
}

/** One document whose validity runs out. */
export interface ExpiringView {
  expiryDate: IsoDate;
  days: number;
  when: string;
  href: string;
  title: string;
  documentNumber: string | null;
  certainty: string;
  evidence: EvidenceView;
}

/** Documents that end in the next days, in groups of 30, 90 and 365, and those that ended in the last 90. */
export interface ExpiringPage {
  groups: {
    id: string;
    heading: string;
    total: number;
    /** How many there are beyond `rows`, which are the nearest to the day. */
    more: number;
    rows: ExpiringView[];
  }[];
  /** The groups that have no document, in words; null when each has one. */
  none: string | null;
}

const SPANS = [
  { id: 'd30', heading: '30天内到期', from: 0, to: 30 },
  { id: 'd90', heading: '31至90天内到期', from: 31, to: 90 },
  { id: 'd365', heading: '91至365天内到期', from: 91, to: 365 },
  { id: 'past', heading: '最近90天内已到期', from: -90, to: -1 },
] as const;

/** Of each group; the table that is taken away has all of them. */
const ROWS_SHOWN = 100;

/** What is about to end as of a day; `on` itself is the last day in force of a document that ends today. */
export function expiringPage(store: Store, on: IsoDate): ExpiringPage {
  const groups = SPANS.map(({ id, heading, from, to }) => {
    const rows = listExpiring(store, addDays(on, from), addDays(on, to));
    const nearest = (id === 'past' ? rows.reverse() : rows).slice(0, ROWS_SHOWN);
    const views = nearest.map((row) => expiringView(row, on));
    return { id, heading, total: rows.length, more: rows.length - nearest.length, rows: views };
  });
  const none = groups.filter(({ total }) => total === 0).map(({ heading }) => heading);
  return { groups: groups.filter(({ total }) => total > 0), none: none.length === 0 ? null : none.join('、') };
}

function expiringView(row: ExpiringRow, on: IsoDate): ExpiringView {
  const days = daysBetween(on, row.expiryDate);
  return {
    expiryDate: row.expiryDate,
    days,
    when: days < 0 ? `已过${-days}天` : days === 0 ? '今日为最后一天' : `还有${days}天`,
    href: knownDocumentUrl(row.id, row.held),
    title: row.title ?? row.id,
    documentNumber: row.documentNumber,
    certainty: CERTAINTY_LABELS[row.certainty],
    evidence: evidenceView({
      quote: row.quote,
      certainty: row.certainty,
      documentId: row.sourceId,
      documentLabel: row.sourceLabel,
      provisionId: null,
      issueId: null,
      line: row.line,
    }),
  };
}
