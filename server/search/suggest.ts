import { foldText } from '../../ingest/index/fold-text.ts';
import type { Store } from '../../ingest/store/open-store.ts';
import type { Archive } from './archive.ts';
import { knownBySound } from './known-by-sound.ts';
import type { KnownBySound } from './known-by-sound.ts';
import { soundGrade } from './pinyin-keys.ts';
import type { Suggestion } from './search-types.ts';
import { suggestedNames } from './suggested-names.ts';
import type { Suggested } from './suggested.ts';

export interface Suggester {
  suggest(prefix: string, limit: number): Suggestion[];
  /** Makes a little more of what is suggested by its sound, in a few milliseconds. False when there is nothing left to make. */
  prepare(): boolean;
}

const LONGEST_PREFIX = 40;
/** In an archive of so many documents at most, everything is made for the first who types. */
const SMALL = 200;
/** For each suggestion so many names are looked at: several may read alike, or be neither title nor number. */
const NAMES_EACH = 4;
/** Smaller comes first among equals. */
const TYPE_ORDER: Record<Suggestion['type'], number> = { term: 0, number: 1, authority: 2, title: 3 };

/**
 * Completes what a person types from titles, numbers, authorities and terms of the archive: by characters (执法, 新政办发2024), by
 * pinyin (xingzheng) and by its initials (xzzf → 行政执法). Titles and numbers are looked up in the archive's names; what is known
 * by its sound is made a little at every call after the archive has changed, and suggested as it was before until all is made.
 */
export function createSuggester(store: Store, archive: Archive): Suggester {
  let version = '';
  let known: readonly KnownBySound[] = [];
  let making: Generator<undefined, KnownBySound[]> | null = null;
  const prepare = (): boolean => {
    if (making === null) {
      if (archive.version === version) return false;
      version = archive.version;
      making = knownBySound(store, archive.documents);
    }
    const step = making.next();
    if (step.done === true) {
      known = step.value;
      making = null;
    }
    return true;
  };
  return {
    prepare,
    suggest(prefix, limit) {
      const typed = foldText(prefix.slice(0, LONGEST_PREFIX));
      if (typed === '' || limit <= 0) return [];
      while (prepare() && archive.documents.length <= SMALL);
      return best(
        [...gradeAll(known, typed), ...gradeNames(suggestedNames(archive, typed, NAMES_EACH * limit), typed)],
        limit,
      );
    },
  };
}

interface Candidate extends Suggested {
  grade: number;
}

function gradeAll(known: readonly KnownBySound[], typed: string): Candidate[] {
  const byLetters = /^[a-z]{2,}$/u.test(typed);
  const candidates: Candidate[] = [];
  for (const { suggestion, folded, weight, sound } of known) {
    const grade = characterGrade(folded, typed) ?? (byLetters ? soundGrade(sound, typed) : null);
    if (grade !== null) candidates.push({ suggestion, folded, weight, grade });
  }
  return candidates;
}

function gradeNames(names: readonly Suggested[], typed: string): Candidate[] {
  return names.flatMap((one) => {
    const grade = characterGrade(one.folded, typed);
    return grade === null ? [] : [{ ...one, grade }];
  });
}

/** 0 begins so, 1 has it inside; null: has it not. */
function characterGrade(folded: string, typed: string): number | null {
  const at = folded.indexOf(typed);
  if (at < 0) return null;
  return at === 0 ? 0 : 1;
}

function best(candidates: Candidate[], limit: number): Suggestion[] {
  candidates.sort(
    (a, b) =>
      a.grade - b.grade ||
      TYPE_ORDER[a.suggestion.type] - TYPE_ORDER[b.suggestion.type] ||
      b.weight - a.weight ||
      a.folded.length - b.folded.length,
  );
  const texts = new Set<string>();
  const suggestions: Suggestion[] = [];
  for (const { suggestion, folded } of candidates) {
    if (suggestions.length >= limit) break;
    if (texts.has(folded)) continue;
    texts.add(folded);
    suggestions.push(suggestion);
  }
  return suggestions;
}
