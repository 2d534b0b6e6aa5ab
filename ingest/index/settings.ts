import { readFileSync } from 'node:fs';

import type { Settings } from 'meilisearch';

import { DICTIONARY_PATH } from './segmenter.ts';
import { engineSynonyms } from './synonyms.ts';

/** The index that pages search; a rebuild fills another one and swaps. */
export const INDEX_UID = 'pieces';

function dictionaryWords(): string[] {
  return readFileSync(DICTIONARY_PATH, 'utf8')
    .split('\n')
    .map((line) => line.split(' ')[0] ?? '')
    .filter((word) => word !== '');
}

/**
 * How the engine reads search records (search-record.ts). Phrases of single characters need word distances, and neither
 * typing errors nor prefixes: a fragment is there or it is not. Texts are never fetched from the engine, so only `id` is shown.
 */
export const INDEX_SETTINGS: Settings = {
  searchableAttributes: ['title', 'text', 'words'],
  displayedAttributes: ['id'],
  filterableAttributes: [
    {
      attributePatterns: ['document', 'issue', 'authorities', 'type'],
      features: { facetSearch: false, filter: { equality: true, comparison: false } },
    },
    { attributePatterns: ['year'], features: { facetSearch: false, filter: { equality: true, comparison: true } } },
  ],
  sortableAttributes: [],
  rankingRules: ['words', 'attribute', 'proximity', 'exactness'],
  localizedAttributes: [{ attributePatterns: ['*'], locales: ['cmn'] }],
  dictionary: dictionaryWords(),
  synonyms: engineSynonyms(),
  typoTolerance: { enabled: false },
  prefixSearch: 'disabled',
  facetSearch: false,
  proximityPrecision: 'byWord',
  pagination: { maxTotalHits: 10_000 },
  searchCutoffMs: 500,
};
