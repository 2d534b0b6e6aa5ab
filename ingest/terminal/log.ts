import pino from 'pino';
import type { Logger } from 'pino';
import type { Config } from '../../server/config.ts';

/** The program's log: lines of JSON on standard error, so that a command's own output stays clean. */
export function openLog(config: Pick<Config, 'logLevel'>): Logger {
  return pino(
    { level: config.logLevel, timestamp: pino.stdTimeFunctions.isoTime },
    pino.destination({ fd: 2, sync: true }),
  );
}
