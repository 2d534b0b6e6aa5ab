import { loadConfig } from '../../../server/config.ts';
import { startSearchEngine } from '../../../server/search-engine.ts';
import { SILENT_LOG } from '../../../server/search-engine/engine-log.ts';

// A site without pages: keeps an engine until it is killed.
startSearchEngine(loadConfig(), SILENT_LOG);
