import { setTimeout as after } from 'node:timers/promises';
import type { RelatedPassage } from '../search/search-types.ts';
import type { Services } from '../services.ts';

/** How many passages of other documents an article is set beside. */
const SHOWN = 5;
/** A page does not wait longer for what is only beside its text. */
const PATIENCE_MS = 400;

/**
 * Passages of other documents like one provision, for its page. None when the engine fails or takes its time: the archive reads
 * without it.
 */
export async function likePassages(
  { search, log }: Pick<Services, 'search' | 'log'>,
  documentId: string,
  provisionId: string,
): Promise<RelatedPassage[]> {
  const waiting = new AbortController();
  const late = after(PATIENCE_MS, [], { signal: waiting.signal }).catch(() => []);
  try {
    return await Promise.race([search.related(documentId, provisionId, SHOWN), late]);
  } catch (error) {
    log.warn({ err: error, documentId }, 'no like passages');
    return [];
  } finally {
    waiting.abort();
  }
}
