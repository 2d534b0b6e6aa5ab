import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const GAZETTE = fileURLToPath(new URL('../../scripts/gazette.mjs', import.meta.url));

/** An ingest in a process of its own, while this one serves. */
export interface IngestBeside {
  /** Ends it; the file that it was at is ingested the next time. */
  stop(): Promise<void>;
}

/**
 * Runs `gazette ingest` of GAZETTE_DIR beside the site of this process, which shows each file as soon as it is in the archive. The
 * site's own loop fills the search index.
 */
export function ingestBeside(): IngestBeside {
  const child = spawn(process.execPath, [GAZETTE, 'ingest', '--no-index'], { stdio: ['ignore', 'inherit', 'inherit'] });
  child.on('error', (error) => console.error(`gazette: the gazettes could not be ingested: ${error.message}`));
  return {
    stop: async () => {
      if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}
