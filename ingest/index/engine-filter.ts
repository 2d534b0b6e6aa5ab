/** What the engine can filter by (settings.ts). */
export type FilterField = 'document' | 'authority' | 'type' | 'year' | 'issue';

/**
 * Any of the values of each field, all fields together. A field without values does not filter. `lotsUnder`: a sample, those records
 * alone whose lot (search-record.ts) is under it.
 */
export type Conditions = Partial<Record<FilterField, readonly string[]>> & { readonly lotsUnder?: number };

/**
 * The only place where a filter for the engine is written. Values are quoted and escaped, so that no value can be read as
 * syntax: `document IN ["xinzhengbanfa-2024-43"] AND lot < 12`. Undefined when nothing filters.
 */
export function engineFilter({ lotsUnder, ...conditions }: Conditions): string | undefined {
  const parts = Object.entries(conditions)
    .filter(([, values]) => values.length > 0)
    .map(([field, values]) => `${field} IN [${values.map(quote).join(', ')}]`);
  if (lotsUnder !== undefined) parts.push(`lot < ${lotsUnder}`);
  return parts.length === 0 ? undefined : parts.join(' AND ');
}

const quote = (value: string): string => `"${value.replace(/[\\"]/gu, '\\$&')}"`;
