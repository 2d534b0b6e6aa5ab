import { loadConfig } from '../../server/config.ts';
import { runIngest } from '../../ingest/commands/run-ingest.ts';

// An ingest that tells its parent when it begins, so that it can be killed in the middle.
const config = loadConfig();
process.send?.('begins');
await runIngest(config, { paths: [config.gazetteDir], prune: true });
process.disconnect();
