import type { EngineClient } from '../../server/search/engine-query.ts';

/** The engine's client with a stopwatch: `take` gives the milliseconds that the engine took since it was last asked. */
export function timedClient(client: EngineClient): { client: EngineClient; take: () => number } {
  let spent = 0;
  const multiSearch: EngineClient['multiSearch'] = async (request) => {
    const before = performance.now();
    try {
      return await client.multiSearch(request);
    } finally {
      spent += performance.now() - before;
    }
  };
  return {
    client: { multiSearch },
    take: () => {
      const taken = spent;
      spent = 0;
      return taken;
    },
  };
}
