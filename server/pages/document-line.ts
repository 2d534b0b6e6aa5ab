import type { IsoDate } from '../../ingest/model/span.ts';
import type { Status } from '../../ingest/model/validity.ts';
import { statusBadge } from './status-badge.ts';
import type { StatusBadge } from './status-badge.ts';

/** One document in a list, for the partial `document-line`. */
export interface DocumentLine {
  /** Heading level of the title. */
  level: number;
  href: string;
  title: string;
  badge: StatusBadge | null;
  documentNumber: string | null;
  authorities: string;
  date: IsoDate | null;
  note: string | null;
}

/** A list line from what is known; `status` null shows no badge (meeting reports have none). */
export function documentLine(line: {
  level: number;
  href: string;
  title: string;
  status: Status | null;
  documentNumber: string | null;
  authorities: string;
  date: IsoDate | null;
  note?: string | null;
}): DocumentLine {
  const { status, note = null, ...rest } = line;
  return { ...rest, note, badge: status === null ? null : statusBadge(status) };
}
