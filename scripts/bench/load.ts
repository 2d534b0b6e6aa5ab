import autocannon from 'autocannon';
import { median } from './measure.ts';

const CONNECTIONS = 4;

/** Requests answered per second, with a few connections that ask as fast as they are answered. @throws Error on any failed answer */
async function requestsPerSecond(url: string, seconds: number): Promise<number> {
  const result = await autocannon({ url, connections: CONNECTIONS, duration: seconds });
  if (result.non2xx + result.errors > 0)
    throw new Error(`${url}: ${result.non2xx + result.errors} requests were not answered well`);
  return result.requests.average;
}

/** Measures two addresses in turn and returns the medians of both. */
export async function loadInTurn(
  first: string,
  second: string,
  seconds: number,
  rounds = 3,
): Promise<[number, number]> {
  const rates: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round++) {
    rates[0].push(await requestsPerSecond(first, seconds));
    rates[1].push(await requestsPerSecond(second, seconds));
  }
  return [median(rates[0]), median(rates[1])];
}
