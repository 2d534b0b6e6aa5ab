import { STATUS_LABELS } from '../../ingest/model/validity.ts';
import type { Status } from '../../ingest/model/validity.ts';

/** What news of a meeting is called where a document has its status: it is promulgated by nobody and has none. */
const REPORT_LABEL = '会议报道';

/** The word for the status of something found. */
export const statusLabel = (status: Status | null): string => (status === null ? REPORT_LABEL : STATUS_LABELS[status]);
