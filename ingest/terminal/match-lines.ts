import { apiEvent } from '../../server/api/serialise/status.ts';
import { CERTAINTY_LABELS } from '../../server/pages/certainty-label.ts';
import type { CheckedMatch } from '../validity/check-text.ts';
import { citeDocument } from '../validity/cite-document.ts';

/** One answer for a person at a terminal: what it is, the status with its reason, the quoted clause, what replaced it. */
export function matchLines({ entry, status, replacedBy, warnings }: CheckedMatch): string[] {
  const lines = [
    citeDocument(entry.title, entry.documentNumber) ?? entry.id,
    `  ${status.on}　${status.label}${status.status === 'unknown' ? '' : `（${CERTAINTY_LABELS[status.certainty]}）`}：${status.reason}`,
  ];
  if (status.decidedBy !== null) {
    const { url } = apiEvent(status.decidedBy);
    lines.push(`  依据：“${status.decidedBy.quote}”${url === null ? '' : `　${url}`}`);
  }
  if (replacedBy !== null)
    lines.push(`  代替：${citeDocument(replacedBy.title, replacedBy.documentNumber) ?? replacedBy.id}`);
  for (const warning of warnings) lines.push(`  注意：${warning}`);
  if (!entry.held) lines.push('  未收录全文');
  return lines;
}
