import { bareWords } from '../text/letters.ts';

/** What is compared of two appearances that have the same number, or the same title. */
export interface Comparable {
  sourceId: number;
  title: string;
  titleKey: string;
  fingerprint: string;
  /** The passage in its file. */
  text(): string;
}

/** Two thirds of a title's pairs of characters: 关于印发《…办法》的通知 and …办法 pass, two notices of one office do not. */
const TITLE_LIKENESS = 0.66;
/** A third of one text's runs of eight characters stands in the other as well. */
const TEXT_LIKENESS = 0.34;
const RUN_LENGTH = 8;

/**
 * Whether two appearances of one number are one document: equal words, equal titles, or titles or texts that are largely
 * the same. Inside one file only equal words will do: two documents printed with one number are both kept.
 */
export function isSameDocument(a: Comparable, b: Comparable): boolean {
  if (a.fingerprint === b.fingerprint) return true;
  if (a.sourceId === b.sourceId) return false;
  if (a.titleKey === b.titleKey) return true;
  return likeness(a.title, b.title, 2) >= TITLE_LIKENESS || likeness(a.text(), b.text(), RUN_LENGTH) >= TEXT_LIKENESS;
}

/** Share of the shorter text's runs of `size` characters that stand in the longer one. */
export function likeness(left: string, right: string, size: number): number {
  const [short, long] = [bareWords(left), bareWords(right)].sort((a, b) => a.length - b.length);
  if (short === undefined || long === undefined || short.length < size) return 0;
  const runs = new Set<string>();
  for (let at = 0; at + size <= long.length; at++) runs.add(long.slice(at, at + size));
  let shared = 0;
  for (let at = 0; at + size <= short.length; at++) if (runs.has(short.slice(at, at + size))) shared += 1;
  return shared / (short.length - size + 1);
}
