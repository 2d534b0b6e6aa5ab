import { recordId } from '../../ingest/index/search-record.ts';
import type { Store } from '../../ingest/store/open-store.ts';
import type { Archive } from './archive.ts';
import type { Passage, SearchableDocument } from './searchable.ts';
import { findCandidates } from './candidates.ts';
import type { Candidates, EngineClient } from './candidates.ts';
import { unite } from './found.ts';
import type { Found, FoundPassage } from './found.ts';
import { byTitle, identify } from './identity.ts';
import type { Identified } from './identity.ts';
import { keepLiteral } from './literal.ts';
import { matchPiece, matchesDocument, namesHave } from './match.ts';
import { withNumeralSpellings } from './numeral-spellings.ts';
import type { Alternative, ParsedQuery } from './query.ts';
import type { SearchMode } from './search-types.ts';

/** What a search works on. */
export interface SearchSources {
  store: Store;
  archive: Archive;
  /** Null while the engine cannot answer: then only what the record store knows by name is found. */
  client: EngineClient | null;
}

/** What was found by one way or another, unordered, and what to mark in it. */
export interface Outcome {
  mode: SearchMode;
  found: Found[];
  /** Folded. */
  marks: string[];
  /** What more there is than can be read; null where `found` is all. */
  frequent: FrequentPassages | null;
}

/** Passages with words that very many have: counted by the engine, read a document at a time. */
export interface FrequentPassages {
  /** Documents that have them, and how many at most. */
  counts: ReadonlyMap<SearchableDocument, number>;
  /** Whether the document's names have one of the words. */
  isTitled: (document: SearchableDocument) => boolean;
  passagesOf: (document: SearchableDocument) => FoundPassage[];
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
    client === null ? NOT_SEARCHED : await searchTexts(alternatives, { store, archive, client }, only);
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

type Searched = Pick<Outcome, 'found' | 'frequent'>;

const NOT_SEARCHED: Searched = { found: [], frequent: null };

/** Every passage and document that has one of the alternatives; of too many passages, where to read them. */
async function searchTexts(
  alternatives: readonly Alternative[],
  { archive, client, store }: { archive: Archive; client: EngineClient; store: Store },
  only: string | null,
): Promise<Searched> {
  const candidates = await findCandidates(client, {
    alternatives,
    only,
    records: archive.limits.records,
    names: archive.heldNames,
  });
  const asked = alternatives.map((alternative, index) => ({
    alternative,
    candidates: candidates[index] ?? NO_CANDIDATES,
  }));
  const titles = asked.map(({ alternative }) => keepLiteral(store, titlesWith(archive, alternative), alternative));
  if (archive.isSmall || candidates.every(({ complete }) => complete)) {
    const passages = asked.map((one) => keepLiteral(store, passagesWith(archive, one), one.alternative));
    return { found: unite([...titles, ...passages]), frequent: null };
  }
  const counts = new Map<SearchableDocument, number>();
  for (const one of candidates) {
    for (const [id, count] of one.counts) {
      const document = archive.document(id);
      if (document) counts.set(document, (counts.get(document) ?? 0) + count);
    }
  }
  const frequent: FrequentPassages = {
    counts,
    isTitled: (document) => alternatives.some(({ all }) => all.some((term) => namesHave(document, term))),
    passagesOf: (document) =>
      unite(
        alternatives.map((alternative) =>
          keepLiteral(store, matchAll(archive, archive.passagesOf(document), alternative), alternative),
        ),
      ).filter((one) => one.kind === 'piece'),
  };
  return { found: unite(titles), frequent };
}

const NO_CANDIDATES: Candidates = { records: new Set(), complete: true, counts: new Map(), asWords: new Set() };

interface Asked {
  alternative: Alternative;
  candidates: Candidates;
}

function passagesWith(
  archive: Archive,
  { alternative, candidates: { records, complete, counts, asWords } }: Asked,
): FoundPassage[] {
  const passages = complete
    ? archive.passagesAt(records)
    : archive.documentsWith(counts.keys()).flatMap((document) => archive.passagesOf(document));
  const found = matchAll(archive, passages, alternative);
  if (asWords.size === 0) return found;
  return found.map((one) => {
    const { document, piece } = one.match;
    return { ...one, match: { ...one.match, asWords: asWords.has(recordId(document.id, piece.seq)) } };
  });
}

const titlesWith = (archive: Archive, alternative: Alternative): Found[] =>
  archive.heldNames
    .holding(longest(alternative))
    .filter((document) => matchesDocument(document, alternative))
    .map((document) => ({ kind: 'document', identity: false, document }));

/** The term that fewest names have is likely the longest one. */
const longest = ({ all }: Alternative): string =>
  all.reduce((found, { folded }) => (folded.length > found.length ? folded : found), '');

function matchAll(archive: Archive, passages: readonly Passage[], alternative: Alternative): FoundPassage[] {
  return passages.flatMap((passage) => {
    const match = matchPiece(passage, alternative, archive.passages);
    return match === null ? [] : [{ kind: 'piece', identity: false, match } satisfies FoundPassage];
  });
}
