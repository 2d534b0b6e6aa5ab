/** What the engine can filter by (ingest/index/settings.ts). */
export type FilterField = 'document' | 'issue' | 'authorities' | 'type' | 'year';

/** Any of the values of each field, all fields together. A field without values does not filter. */
export type Conditions = Partial<Record<FilterField, readonly (string | number)[]>>;

/**
 * The only place where a filter for the engine is written. Values are quoted and escaped, so that no value can be read as
 * syntax: `authorities IN ["新疆维吾尔自治区人民政府办公厅"] AND year IN [2024]`. Undefined when nothing filters.
 */
export function engineFilter(conditions: Conditions): string | undefined {
  const parts = Object.entries(conditions)
    .filter(([, values]) => values.length > 0)
    .map(([field, values]) => `${field} IN [${values.map(quote).join(', ')}]`);
  return parts.length === 0 ? undefined : parts.join(' AND ');
}

function quote(value: string | number): string {
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : '""';
  return `"${value.replace(/[\\"]/gu, '\\$&')}"`;
}
