import { MeilisearchApiError } from 'meilisearch';
import type { Meilisearch } from 'meilisearch';
import { INDEX_UID } from '../../ingest/index/settings.ts';
import { engineClient } from './engine-client.ts';

/** What a key opens: `write`, everything that an index needs; `search`, its texts to nobody and its ids to a search. */
export type KeyRights = 'write' | 'search';

/** How a server may be used with a key. */
export interface EngineAccess {
  rights: KeyRights;
  /** The key for searching: made by this program where the key given may make keys, else the one given. */
  searchKey: string;
  /** Whether `searchKey` opens nothing but searches of this program's index. */
  restricted: boolean;
}

/** A server that cannot be used, with the reason in one line that follows its address. */
export class UnusableEngine extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'UnusableEngine';
  }
}

/** The oldest Meilisearch that this program was tried with. */
const OLDEST = [1, 21] as const;

/**
 * The key is made of the server's master key and this id, so that it is the same after every restart, for every process that
 * makes it, and on every server with the same master key.
 */
const SEARCH_KEY_ID = '6d1bd1c0-8f3e-4c59-9a6f-5d1ba0c0ffee';

/** Finds out what a key opens, and makes the search-only key where it may. @throws UnusableEngine */
export async function accessEngine(url: string, key: string): Promise<EngineAccess> {
  const client = engineClient(url, key);
  const version = await unless(refused, client.getVersion());
  if (version !== null) checkVersion(version.pkgVersion);
  if ((await unless(refused, client.getKeys({ limit: 1 }))) !== null) {
    return { rights: 'write', searchKey: await makeSearchKey(client), restricted: true };
  }
  if ((await unless(refused, client.tasks.getTasks({ limit: 1 }))) !== null) {
    return { rights: 'write', searchKey: key, restricted: false };
  }
  const search = client.index(INDEX_UID).search('', { limit: 0 });
  if ((await unless(refused, unlessMissing(search))) === null) {
    throw new UnusableEngine(key === '' ? 'asks for a key: set MEILI_KEY' : 'refuses the key in MEILI_KEY');
  }
  return { rights: 'search', searchKey: key, restricted: true };
}

function checkVersion(version: string): void {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1])) {
    throw new UnusableEngine(`runs Meilisearch ${version}: ${OLDEST.join('.')} or newer is needed`);
  }
}

/** The key that opens nothing but searches of this program's index; made if it is not there. */
async function makeSearchKey(client: Meilisearch): Promise<string> {
  const known = await unless(isMissing, client.getKey(SEARCH_KEY_ID));
  if (known !== null) return known.key;
  try {
    const { key } = await client.createKey({
      uid: SEARCH_KEY_ID,
      name: 'Dibao: search only',
      description: 'What the pages of a Dibao site search with. Made by the program.',
      actions: ['search'],
      indexes: [INDEX_UID],
      expiresAt: null,
    });
    return key;
  } catch (error) {
    // Another process made it at the same moment.
    if (!hasCode(error, 'api_key_already_exists')) throw error;
    return (await client.getKey(SEARCH_KEY_ID)).key;
  }
}

const hasCode = (error: unknown, ...codes: string[]): boolean =>
  error instanceof MeilisearchApiError && codes.includes(error.cause?.code ?? '');

const refused = (error: unknown): boolean =>
  hasCode(error, 'invalid_api_key', 'missing_authorization_header', 'missing_master_key');
const isMissing = (error: unknown): boolean => hasCode(error, 'api_key_not_found');

/** Null where it fails in the way that is expected. */
async function unless<T>(expected: (error: unknown) => boolean, answer: Promise<T>): Promise<T | null> {
  try {
    return await answer;
  } catch (error) {
    if (expected(error)) return null;
    throw error;
  }
}

/** A search-only key cannot ask whether the index is there yet. */
async function unlessMissing(answer: Promise<unknown>): Promise<true> {
  await unless((error) => hasCode(error, 'index_not_found'), answer);
  return true;
}
