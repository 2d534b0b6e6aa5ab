import { withQuery } from './urls.ts';
import type { Query } from './urls.ts';

/** The addresses of a page's table, for the partial `export-links`. */
export interface ExportLinks {
  csv: string;
  xlsx: string;
}

/** `/register` and { status: 'repealed' } → `/register.csv?status=repealed` and its workbook: what the page shows is what is taken. */
export function exportLinks(path: string, query: Query): ExportLinks {
  return { csv: withQuery(`${path}.csv`, query), xlsx: withQuery(`${path}.xlsx`, query) };
}
