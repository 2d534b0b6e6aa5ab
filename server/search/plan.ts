import type { Store } from '../../ingest/store/open-store.ts';
import type { Archive } from './archive.ts';
import type { EngineClient } from './engine-query.ts';
import { unite } from './found.ts';
import type { Found } from './found.ts';
import { byTitle, identify } from './identity.ts';
import type { Identified } from './identity.ts';
import { withNumeralSpellings } from './numeral-spellings.ts';
import type { Alternative, ParsedQuery } from './query.ts';
import { NOT_SEARCHED, searchTexts } from './search-texts.ts';
import type { Searched } from './search-texts.ts';
import type { SearchMode } from './search-types.ts';

/** What a search works on. */
export interface SearchSources {
  store: Store;
  archive: Archive;
  /** Null while the engine cannot answer: then only what the record store knows by name is found. */
  client: EngineClient | null;
}

/** What was found by one way or another, unordered, and what to mark in it. */
export interface Outcome extends Searched {
  mode: SearchMode;
  /** Folded. */
  marks: string[];
}

/**
 * Finds everything that a query asks for: first what its reading names in the record store (a number, a title, an article, a
 * day), then, by the engine's candidates, every passage that has its words. Null: the engine is needed and not there.
 */
export async function execute(
  query: ParsedQuery,
  sources: SearchSources,
  only: string | null,
): Promise<Outcome | null> {
  const { archive, client, store } = sources;
  if (query.alternatives.length === 0) return { mode: 'empty', found: [], marks: [], frequent: null };
  const identified = identifyQuery(query, archive);
  const alternatives = alternativesOf(query, identified).flatMap(withNumeralSpellings);
  const named = identified?.found ?? [];
  if (client === null && named.length === 0) return null;
  const { found: searched, frequent } =
    client === null
      ? NOT_SEARCHED
      : await searchTexts(alternatives, { store, archive, client }, only === null ? null : [only]);
  const found = unite([named, searched]).filter((one) => only === null || isOf(one, only));
  return { mode: modeOf(query, identified), found, marks: marksOf(alternatives), frequent };
}

function identifyQuery(query: ParsedQuery, archive: Archive): Identified | null {
  if (query.reading) {
    const identified = identify(archive, query.reading);
    // A shape that names nothing here is text, unless it is one without doubt.
    const kind = query.reading.kind;
    return identified.found.length > 0 || kind === 'number' || kind === 'title' || kind === 'date' ? identified : null;
  }
  const [only] = query.alternatives;
  const title = only?.all.map((term) => term.text).join('') ?? '';
  if (!only || query.alternatives.length > 1 || only.none.length > 0) return null;
  const found = byTitle(archive, title);
  return found.length === 0 ? null : { mode: 'title', found, spellings: [], whole: false };
}

/** The typed words, unless they are but another spelling of what was read: 新政办发2024 43. */
function alternativesOf(query: ParsedQuery, identified: Identified | null): Alternative[] {
  if (identified === null) return query.alternatives;
  const several = query.alternatives.some((alternative) => alternative.all.length > 1);
  return identified.whole && several ? identified.spellings : [...query.alternatives, ...identified.spellings];
}

function modeOf(query: ParsedQuery, identified: Identified | null): SearchMode {
  if (identified) return identified.mode;
  return query.alternatives.length > 1 || query.alternatives.some(({ all }) => all.length > 1) ? 'terms' : 'exact';
}

function marksOf(alternatives: readonly Alternative[]): string[] {
  return [...new Set(alternatives.flatMap(({ all }) => all.map((term) => term.folded)))];
}

const isOf = (found: Found, documentId: string): boolean =>
  (found.kind === 'piece' ? found.match.document.id : found.document.id) === documentId;
