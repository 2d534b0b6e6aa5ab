import { foldText } from '../../ingest/index/fold-text.ts';
import { withNumeralSpellings } from './numeral-spellings.ts';
import { parseQuery } from './parse-query.ts';
import { positiveTerms } from './query.ts';

/**
 * The folded runs to mark in a text for a query, wherever it is shown: a number in its printed spelling (新政办发2024 43 →
 * 新政办发2024¦43号), a title without its brackets, each term else in every spelling of its numerals. Empty for a query that looks for nothing.
 */
export function queryMarks(query: string): string[] {
  const parsed = parseQuery(query);
  if (parsed.reading?.kind === 'number') return [foldText(parsed.reading.number.text)];
  const alternatives = parsed.alternatives.flatMap(withNumeralSpellings);
  return positiveTerms({ ...parsed, alternatives }).map((term) => term.folded);
}
