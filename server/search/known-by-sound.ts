import type { Store } from '../../ingest/store/open-store.ts';
import { perStore } from '../../ingest/store/per-store.ts';
import { withQuery } from '../pages/urls.ts';
import { frequentTerms } from './frequent-terms.ts';
import { pinyinKeys } from './pinyin-keys.ts';
import type { PinyinKeys } from './pinyin-keys.ts';
import { suggested, suggestedDocument } from './suggested.ts';
import type { Suggested } from './suggested.ts';

/** Something to suggest to whoever types how it sounds. */
export interface KnownBySound extends Suggested {
  sound: PinyinKeys;
}

const MOST_AUTHORITIES = 1000;
/** Titles of the documents that came last, of those that are held and of those that are only named. */
const MOST_TITLES = 2000;
const MOST_NAMED_TITLES = 1000;
/** So many are made between two pauses: about a millisecond. */
const MADE_AT_A_TIME = 20;

/**
 * Frequent terms, authorities and the titles of the documents that came last, with their readings: as many, and as costly, in a large archive as in one
 * of some thousand documents. Pauses by `yield` every few milliseconds.
 */
export function* knownBySound(
  store: Store,
  documents: readonly { id: string }[],
): Generator<undefined, KnownBySound[]> {
  const known = yield* withSound([...titles(store), ...authorities(store)]);
  const terms = yield* frequentTerms(store, documents);
  return [...known, ...(yield* withSound(terms.map(suggestedTerm)))];
}

function* withSound(all: readonly Suggested[]): Generator<undefined, KnownBySound[]> {
  const known: KnownBySound[] = [];
  for (const one of all) {
    known.push({ ...one, sound: pinyinKeys(one.folded) });
    if (known.length % MADE_AT_A_TIME === 0) yield;
  }
  return known;
}

const selectTitles = perStore((store) => ({
  held: store.prepare<[number], Titled>('SELECT id, title FROM documents ORDER BY rowid DESC LIMIT ?'),
  named: store.prepare<[number], Titled>(
    'SELECT id, title FROM register WHERE held = 0 AND title IS NOT NULL ORDER BY rowid DESC LIMIT ?',
  ),
}));

interface Titled {
  id: string;
  title: string;
}

function titles(store: Store): Suggested[] {
  const { held, named } = selectTitles(store);
  return [
    ...held.all(MOST_TITLES).flatMap(({ id, title }) => suggestedDocument({ id, title, number: null }, true)),
    ...named.all(MOST_NAMED_TITLES).flatMap(({ id, title }) => suggestedDocument({ id, title, number: null }, false)),
  ];
}

const suggestedTerm = ([term, count]: [string, number]): Suggested =>
  suggested({ type: 'term', text: term, url: withQuery('/search', { q: term }) }, count);

const selectAuthorities = perStore((store) =>
  store.prepare<[number], { name: string; count: number }>(
    'SELECT canonical AS name, count(*) AS count FROM document_authorities GROUP BY canonical ORDER BY count DESC LIMIT ?',
  ),
);

function authorities(store: Store): Suggested[] {
  return selectAuthorities(store)
    .all(MOST_AUTHORITIES)
    .map(({ name, count }) =>
      suggested({ type: 'authority', text: name, url: withQuery('/search', { authority: name }) }, count),
    );
}
