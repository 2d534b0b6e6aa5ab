import type { Command } from 'commander';
import { loadConfig } from '../../server/config.ts';
import { UnusableEngine, accessEngine } from '../../server/search-engine/engine-access.ts';
import { unreachableReason } from '../../server/search-engine/unreachable.ts';
import { CommandFailed } from '../terminal/failure.ts';

const PATIENCE = 10_000;

/** Adds the command `keys`: the only place where a key is printed, to whoever has the key that makes it. */
export function registerKeysCommand(program: Command): void {
  program
    .command('keys')
    .description(
      'make the search-only key of the servers at MEILI_URL and print the settings of a site that only reads',
    )
    .action(async () => {
      const { meiliUrls, meiliKeys } = loadConfig();
      if (meiliUrls.length === 0) {
        throw new CommandFailed('MEILI_URL is not set: the bundled search engine needs no key of yours');
      }
      const keys: string[] = [];
      for (const [index, url] of meiliUrls.entries()) {
        keys.push(await searchKeyOf(url, meiliKeys[index] ?? meiliKeys[0] ?? ''));
      }
      const [first] = keys;
      console.log(`MEILI_URL=${meiliUrls.join(',')}`);
      console.log(`MEILI_KEY=${keys.every((key) => key === first) ? (first ?? '') : keys.join(',')}`);
    });
}

async function searchKeyOf(url: string, key: string): Promise<string> {
  const reason = await unreachableReason(url, PATIENCE);
  if (reason !== null) throw new CommandFailed(`the search engine at ${url} (MEILI_URL) ${reason}`);
  try {
    const { rights, searchKey, restricted } = await accessEngine(url, key);
    if (rights === 'write' && restricted) return searchKey;
  } catch (error) {
    if (!(error instanceof UnusableEngine)) throw error;
    throw new CommandFailed(`the search engine at ${url} (MEILI_URL) ${error.message}`);
  }
  throw new CommandFailed(`the key in MEILI_KEY may not make keys at ${url}: the master key or an admin key is needed`);
}
