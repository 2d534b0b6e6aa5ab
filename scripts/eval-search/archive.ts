import { mkdtempSync, rmSync, statSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Meilisearch } from 'meilisearch';
import { dropIndex } from '../../ingest/index/engine-tasks.ts';
import type { IndexNodes } from '../../ingest/index/index-nodes.ts';
import { reindex } from '../../ingest/index/reindex.ts';
import { segment } from '../../ingest/index/segmenter.ts';
import { parseIssue } from '../../ingest/pipeline.ts';
import { readSourceFile } from '../../ingest/read/read-source.ts';
import { openStore } from '../../ingest/store/open-store.ts';
import type { Store } from '../../ingest/store/open-store.ts';
import { writeIssue } from '../../ingest/store/write-issue.ts';
import { loadConfig } from '../../server/config.ts';
import { startSearchEngine } from '../../server/search-engine.ts';
import type { SearchEngine } from '../../server/search-engine.ts';
import { SILENT_LOG } from '../../server/search-engine/engine-log.ts';
import { median } from '../bench/measure.ts';
import { startLocalNodes } from '../cluster/local-nodes.ts';
import { fillStockIndex } from './stock-meilisearch.ts';
import type { StockRecord } from './stock-meilisearch.ts';

/** An archive of its own in a temporary folder, with a search engine of its own. */
export interface EvalArchive {
  store: Store;
  engine: SearchEngine;
  close(): Promise<void>;
}

/**
 * Reads files and folders into a new archive, or takes a record store as it is (a path that ends in .db).
 * @param nodes servers that hold the index together; one is the bundled engine.
 */
export async function openEvalArchive(paths: readonly string[], nodes = 1): Promise<EvalArchive> {
  const folder = mkdtempSync(join(tmpdir(), 'dibao-eval-'));
  const [first] = paths;
  const store = paths.length === 1 && first?.endsWith('.db') ? openStore(first) : openStore(join(folder, 'archive.db'));
  const local = nodes > 1 ? await startLocalNodes(nodes) : null;
  const engine = startSearchEngine(loadConfig({ ARCHIVE_DIR: folder, ...local?.env }), SILENT_LOG);
  const close = async (): Promise<void> => {
    await engine.stop();
    await local?.close();
    store.close();
    rmSync(folder, { recursive: true, force: true });
  };
  if (!first?.endsWith('.db')) {
    const files = paths.flatMap(filesIn);
    for (const [done, path] of files.entries()) {
      await ingestFile(store, path);
      if ((done + 1) % 100 === 0) report(`read ${done + 1} of ${files.length} files`);
    }
  }
  if (!(await engine.ready(60_000))) {
    await close();
    throw new Error(`the search engine did not start: ${engine.problem() ?? 'no reason given'}`);
  }
  return { store, engine, close };
}

const report = (...parts: unknown[]): void => void process.stderr.write(`${parts.map(String).join(' ')}\n`);

function filesIn(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:txt|md|html?|docx|pdf)$/iu.test(entry.name))
    .map((entry) => join(path, entry.name))
    .sort();
}

async function ingestFile(store: Store, path: string): Promise<void> {
  try {
    writeIssue(store, parseIssue(await readSourceFile(path)), { path });
  } catch (error) {
    report(path, error instanceof Error ? error.message : error);
  }
}

/** What building an index took. */
export interface BuildCost {
  seconds: number;
  bytes: number;
}

/** What each way of indexing took. */
export interface BuildCosts {
  product: BuildCost;
  raw: BuildCost;
}

/** Below this many pieces a build takes less than the noise of the machine: it is done several times, in turn. */
const FEW_PIECES = 5000;
const ROUNDS_OF_FEW = 7;

/**
 * Builds the product's index by its own `reindex`, and an index of the same pieces as Meilisearch takes them without being told
 * anything, in turn; the medians of the times. The dictionary, which a process loads once, is loaded before.
 */
export async function buildIndexes(
  store: Store,
  nodes: IndexNodes,
  client: Meilisearch,
  uid: string,
  records: readonly StockRecord[],
): Promise<BuildCosts> {
  segment('');
  const rounds = records.length < FEW_PIECES ? ROUNDS_OF_FEW : 1;
  const costs: BuildCosts[] = [];
  for (let round = 0; round < rounds; round++) {
    if (round > 0) await dropIndex(client, uid);
    const product = await measured(nodes, async () => {
      await reindex(store, nodes);
    });
    costs.push({ product, raw: await measured([client], () => fillStockIndex(client, uid, records)) });
  }
  const middle = (of: (cost: BuildCosts) => BuildCost): BuildCost => ({
    seconds: median(costs.map((cost) => of(cost).seconds)),
    bytes: costs[0] ? of(costs[0]).bytes : 0,
  });
  return { product: middle(({ product }) => product), raw: middle(({ raw }) => raw) };
}

async function measured(nodes: IndexNodes, build: () => Promise<void>): Promise<BuildCost> {
  const bytesNow = async (): Promise<number> => {
    const stats = await Promise.all(nodes.map((node) => node.getStats()));
    return stats.reduce((sum, { usedDatabaseSize }) => sum + usedDatabaseSize, 0);
  };
  const bytesBefore = await bytesNow();
  const before = performance.now();
  await build();
  const seconds = (performance.now() - before) / 1000;
  return { seconds, bytes: (await bytesNow()) - bytesBefore };
}
