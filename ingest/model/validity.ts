import type { Certainty, IsoDate } from './span.ts';

export const STATUSES = [
  'in_force',
  'presumed_in_force',
  'partly_in_force',
  'pending',
  'superseded',
  'expired',
  'declared_invalid',
  'repealed',
  'unknown',
] as const;

export type Status = (typeof STATUSES)[number];

/** What people read. */
export const STATUS_LABELS: Record<Status, string> = {
  in_force: '现行有效',
  presumed_in_force: '推定有效',
  partly_in_force: '部分失效',
  pending: '尚未生效',
  superseded: '已被修订',
  expired: '已失效',
  declared_invalid: '宣布失效',
  repealed: '已废止',
  unknown: '状态不明',
};

export type EventType =
  | 'promulgated'
  | 'effective'
  | 'amended'
  | 'revised'
  | 'extended'
  | 'kept'
  | 'suspended'
  | 'repealed'
  | 'declared_invalid'
  | 'partly_repealed'
  | 'expired'
  | 'filed'
  | 'cited';

/** Where a quoted clause stands, in words that a page can link. */
export interface EventSource {
  /** The document (held) that says it; null for a catalogue printed outside any document and for a correction. */
  documentId: string | null;
  documentNumber: string | null;
  title: string;
  /** Provision of that document, null for running text. */
  provisionId: string | null;
  /** Null only for a correction (data/corrections.json). */
  issueId: string | null;
  line: number | null;
}

/**
 * A dated thing that happened to a known document. `date` is the first day of its effect (`expired`: the first day on
 * which the document is no longer in force, so the day after the printed last one); null when nobody says.
 * `extended`: its validity got a new end; `kept`: another text says that it stays in force (继续有效) or is applied again (恢复执行);
 * `suspended`: another text puts it out of use for a time (暂停执行).
 */
export interface RegisterEvent {
  type: EventType;
  date: IsoDate | null;
  /**
   * Of `extended`: the new last day in force, or the length by which the validity grows (P5Y). Of `suspended`: the last day out of use, where
   * one is printed. Null for all others.
   */
  until: string | null;
  quote: string;
  certainty: Certainty;
  source: EventSource;
  /** Provisions hit, for partly_repealed and per-provision commencement; empty for the whole. */
  provisions: number[][];
}

/** What statusOn needs to know of a document. Pure data: no clock, no store. */
export interface ValidityRecord {
  registerId: string;
  held: boolean;
  promulgationDate: IsoDate | null;
  effectiveDate: IsoDate | null;
  effectiveCertainty: Certainty | null;
  /** Last day in force. */
  expiryDate: IsoDate | null;
  expiryCertainty: Certainty | null;
  events: RegisterEvent[];
}

/** The answer for one day. `decidedBy` is null only for `unknown` and for presumptions with nothing printed. */
export interface StatusOnDay {
  on: IsoDate;
  status: Status;
  label: string;
  since: IsoDate | null;
  until: IsoDate | null;
  decidedBy: RegisterEvent | null;
  certainty: Certainty;
  /** Other events that ended it as well (repealed after it expired). */
  otherEndings: RegisterEvent[];
  /** One sentence in Chinese: how the status was found. */
  reason: string;
}
