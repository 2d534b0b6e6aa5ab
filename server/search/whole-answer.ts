import { SearchUnavailable } from './search-types.ts';
import type { SearchAnswer } from './search-types.ts';

/**
 * The answer, if all servers gave it: for tables and feeds, which leave the site without a word about what is missing.
 * @throws SearchUnavailable
 */
export function wholeAnswer(answer: SearchAnswer): SearchAnswer {
  if (answer.unanswered > 0) throw new SearchUnavailable('down');
  return answer;
}
