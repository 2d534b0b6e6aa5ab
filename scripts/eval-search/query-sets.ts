import type { Store } from '../../ingest/store/open-store.ts';
import { brokenFragments, fragments, wordFragments, wrongCharacter } from './fragment-queries.ts';
import { numberSpellings, partialTitles, wholeTitles } from './name-queries.ts';
import type { QuerySet } from './query-set.ts';
import { questions } from './question-queries.ts';
import { termQueries } from './term-queries.ts';
import type { Truth } from './truth.ts';

/** Every set of the evaluation. `count` is the number of fragments cut anywhere; the other sets are in proportion. */
export function makeQuerySets(store: Store, truth: Truth, count: number): QuerySet[] {
  const some = Math.max(50, Math.round(count / 8));
  return [
    { name: 'fragments cut anywhere', judge: 'all', queries: fragments(truth, count) },
    { name: 'fragments over line breaks', judge: 'all', queries: brokenFragments(store, truth, some) },
    { name: 'word-aligned fragments', judge: 'all', queries: wordFragments(truth, some) },
    { name: 'terms (2–3 words)', judge: 'all', queries: termQueries(truth, some) },
    { name: 'whole titles', judge: 'item', queries: wholeTitles(truth, some) },
    { name: 'partial titles', judge: 'item', queries: partialTitles(truth, some) },
    { name: 'numbers in 6 spellings', judge: 'item', queries: numberSpellings(store, some) },
    { name: 'one wrong character', judge: 'item', queries: wrongCharacter(truth, some) },
    { name: 'questions', judge: 'item', queries: questions(truth, some) },
  ];
}
