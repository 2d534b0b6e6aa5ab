import { MeilisearchApiError } from 'meilisearch';
import { Agent, request } from 'undici';
import { z } from 'zod';
import type { EngineResult } from '../search/engine-query.ts';
import type { NodeQuery } from './search-node.ts';

/** Milliseconds that an unused connection is kept: Meilisearch closes it after five seconds. */
const KEEP = 4000;
const connections = new Agent({ keepAliveTimeout: KEEP });

/** What an index without a record answers: the engine knows the fields of an index by its records. */
const NO_FIELDS = 'not searchable. Available searchable attributes are: ``.';

const FAULT = z.object({ message: z.string(), code: z.string(), type: z.string(), link: z.string() });

/**
 * Searches a server, as the client of Meilisearch does by `fetch`, which for a short search takes as long as the search itself.
 * The answer comes uncompressed (engine-client.ts says why).
 * @param patience milliseconds
 * @throws MeilisearchApiError when the server refuses the question, another error when it cannot be reached in time
 */
export async function multiSearch(
  url: string,
  key: string,
  body: { queries: readonly NodeQuery[] },
  patience: number,
): Promise<{ results: EngineResult[] }> {
  const answer = await request(`${url.replace(/\/$/u, '')}/multi-search`, {
    dispatcher: connections,
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'accept-encoding': 'identity',
      ...(key === '' ? {} : { authorization: `Bearer ${key}` }),
    },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(patience),
  });
  const read: unknown = JSON.parse(await answer.body.text());
  if (isAnswer(read)) return read;
  const { success, data } = FAULT.safeParse(read);
  if (success && data.message.includes(NO_FIELDS)) return { results: body.queries.map(() => NOTHING) };
  throw new MeilisearchApiError(new Response(null, { status: answer.statusCode }), success ? data : undefined);
}

const NOTHING: EngineResult = { hits: [], estimatedTotalHits: 0 };

/** Whether a server's words are the answer to a search: one result for each query. */
function isAnswer(read: unknown): read is { results: EngineResult[] } {
  if (typeof read !== 'object' || read === null || !('results' in read) || !Array.isArray(read.results)) return false;
  const results: unknown[] = read.results;
  return results.every(
    (result) => typeof result === 'object' && result !== null && 'hits' in result && Array.isArray(result.hits),
  );
}
