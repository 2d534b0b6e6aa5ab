import { recordId } from '../../ingest/index/search-record.ts';
import type { Store } from '../../ingest/store/open-store.ts';
import type { Archive } from './archive.ts';
import type { SearchableDocument } from './searchable.ts';
import { findCandidates } from './candidates.ts';
import type { Candidates, EngineClient } from './candidates.ts';
import { unite } from './found.ts';
import type { Found, FoundPassage } from './found.ts';
import { byTitle, identify } from './identity.ts';
import type { Identified } from './identity.ts';
import { keepLiteral } from './literal.ts';
import { matchPieces, matchesDocument, namesHave } from './match.ts';
import type { Alternative, ParsedQuery } from './query.ts';
import { mayHold, probeOf } from './signature.ts';
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
  if (query.alternatives.length === 0) return { mode: 'empty', found: [], marks: [] };
  const identified = identifyQuery(query, archive);
  const alternatives = alternativesOf(query, identified);
  const named = identified?.found ?? [];
  if (client === null && named.length === 0) return null;
  const searched = client === null ? [] : await searchTexts(alternatives, { store, archive, client }, only);
  const found = unite([named, searched]).filter((one) => only === null || isOf(one, only));
  return { mode: modeOf(query, identified), found, marks: marksOf(alternatives) };
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

/** Every passage and document that has one of the alternatives. */
async function searchTexts(
  alternatives: readonly Alternative[],
  { archive, client, store }: { archive: Archive; client: EngineClient; store: Store },
  only: string | null,
): Promise<Found[]> {
  const candidates = await findCandidates(client, alternatives, only);
  const lists = alternatives.map((alternative, index) => {
    const passages = passagesWith(archive, alternative, candidates[index] ?? UNANSWERED);
    const found = [...titlesWith(archive, alternative), ...passages];
    return alternative.all.some((term) => term.literal) ? keepLiteral(store, found, alternative) : found;
  });
  return unite(lists);
}

const UNANSWERED: Candidates = { documents: new Set(), complete: false, asWords: new Set() };

function passagesWith(
  archive: Archive,
  alternative: Alternative,
  { documents, complete, asWords }: Candidates,
): Found[] {
  if (!complete) return archive.remembered.of(alternative, () => matchAll(archive.documents, alternative));
  const found = matchAll(documentsOf(archive, documents, alternative), alternative);
  if (asWords.size === 0) return found;
  return found.map((one) => {
    const { document, piece } = one.match;
    return { ...one, match: { ...one.match, asWords: asWords.has(recordId(document.id, piece.seq)) } };
  });
}

/** The engine's candidates, and for several terms the documents whose title has one of them: their passages need not repeat it. */
function documentsOf(archive: Archive, ids: ReadonlySet<string>, { all }: Alternative): SearchableDocument[] {
  const documents = new Set(Array.from(ids, (id) => archive.document(id)).filter((document) => document !== null));
  if (all.length > 1) {
    for (const term of all) for (const document of archive.heldNames.holding(term.folded)) documents.add(document);
  }
  return [...documents];
}

const titlesWith = (archive: Archive, alternative: Alternative): Found[] =>
  archive.heldNames
    .holding(longest(alternative))
    .filter((document) => matchesDocument(document, alternative))
    .map((document) => ({ kind: 'document', identity: false, document }));

/** The term that fewest names have is likely the longest one. */
const longest = ({ all }: Alternative): string =>
  all.reduce((found, { folded }) => (folded.length > found.length ? folded : found), '');

function matchAll(documents: readonly SearchableDocument[], alternative: Alternative): FoundPassage[] {
  const found: FoundPassage[] = [];
  const terms = alternative.all.map((term) => ({ term, probe: probeOf(term.folded) }));
  for (const document of documents) {
    if (terms.some(({ term, probe }) => !mayHold(document.signature, probe) && !namesHave(document, term))) continue;
    for (const match of matchPieces(document, alternative)) found.push({ kind: 'piece', identity: false, match });
  }
  return found;
}
