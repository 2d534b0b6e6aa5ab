import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { searchReady, serve } from './archive.ts';
import { quantile, timed } from './measure.ts';
import { measureSearch } from './search.ts';

/** Of the times of many queries or pages, in ms. */
export interface Quantiles {
  p50: number;
  p99: number;
}

/** What reading an archive costs. */
export interface SiteCosts {
  indexBytes: number;
  /** Searches by the API, and the two references of search.ts. */
  search: { api: Quantiles; stock: Quantiles; engine: Quantiles };
  /** Document pages that are made anew. */
  page: Quantiles;
  firstPageMs: number;
  /** MB of the site's process when nobody has asked it anything, and at its highest in the searches and pages. */
  idleMb: number;
  highestMb: number;
}

const QUERIES = 1000;
/** What a start leaves to be done after its first page is done by then. */
const SETTLING = 10_000;

/** Starts the site over an archive that is indexed, asks it a thousand searches and these documents, and tells what that took. */
export async function siteCosts(archive: string, documents: readonly string[]): Promise<SiteCosts> {
  const env = { ARCHIVE_DIR: archive, LOG_LEVEL: 'silent' };
  const site = await serve(env);
  try {
    await searchReady(site.url);
    await sleep(SETTLING);
    const idleMb = site.memory().now;
    const { api, stock, engine } = await measureSearch(site, env, QUERIES);
    const pages: number[] = [];
    for (const id of documents) pages.push((await timed(() => readPage(`${site.url}/documents/${id}`))).ms);
    return {
      indexBytes: folderBytes(join(archive, 'engine', 'data.ms')),
      search: { api: quantiles(api), stock: quantiles(stock), engine: quantiles(engine) },
      page: quantiles(pages),
      firstPageMs: site.firstAnswer,
      idleMb,
      highestMb: site.memory().highest,
    };
  } finally {
    await site.stop();
  }
}

const quantiles = (times: readonly number[]): Quantiles => ({ p50: quantile(times, 0.5), p99: quantile(times, 0.99) });

async function readPage(url: string): Promise<void> {
  const response = await fetch(url);
  await response.arrayBuffer();
  if (!response.ok) throw new Error(`${url} answers ${response.status}`);
}

function folderBytes(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
}
