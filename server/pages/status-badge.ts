import { STATUS_LABELS, STATUSES } from '../../ingest/model/validity.ts';
import type { Status, StatusOnDay, ValidityRecord } from '../../ingest/model/validity.ts';
import { suspensionsOn } from '../../ingest/validity/suspensions.ts';

/** A status as people see it: the word, a shape (SVG path in a 12 × 12 box) and, through its class, a colour. */
export interface StatusBadge {
  status: Status | 'suspended';
  label: string;
  icon: string;
}

const ICONS: Record<Status, string> = {
  in_force: 'M4.6 10.2 .8 6.4l1.5-1.5 2.3 2.3 5.1-5.4 1.5 1.5z',
  presumed_in_force: 'M0 0h12v12H0zM1.5 1.5v9h9v-9zM5.2 9 2.9 6.7l1-1 1.3 1.3 2.9-3 1 1z',
  partly_in_force: 'M6 0a6 6 0 0 1 0 12A6 6 0 0 1 6 0zm0 1.5a4.5 4.5 0 0 0 0 9z',
  pending:
    'M6 0a6 6 0 1 0 0 12A6 6 0 0 0 6 0zm0 1.5a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9zM5.3 3v3.5l2.5 1.6.8-1.2-1.8-1.1V3z',
  superseded: 'M0 5h7V1.5L12 6l-5 4.5V7H0z',
  expired: 'M1 1h10v10H1z',
  declared_invalid: 'M0 4.5h12v3H0z',
  repealed: 'M2 .5 6 4.5l4-4L11.5 2l-4 4 4 4-1.5 1.5-4-4-4 4L.5 10l4-4-4-4z',
  unknown: 'M6 0a6 6 0 1 0 0 12A6 6 0 0 0 6 0zm0 2a4 4 0 1 1 0 8 4 4 0 0 1 0-8z',
};

/** The badge of a status, for the partial `status-badge`. */
export function statusBadge(status: Status): StatusBadge {
  return { status, label: STATUS_LABELS[status], icon: ICONS[status] };
}

const RUNNING: ReadonlySet<Status> = new Set(['in_force', 'presumed_in_force', 'partly_in_force']);

/**
 * What stands beside the status of a document that is in force, but put out of use by another text on that day: 暂停执行《…办法》第八条. It may be
 * so in one area, or for some provisions, so it is no status of its own: the reason tells what. Null when nothing of the kind is known.
 */
export function suspensionBadge({ events }: ValidityRecord, { status, on }: StatusOnDay): StatusBadge | null {
  if (!RUNNING.has(status) || suspensionsOn(events, on).length === 0) return null;
  return { status: 'suspended', label: '另有暂停施行的规定', icon: 'M1.5 1h3.2v10H1.5zM7.3 1h3.2v10H7.3z' };
}

/** The status that a query string names, null for none that exists. */
export function statusNamed(text: string): Status | null {
  return STATUSES.find((status) => status === text) ?? null;
}
