import { foldText } from '../../ingest/index/fold-text.ts';
import { knownDocumentUrl, withQuery } from '../pages/urls.ts';
import type { Archive } from './archive.ts';
import { frequentTerms } from './frequent-terms.ts';
import { pinyinKeys } from './pinyin-keys.ts';
import type { Suggestion } from './search-types.ts';

interface Entry {
  suggestion: Suggestion;
  folded: string;
  /** How much it is in the archive: documents of an authority, titles with a term. */
  weight: number;
}

export interface Suggester {
  suggest(prefix: string, limit: number): Suggestion[];
}

const LONGEST_PREFIX = 40;
/** Smaller comes first among equals. */
const TYPE_ORDER: Record<Suggestion['type'], number> = { term: 0, number: 1, authority: 2, title: 3 };

/**
 * Completes what a person types from titles, numbers, authorities and terms of the archive: by characters (执法, 新政办发2024), by
 * pinyin (xingzheng) and by its initials (xzzf → 行政执法). Entries are made when the archive has changed and somebody types.
 */
export function createSuggester(archive: Archive): Suggester {
  let version = '';
  let entries: Entry[] = [];
  return {
    suggest(prefix, limit) {
      const typed = foldText(prefix.slice(0, LONGEST_PREFIX));
      if (typed === '' || limit <= 0) return [];
      if (archive.version !== version) {
        version = archive.version;
        entries = entriesOf(archive);
      }
      return best(entries, typed, limit);
    },
  };
}

function entriesOf(archive: Archive): Entry[] {
  const authorities = new Map<string, number>();
  const entries: Entry[] = [];
  const addDocument = (id: string, title: string | null, number: string | null, held: boolean): void => {
    const url = knownDocumentUrl(id, held);
    if (title !== null) entries.push(entry({ type: 'title', text: title, url }, held ? 2 : 1));
    if (number !== null) entries.push(entry({ type: 'number', text: number, url }, held ? 2 : 1));
  };
  for (const { id, title, number, authorities: names } of archive.documents) {
    addDocument(id, title, number, true);
    for (const name of names) authorities.set(name, (authorities.get(name) ?? 0) + 1);
  }
  for (const { id, title, number } of archive.named) addDocument(id, title, number, false);
  for (const [name, count] of authorities) {
    entries.push(entry({ type: 'authority', text: name, url: withQuery('/search', { authority: name }) }, count));
  }
  for (const [term, count] of frequentTerms(archive)) {
    entries.push(entry({ type: 'term', text: term, url: withQuery('/search', { q: term }) }, count));
  }
  return entries;
}

const entry = (suggestion: Suggestion, weight: number): Entry => ({
  suggestion,
  folded: foldText(suggestion.text),
  weight,
});

interface Candidate {
  entry: Entry;
  grade: number;
}

function best(entries: readonly Entry[], typed: string, limit: number): Suggestion[] {
  const byLetters = /^[a-z]+$/u.test(typed);
  const candidates: Candidate[] = [];
  for (const one of entries) {
    const grade = gradeOf(one, typed, byLetters);
    if (grade !== null) candidates.push({ entry: one, grade });
  }
  candidates.sort(
    (a, b) =>
      a.grade - b.grade ||
      TYPE_ORDER[a.entry.suggestion.type] - TYPE_ORDER[b.entry.suggestion.type] ||
      b.entry.weight - a.entry.weight ||
      a.entry.folded.length - b.entry.folded.length,
  );
  const texts = new Set<string>();
  const suggestions: Suggestion[] = [];
  for (const { entry: one } of candidates) {
    if (suggestions.length >= limit) break;
    if (texts.has(one.folded)) continue;
    texts.add(one.folded);
    suggestions.push(one.suggestion);
  }
  return suggestions;
}

/** 0 begins so, 1 has it inside; by sound 2 the initials or reading of the whole, 3 its beginning, 4 inside. Null: nothing of it. */
function gradeOf({ folded, suggestion }: Entry, typed: string, byLetters: boolean): number | null {
  const at = folded.indexOf(typed);
  if (at >= 0) return at === 0 ? 0 : 1;
  if (!byLetters || typed.length < 2 || suggestion.type === 'number') return null;
  const { full, initials, syllables } = pinyinKeys(folded);
  if (initials === typed || full === typed) return 2;
  if (initials.startsWith(typed) || full.startsWith(typed)) return 3;
  if (typed.length > 2 && initials.includes(typed)) return 4;
  const inside = typed.length > 3 ? full.indexOf(typed) : -1;
  return inside > 0 && syllables.includes(inside) ? 4 : null;
}
