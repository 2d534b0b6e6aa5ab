import type { Store } from '../store/open-store.ts';
import { correctionsVersion } from './corrections.ts';
import { applyCorrections } from './register-issue.ts';

const META_KEY = 'corrections';

/**
 * Brings the register in line with data/corrections.json when that changed since it was last applied, in one transaction.
 * Returns whether it did. @throws CorrectionRefused
 */
export function applyChangedCorrections(store: Store): boolean {
  const version = correctionsVersion();
  const applied = store.prepare<[string], { value: string }>('SELECT value FROM meta WHERE key = ?').get(META_KEY);
  if (applied?.value === version) return false;
  store
    .transaction(() => {
      applyCorrections(store);
      store
        .prepare('INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value')
        .run(META_KEY, version);
    })
    .immediate();
  return true;
}
