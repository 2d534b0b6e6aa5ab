import { VALIDITY_ENDPOINTS } from './endpoints/validity.ts';
import type { Endpoint } from './endpoint.ts';
import { DOCUMENT_ENDPOINTS } from './endpoints/documents.ts';
import { ISSUE_ENDPOINTS } from './endpoints/issues.ts';
import { SEARCH_ENDPOINTS } from './endpoints/search.ts';

/** Every address of the API, in the order of its description. */
export const ENDPOINTS: readonly Endpoint[] = [
  ...SEARCH_ENDPOINTS,
  ...DOCUMENT_ENDPOINTS,
  ...VALIDITY_ENDPOINTS,
  ...ISSUE_ENDPOINTS,
];
