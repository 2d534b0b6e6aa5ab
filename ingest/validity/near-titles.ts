import { REGIONS } from '../text/authority-names.ts';
import type { Store } from '../store/open-store.ts';
import { entriesNamed } from '../store/queries/references.ts';
import type { RegisterEntry } from '../store/queries/register.ts';
import { titleKey } from '../text/title-key.ts';
import { citeDocument } from './cite-document.ts';

const MOST = 3;

/**
 * Known documents whose title is the one asked for behind the name of a region: 行政执法监督条例 →
 * 新疆维吾尔自治区行政执法监督条例. At most three; a suggestion for a person, never an answer.
 */
function nearTitles(store: Store, title: string): RegisterEntry[] {
  const key = titleKey(title);
  if (key === '') return [];
  const keys = REGIONS.map(({ name }) => titleKey(name + title));
  return entriesNamed(store, 'title', keys).slice(0, MOST);
}

/** The suggestion in words: 题名相近的有：《…》（…号）; null when there is none. */
export function nearTitlesNote(store: Store, title: string): string | null {
  const near = nearTitles(store, title);
  if (near.length === 0) return null;
  const shown = near.map(({ id, title: known, documentNumber }) => citeDocument(known, documentNumber) ?? id);
  return `题名相近的有：${shown.join('、')}`;
}
