import type { Store } from '../../ingest/store/open-store.ts';
import { oncePerVersion } from '../../ingest/store/store-version.ts';
import type { FacetLabels } from './facets.ts';

const titles = oncePerVersion(() => new Map<string, string>());

/**
 * Issues are shown by their title (新疆维吾尔自治区人民政府公报 2024年第17-18期), document types by their own name.
 * @returns the labels for one answer
 */
export function createFacetLabels(store: Store): () => FacetLabels {
  const select = store.prepare<[string], string>('SELECT title FROM issues WHERE id = ?').pluck();
  return () => {
    const known = titles(store);
    return {
      type: (name) => name,
      issue: (id) => {
        const title = known.get(id) ?? select.get(id) ?? id;
        known.set(id, title);
        return title;
      },
    };
  };
}
