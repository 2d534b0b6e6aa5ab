/** `gazette search QUERY [--limit N] [--on DAY] [--json]`: the site's search at the command line. */
import type { Command } from 'commander';
import { apiSearchAnswer } from '../../server/api/serialise/search.ts';
import { loadConfig } from '../../server/config.ts';
import type { Config } from '../../server/config.ts';
import { startSearchEngine, writingObstacle } from '../../server/search-engine.ts';
import { SILENT_LOG } from '../../server/search-engine/engine-log.ts';
import { indexLockPath } from '../../server/search-index.ts';
import { plainRequest } from '../../server/search/plain-request.ts';
import { createSearchService } from '../../server/search/search-service.ts';
import { SearchUnavailable } from '../../server/search/search-types.ts';
import type { SearchAnswer, SearchRequest } from '../../server/search/search-types.ts';
import { syncIndex } from '../index/sync.ts';
import { CommandFailed } from '../terminal/failure.ts';
import { hitLines, totalLine } from '../terminal/hit-lines.ts';
import { openArchive } from './open-archive.ts';
import { dayOption } from './status.ts';

interface SearchOptions {
  limit: string;
  on?: string;
  json?: boolean;
}

const ENGINE_PATIENCE = 30_000;
const MOST_HITS = 1000;

/** Adds the command `search`. Exit status 1 when nothing is found, 2 for a number or a day that is none. */
export function registerSearchCommand(program: Command): void {
  program
    .command('search')
    .description('find passages and documents, as the search page does')
    .argument('<query...>', 'words, a fragment, 第八条, a title, or a document number in any spelling')
    .option('--limit <n>', 'how many hits to print', '10')
    .option('--on <day>', 'the day of the statuses, YYYY-MM-DD (default: today in China)')
    .option('--json', 'print the answer as the API gives it')
    .action(async (words: string[], options: SearchOptions) => {
      const request = requestOf(words.join(' '), options);
      const answer = await searchArchive(loadConfig(), request);
      if (options.json === true) console.log(JSON.stringify(apiSearchAnswer(request, answer), null, 1));
      else for (const line of [totalLine(answer), ...answer.hits.flatMap(hitLines)]) console.log(line);
      if (answer.total === 0) process.exitCode = 1;
    });
}

function requestOf(q: string, options: SearchOptions): SearchRequest {
  const limit = Number(options.limit);
  if (!Number.isInteger(limit) || limit < 1 || limit > MOST_HITS)
    throw new CommandFailed(`--limit ${options.limit}: a number from 1 to ${MOST_HITS} is expected`, 2);
  return { ...plainRequest(q, dayOption(options.on)), limit };
}

/** Asks the engine of a running site, or one started for the purpose; what waits for the index is written first. */
async function searchArchive(config: Config, request: SearchRequest): Promise<SearchAnswer> {
  const store = openArchive(config, { readonly: false });
  const engine = startSearchEngine(config, SILENT_LOG);
  try {
    const unwritable = await writingObstacle(engine, ENGINE_PATIENCE);
    if (unwritable === null) await syncIndex(store, engine.nodes, indexLockPath(config));
    return await createSearchService({ store, engine }).search(request);
  } catch (error) {
    if (!(error instanceof SearchUnavailable)) throw error;
    throw new CommandFailed(`search: ${engine.problem() ?? error.message}`);
  } finally {
    await engine.stop();
    store.close();
  }
}
