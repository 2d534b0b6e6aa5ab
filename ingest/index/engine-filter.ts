/** What the engine can filter by (settings.ts). */
export type FilterField = 'document';

/** Any of the values of each field, all fields together. A field without values does not filter. */
export type Conditions = Partial<Record<FilterField, readonly string[]>>;

/**
 * The only place where a filter for the engine is written. Values are quoted and escaped, so that no value can be read as
 * syntax: `document IN ["xinzhengbanfa-2024-43"]`. Undefined when nothing filters.
 */
export function engineFilter(conditions: Conditions): string | undefined {
  const parts = Object.entries(conditions)
    .filter(([, values]) => values.length > 0)
    .map(([field, values]) => `${field} IN [${values.map(quote).join(', ')}]`);
  return parts.length === 0 ? undefined : parts.join(' AND ');
}

const quote = (value: string): string => `"${value.replace(/[\\"]/gu, '\\$&')}"`;
