import { foldText } from '../../ingest/index/fold-text.ts';
import type { Alternative, Term } from './query.ts';

/** Roman numerals of several letters, each one character. Those of one letter (Ⅰ, Ⅴ, Ⅹ) are folded to it. */
const NUMERALS = ['Ⅱ', 'Ⅲ', 'Ⅳ', 'Ⅵ', 'Ⅶ', 'Ⅷ', 'Ⅸ', 'Ⅺ', 'Ⅻ'];
const numeralOf = new Map(NUMERALS.map((numeral) => [numeral.normalize('NFKC'), numeral]));

// Must match: Ⅱ级 · ⅳ      Must not: II级 · Ⅰ级
const NUMERAL = /[Ⅱ-ⅣⅥ-ⅨⅪⅫⅱ-ⅳⅵ-ⅸⅺⅻ]/gu;
// Must match: II级响应 · A-iii · Ⅰ级和IV级      Must not: DRG · XIIV · iiii · VIII2 · mix
const LETTERS = /(?<![a-z0-9])(?:i{2,3}|iv|vi{1,3}|ix|xi{1,2})(?![a-z0-9])/giu;

const asTyped = (text: string): string => text;
const inLetters = (text: string): string => text.replace(NUMERAL, (numeral) => numeral.normalize('NFKC'));
const inNumerals = (text: string): string =>
  text.replace(LETTERS, (letters) => numeralOf.get(letters.toUpperCase()) ?? letters);

const SPELLINGS = [asTyped, inLetters, inNumerals];

/**
 * An alternative in the spellings in which texts may print its Roman numerals, as typed first: II级响应 may stand there as Ⅱ级响应, and
 * the other way round. What must not be there must not be in any of them.
 */
export function withNumeralSpellings({ all, none }: Alternative): Alternative[] {
  const excluded = none.flatMap((term) => distinct(SPELLINGS.map((spell) => [spelled(term, spell)])).flat());
  const wanted = distinct(SPELLINGS.map((spell) => all.map((term) => spelled(term, spell))));
  return wanted.map((terms) => ({ all: terms, none: excluded }));
}

function spelled(term: Term, spell: (text: string) => string): Term {
  const text = spell(term.text);
  return text === term.text ? term : { ...term, text, folded: foldText(text) };
}

/** Lists of terms without those that read like an earlier one. */
function distinct(lists: readonly Term[][]): Term[][] {
  const byFold = new Map<string, Term[]>();
  for (const terms of lists) {
    const key = terms.map(({ folded }) => folded).join('\n');
    if (!byFold.has(key)) byFold.set(key, terms);
  }
  return [...byFold.values()];
}
