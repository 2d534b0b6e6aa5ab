import type { CatalogueSort } from '../../ingest/store/queries/catalogue-entries.ts';

/** The orders of catalogue entries as a page offers them. */
export const CATALOGUE_SORTS: readonly { value: CatalogueSort; label: string }[] = [
  { value: 'print', label: '目录次序' },
  { value: 'date', label: '日期从早到晚' },
  { value: '-date', label: '日期从晚到早' },
  { value: 'number', label: '文号' },
  { value: 'title', label: '标题' },
];

/** The sort that a query string names; print order for anything else. */
export function catalogueSort(text: string): CatalogueSort {
  return CATALOGUE_SORTS.find((sort) => sort.value === text)?.value ?? 'print';
}
