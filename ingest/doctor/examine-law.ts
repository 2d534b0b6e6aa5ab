import type { Store } from '../store/open-store.ts';
import { CONTRADICTION_LABELS, contradictions } from '../validity/contradictions.ts';
import { note, well } from './finding.ts';
import type { Finding } from './finding.ts';

/**
 * What the texts of the archive say against each other. No fault of the installation and nothing to mend with a command: each
 * is told for a person to look at (data/corrections.json takes what a person knows better).
 */
export function examineLaw(store: Store): Finding[] {
  const found = contradictions(store);
  if (found.length === 0) return [well('law', 'the texts do not contradict each other')];
  return found.map(({ code, documentNumber, title, message }) =>
    note('law', `${CONTRADICTION_LABELS[code]}：${documentNumber ?? title ?? ''}，${message}`),
  );
}
