import type { CatalogueEntryRow } from '../../ingest/store/queries/catalogues.ts';

/** Which entries of filing catalogues a page shows and in which order; '' is no condition. */
export interface CatalogueFilter {
  group: string;
  /** Year of the entry's own date. */
  year: string;
  /** Kind of number: 规 for administrative normative documents (…规〔2024〕…), 令, 其他, 无. */
  numberType: string;
  q: string;
  sort: CatalogueSort;
}

export type CatalogueSort = 'print' | 'date' | '-date' | 'number' | 'title';

export const CATALOGUE_SORTS: readonly { value: CatalogueSort; label: string }[] = [
  { value: 'print', label: '目录次序' },
  { value: 'date', label: '日期从早到晚' },
  { value: '-date', label: '日期从晚到早' },
  { value: 'number', label: '文号' },
  { value: 'title', label: '标题' },
];

/** 乌政办规〔2024〕2号 → 规; 自治区人民政府令第239号 → 令; 新政发〔2024〕8号 → 其他; no number → 无文号. */
export function numberType(documentNumber: string | null): string {
  if (documentNumber === null) return '无文号';
  if (/规(?:字)?[〔[［（(]/u.test(documentNumber)) return '规范性文件字号（规）';
  if (documentNumber.includes('令')) return '令';
  return '其他字号';
}

/** The entries that pass, sorted; undated and unnumbered ones last. */
export function filterEntries(entries: readonly CatalogueEntryRow[], filter: CatalogueFilter): CatalogueEntryRow[] {
  const words = filter.q.toLowerCase().split(/\s+/u).filter(Boolean);
  const passing = entries.filter((entry) => {
    const text = `${entry.title} ${entry.documentNumber ?? ''}`.toLowerCase();
    return (
      (filter.group === '' || entry.groupName === filter.group) &&
      (filter.year === '' || entry.date?.slice(0, 4) === filter.year) &&
      (filter.numberType === '' || numberType(entry.documentNumber) === filter.numberType) &&
      words.every((word) => text.includes(word))
    );
  });
  return filter.sort === 'print' ? passing : passing.sort(comparison(filter.sort));
}

/** The sort that a query string names; print order for anything else. */
export function catalogueSort(text: string): CatalogueSort {
  return CATALOGUE_SORTS.find((sort) => sort.value === text)?.value ?? 'print';
}

function comparison(sort: Exclude<CatalogueSort, 'print'>): (a: CatalogueEntryRow, b: CatalogueEntryRow) => number {
  switch (sort) {
    case 'date':
      return (a, b) => last(a.date).localeCompare(last(b.date));
    case '-date':
      return (a, b) => (b.date ?? '').localeCompare(a.date ?? '');
    case 'number':
      return (a, b) => last(a.documentNumber).localeCompare(last(b.documentNumber), 'zh', { numeric: true });
    case 'title':
      return (a, b) => a.title.localeCompare(b.title, 'zh');
  }
}

const last = (text: string | null): string => text ?? '\uffff';
