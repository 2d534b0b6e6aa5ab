import { recordId } from '../../ingest/index/search-record.ts';
import type { Store } from '../../ingest/store/open-store.ts';
import type { Archive } from './archive.ts';
import { addedUp, findCandidates } from './candidates.ts';
import type { Candidates, EngineClient } from './candidates.ts';
import { unite } from './found.ts';
import type { Found, FoundPassage } from './found.ts';
import { keepLiteral } from './literal.ts';
import { matchPiece, matchesDocument } from './match.ts';
import type { Alternative } from './query.ts';
import type { Passage, SearchableDocument } from './searchable.ts';

/** What texts are searched with. */
export interface TextSources {
  store: Store;
  archive: Archive;
  client: EngineClient;
}

/** What was found in texts and titles. */
export interface Searched {
  found: Found[];
  /** What more there is than can be read; null where `found` is all. */
  frequent: FrequentPassages | null;
}

/** A document with words that very many passages have. */
export interface CountedDocument {
  document: SearchableDocument;
  /** How many of its passages have them, at most. */
  count: number;
  /** Whether its names have one of the words. */
  isTitled: boolean;
}

/** Passages with words that very many have: counted by the engine, read some documents at a time. */
export interface FrequentPassages {
  documents: readonly CountedDocument[];
  /** The passages of some of the documents. */
  passagesOf: (documents: readonly SearchableDocument[]) => Promise<FoundPassage[]>;
}

export const NOT_SEARCHED: Searched = { found: [], frequent: null };

/**
 * Every passage and document that has one of the alternatives; of more passages than can be read, where to read them.
 * @param within ids of the only documents to look in; null for all
 */
export async function searchTexts(
  alternatives: readonly Alternative[],
  sources: TextSources,
  within: readonly string[] | null,
): Promise<Searched> {
  const { archive, client, store } = sources;
  const candidates = await findCandidates(client, {
    alternatives,
    within,
    records: archive.isSmall ? null : archive.limits.records,
    names: archive.heldNames,
  });
  const titles = alternatives.map((alternative) => keepLiteral(store, titlesWith(archive, alternative), alternative));
  if (archive.isSmall || candidates.every(({ complete }) => complete)) {
    return { found: unite([...titles, verified(alternatives, candidates, sources, within)]), frequent: null };
  }
  return {
    found: unite(titles),
    frequent: {
      documents: countedDocuments(alternatives, candidates, archive),
      passagesOf: async (documents) => {
        const ids = documents.map(({ id }) => id);
        const { records } = archive.limits;
        const found = await findCandidates(client, { alternatives, within: ids, records, names: archive.heldNames });
        return verified(alternatives, found, sources, ids);
      },
    },
  };
}

function countedDocuments(
  alternatives: readonly Alternative[],
  candidates: readonly Candidates[],
  archive: Archive,
): CountedDocument[] {
  const terms = alternatives.flatMap(({ all }) => all.map(({ folded }) => folded));
  const titled = new Set(terms.flatMap((term) => archive.heldNames.holding(term)));
  const documents: CountedDocument[] = [];
  for (const [id, count] of addedUp(candidates.map(({ counts }) => counts))) {
    const document = archive.document(id);
    if (document) documents.push({ document, count, isTitled: titled.has(document) });
  }
  return documents;
}

/** The passages among the candidates that do have what was asked. */
function verified(
  alternatives: readonly Alternative[],
  candidates: readonly Candidates[],
  { archive, store }: TextSources,
  within: readonly string[] | null,
): FoundPassage[] {
  const lists = alternatives.map((alternative, index) => {
    const found = passagesWith(archive, alternative, candidates[index] ?? NO_CANDIDATES, within);
    return keepLiteral(store, found, alternative);
  });
  return unite(lists).filter((one) => one.kind === 'piece');
}

const NO_CANDIDATES: Candidates = { records: new Set(), complete: true, counts: new Map(), asWords: new Set() };

function passagesWith(
  archive: Archive,
  alternative: Alternative,
  { records, complete, asWords }: Candidates,
  within: readonly string[] | null,
): FoundPassage[] {
  // Where the records are too many to be named, all that may have them is read: some documents, or a small archive.
  const passages = complete
    ? archive.passagesAt(records)
    : (within === null ? archive.documents : archive.documentsWith(within)).flatMap((document) =>
        archive.passagesOf(document),
      );
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
