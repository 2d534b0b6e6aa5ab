import type { RegisterEvent } from '../../ingest/model/validity.ts';
import type { HistoryRow } from '../../ingest/store/queries/relations.ts';
import { EVENT_NAMES } from './event-names.ts';
import { eventEvidence } from './status-banner.ts';
import { sourceLineUrl } from './urls.ts';

/** One dated step in the life of a document. */
export interface TimelineStep {
  date: string | null;
  label: string;
  quote: string;
  sourceLabel: string | null;
  href: string | null;
}

const HISTORY: Record<string, string> = {
  promulgated: '公布',
  approved: '批准',
  amended: '修正',
  revised: '修订',
  adopted: '通过',
};

/**
 * What happened to a document, oldest first, undated steps last: the bracketed history under its title and every event that
 * the archive knows. An event that the history tells too (same day, same kind) is shown once, with the history's words.
 */
export function timelineOf(
  documentId: string,
  history: readonly HistoryRow[],
  events: readonly RegisterEvent[],
): TimelineStep[] {
  const steps: TimelineStep[] = history.map((row) => ({
    date: row.date,
    label: HISTORY[row.type] ?? row.type,
    quote: row.raw,
    sourceLabel: row.documentNumber,
    href: sourceLineUrl(documentId, row.line),
  }));
  for (const event of events) {
    const label = EVENT_NAMES[event.type];
    if (event.type === 'cited' || steps.some((step) => step.date === event.date && step.label === label)) continue;
    const evidence = eventEvidence(event);
    steps.push({
      date: event.date,
      label,
      quote: event.quote,
      sourceLabel: event.source.documentId === documentId ? null : evidence.documentLabel,
      href: event.source.documentId === documentId ? evidence.sourceUrl : evidence.documentUrl,
    });
  }
  return steps.sort((a, b) => (a.date ?? '9999').localeCompare(b.date ?? '9999'));
}
