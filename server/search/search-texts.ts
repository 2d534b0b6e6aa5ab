import type { Archive } from './archive.ts';
import { findCandidates } from './candidates.ts';
import type { Candidates, Wanted } from './candidates.ts';
import { unite } from './found.ts';
import type { Found } from './found.ts';
import { FrequentPassages } from './frequent-passages.ts';
import { keepLiteral } from './literal.ts';
import { matchesDocument } from './match.ts';
import type { Alternative } from './query.ts';
import type { Passage } from './searchable.ts';
import type { TextSources } from './text-sources.ts';
import { matching } from './verify.ts';

/** What was found in texts and titles. */
export interface Searched {
  found: Found[];
  /** What more there is than can be read; null where `found` is all. */
  frequent: FrequentPassages | null;
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
  const { first, records } = archive.limits;
  const names = archive.heldNames;
  const ahead = (ids: readonly string[]): void => void archive.passagesAt(ids);
  const seemsRare: Wanted['seemsRare'] = (texts, documents) => archive.rarity.seemsRare(texts, documents, archive);
  const candidates = await findCandidates(client, { alternatives, within, first, records, names, ahead, seemsRare });
  const titles = alternatives.map((alternative) => keepLiteral(store, titlesWith(archive, alternative), alternative));
  if (!archive.isSmall && candidates.some(({ complete }) => !complete)) {
    return { found: unite(titles), frequent: new FrequentPassages(alternatives, candidates, sources) };
  }
  const passages = alternatives.map((alternative, index) => {
    const { records: named, complete, asWords } = candidates[index] ?? NO_CANDIDATES;
    return matching(alternative, complete ? archive.passagesAt(named) : allPassages(archive, within), asWords, sources);
  });
  return { found: unite([...titles, ...passages]), frequent: null };
}

const NO_CANDIDATES: Candidates = {
  records: new Set(),
  complete: true,
  asWords: new Set(),
  wordsTell: false,
  ways: [],
};

const allPassages = (archive: Archive, within: readonly string[] | null): Passage[] =>
  (within === null ? archive.documents : archive.documentsWith(within)).flatMap((document) =>
    archive.passagesOf(document),
  );

function titlesWith(archive: Archive, alternative: Alternative): Found[] {
  const holding = archive.heldNames.holding(longest(alternative));
  const isOneTerm = alternative.all.length === 1 && alternative.none.length === 0;
  const titled = isOneTerm ? holding : holding.filter((document) => matchesDocument(document, alternative));
  return titled.map((document) => ({ kind: 'document', identity: false, document }));
}

/** The term that fewest names have is likely the longest one. */
const longest = ({ all }: Alternative): string =>
  all.reduce((found, { folded }) => (folded.length > found.length ? folded : found), '');
