import type { Conditions, FilterField } from '../../ingest/index/engine-filter.ts';
import type { SearchableDocument } from './searchable.ts';

const FIELDS: Record<FilterField, (document: SearchableDocument) => readonly (string | null)[]> = {
  document: ({ id }) => [id],
  authority: ({ authorities }) => authorities,
  type: ({ type }) => [type],
  year: ({ promulgationDate }) => [promulgationDate?.slice(0, 4) ?? null],
  issue: ({ issueId }) => [issueId],
};

/** Whether some conditions leave everything as it is. */
export const isFree = (conditions: Conditions): boolean => Object.keys(conditions).length === 0;

/** Whether the engine would find the records of a document under some conditions, drawing no lots. */
export function meetsConditions(document: SearchableDocument, conditions: Conditions): boolean {
  return FIELD_NAMES.every((field) => {
    const wanted = conditions[field];
    if (wanted === undefined || wanted.length === 0) return true;
    return FIELDS[field](document).some((value) => value !== null && wanted.includes(value));
  });
}

const FIELD_NAMES = ['document', 'authority', 'type', 'year', 'issue'] as const satisfies readonly FilterField[];
