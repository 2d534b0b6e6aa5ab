import type { Conditions } from '../../ingest/index/engine-filter.ts';
import { spacedCharacters } from '../../ingest/index/fold-text.ts';
import { OVERLAP } from '../../ingest/index/search-record.ts';
import type { NameIndex } from './name-index.ts';
import { engineQuery } from './engine-query.ts';
import type { EngineQuery, QueryParts } from './engine-query.ts';
import type { Alternative, Term } from './query.ts';
import type { SearchableDocument } from './searchable.ts';

/** The engine leaves out further words of a query without a word. */
export const MOST_PHRASES = 8;
/** So many documents are named to the engine; of more, the server picks them out of its answer. */
const MOST_NAMED = 500;

/** A way to say an alternative: its terms, or those of them that the titles of some documents do not say already. */
export interface Way {
  terms: readonly Term[];
  /** Ids, in the order of the archive; null for any document. */
  documents: ReadonlySet<string> | null;
}

/**
 * The ways in which passages can have an alternative.
 * @param within ids of the only documents to look in; null for all
 * @param names of held documents: their passages need not repeat what the title says
 */
export function waysOf(
  { all }: Alternative,
  within: readonly string[] | null,
  names: NameIndex<SearchableDocument>,
): Way[] {
  const allowed = within === null ? null : new Set(within);
  const whole: Way = { terms: all, documents: allowed };
  if (all.length < 2) return [whole];
  const said = new Map<SearchableDocument, number>();
  all.forEach((term, index) => {
    for (const document of names.holding(term.folded)) said.set(document, (said.get(document) ?? 0) | (1 << index));
  });
  const everything = (1 << all.length) - 1;
  const bySaid = new Map<number, Set<string>>();
  for (const [{ id }, terms] of said) {
    if (terms === everything || allowed?.has(id) === false) continue;
    const documents = bySaid.get(terms) ?? new Set<string>();
    bySaid.set(terms, documents.add(id));
  }
  const others = [...bySaid].map(([terms, documents]): Way => ({
    terms: all.filter((_, index) => (terms & (1 << index)) === 0),
    documents,
  }));
  return [whole, ...others];
}

/** Asks for records that have a way's terms as phrases of single characters; in its documents alone where those are few enough to be named. */
export function wayQuery(
  { terms, documents }: Way,
  { conditions = {}, ...parts }: Omit<QueryParts, 'q' | 'attributes'>,
): EngineQuery {
  const named = documents !== null && documents.size <= MOST_NAMED ? { document: [...documents] } : {};
  // What stands in headings alone is not a passage that has the only term.
  const attributes = terms.length > 1 || documents !== null ? ['headings', 'text'] : ['text'];
  const q = phrasesOf(terms.map((term) => term.folded));
  return engineQuery({ ...parts, q, attributes, conditions: { ...named, ...conditions } });
}

/** A query for each way that can have anything under some conditions. */
export function wayQueries(
  ways: readonly Way[],
  conditions: Conditions,
  parts: Omit<QueryParts, 'q' | 'attributes' | 'conditions'>,
): EngineQuery[] {
  return ways.flatMap((way) => {
    const documents = documentsBoth(way.documents, conditions.document);
    if (documents?.length === 0) return [];
    const named = documents === null ? {} : { document: documents };
    return [wayQuery(way, { ...parts, conditions: { ...conditions, ...named } })];
  });
}

/** The documents that are in both lists, of which each may stand for all documents. */
function documentsBoth(some: ReadonlySet<string> | null, others: readonly string[] | undefined): string[] | null {
  if (others === undefined) return some === null ? null : [...some];
  return some === null ? [...others] : others.filter((id) => some.has(id));
}

/**
 * `"评 查" "程 序"`: the longest terms, since they tell most, each by its beginning: a run over the border of two pieces stands
 * in the record of the first only as far as that repeats the second.
 */
export function phrasesOf(folded: readonly string[]): string {
  return [...folded]
    .sort((a, b) => b.length - a.length)
    .slice(0, MOST_PHRASES)
    .map((term) => `"${spacedCharacters(Array.from(term).slice(0, OVERLAP).join(''))}"`)
    .join(' ');
}
