import { z } from 'zod';
import type { EngineQuery, EngineResult } from '../../server/search/engine-query.ts';
import type { LocalNodes } from './local-nodes.ts';

const Federated = z.object({
  hits: z.array(z.record(z.string(), z.unknown())),
  estimatedTotalHits: z.int(),
  remoteErrors: z.record(z.string(), z.unknown()),
});

/**
 * Lets local nodes know each other by Meilisearch's experimental `network` feature, and returns a search by it: the first node asks
 * the others. One query a request, since all queries of a federated request give one list together.
 */
export async function joinNetwork({
  nodes,
  masterKey,
}: LocalNodes): Promise<(query: EngineQuery) => Promise<EngineResult>> {
  const send = async (url: string, method: string, body: unknown): Promise<unknown> => {
    const headers = {
      'content-type': 'application/json',
      authorization: `Bearer ${masterKey}`,
      // As the program asks (server/search-engine/engine-client.ts).
      'accept-encoding': 'identity',
    };
    const answer = await fetch(url, { method, headers, body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(`${method} ${url}: ${await answer.text()}`);
    return answer.json();
  };
  const names = nodes.map((_, index) => `node-${index}`);
  const remotes = Object.fromEntries(nodes.map(({ url }, at) => [`node-${at}`, { url, searchApiKey: masterKey }]));
  for (const [index, { url }] of nodes.entries()) {
    await send(`${url}/experimental-features`, 'PATCH', { network: true });
    await send(`${url}/network`, 'PATCH', { self: names[index], remotes });
  }
  return async ({ limit, ...query }) => {
    const queries = names.map((remote) => ({ ...query, federationOptions: { remote } }));
    const body = { federation: { limit }, queries };
    const answer = Federated.parse(await send(`${nodes[0]?.url ?? ''}/multi-search`, 'POST', body));
    if (Object.keys(answer.remoteErrors).length > 0) throw new Error(JSON.stringify(answer.remoteErrors));
    return answer;
  };
}
