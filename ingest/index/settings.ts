import type { Settings } from 'meilisearch';

import { engineSynonyms } from './synonyms.ts';

/** The index that pages search; a rebuild fills another one and swaps. A server of many programs knows it by this name. */
export const INDEX_UID = 'dibao_pieces';

/** The engine counts as far as this: all records, in any archive that one server holds. */
const MOST_RECORDS = 100_000_000;

/**
 * How the engine reads search records (search-record.ts). Phrases of single characters need word distances, and neither
 * typing errors nor prefixes: a fragment is there or it is not. Texts are never fetched from the engine, so only `id` is shown.
 *
 * A search cut off by the clock would miss passages without saying so; only one that hangs is cut off.
 *
 * Every query asks for all of its phrases, and the server ranks what it has verified (server/search/rank.ts), so the engine need not rank:
 * its own rules double the time of a search in a hundred. Of more records than can be verified it gives the latest first, and counts them by
 * authority, type, year and issue. Status is a function of the day, so that is told from a sample (`lot`) of which the documents are counted.
 *
 * The engine gets its words ready cut by the archive's dictionary (segmenter.ts), as a list and searched as phrases, so that its own cutting of
 * them cannot matter. The dictionary is not given to it a second time: it would read it again at every search (docs/search.md has
 * the figures: ten times the time of the search itself).
 */
export const INDEX_SETTINGS: Settings = {
  searchableAttributes: ['headings', 'text', 'words'],
  displayedAttributes: ['id', 'date', 'number'],
  filterableAttributes: [
    {
      attributePatterns: ['id', 'document', 'authority', 'type', 'year', 'issue'],
      features: { facetSearch: false, filter: { equality: true, comparison: false } },
    },
    {
      attributePatterns: ['lot'],
      features: { facetSearch: false, filter: { equality: false, comparison: true } },
    },
  ],
  sortableAttributes: ['date', 'number'],
  rankingRules: ['sort'],
  localizedAttributes: [{ attributePatterns: ['*'], locales: ['cmn'] }],
  synonyms: engineSynonyms(),
  typoTolerance: { enabled: false },
  prefixSearch: 'disabled',
  facetSearch: false,
  faceting: { maxValuesPerFacet: MOST_RECORDS },
  proximityPrecision: 'byWord',
  pagination: { maxTotalHits: MOST_RECORDS },
  searchCutoffMs: 30_000,
};
