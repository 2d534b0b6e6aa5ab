import type { Store } from '../../ingest/store/open-store.ts';
import type { FacetLabels } from './facets.ts';

/** Issues are shown by their title (新疆维吾尔自治区人民政府公报 2024年第17-18期), document types by their own name. */
export function createFacetLabels(store: Store): FacetLabels {
  const title = store.prepare<[string], { title: string }>('SELECT title FROM issues WHERE id = ?');
  return { type: (name) => name, issue: (id) => title.get(id)?.title ?? id };
}
