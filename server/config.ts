import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/** Settings of a run, from the environment. All paths are absolute. */
export interface Config {
  port: number;
  host: string;
  /** Where the record store, the search index and the engine's key live. */
  archiveDir: string;
  gazetteDir: string;
  /** Another search engine server than the bundled one. */
  meiliUrl: string | null;
  meiliKey: string | null;
  /** Another binary than the bundled one. */
  meiliBin: string | null;
  logLevel: (typeof LOG_LEVELS)[number];
}

/** A wrong environment variable: the message is one line that names it. */
export class WrongConfig extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'WrongConfig';
  }
}

const PROJECT = fileURLToPath(new URL('..', import.meta.url));

const port = z
  .string()
  .regex(/^\d{1,5}$/u)
  .transform(Number)
  .refine((value) => value <= 65_535);

const httpUrl = z.url({ protocol: /^https?$/u });

type Environment = Record<string, string | undefined>;

/** An unset and an empty variable are the same. */
function valueOf(env: Environment, name: string): string | null {
  const value = env[name]?.trim();
  return value === undefined || value === '' ? null : value;
}

function read<T>(env: Environment, name: string, schema: z.ZodType<T>, expected: string): T | null {
  const value = valueOf(env, name);
  if (value === null) return null;
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw new WrongConfig(`${name}=${value}: ${expected}`);
  return parsed.data;
}

/**
 * Reads PORT (3000; 0 takes a free one), HOST (127.0.0.1), ARCHIVE_DIR (data/archive), GAZETTE_DIR (data/gazettes),
 * MEILI_URL, MEILI_KEY, MEILI_BIN and LOG_LEVEL (info). A relative folder is one of the folder in which the user stands,
 * also when npm runs the program; the defaults are folders of the project.
 * @throws WrongConfig one line that names the variable: `PORT=http: a port number from 0 to 65535 is expected`
 */
export function loadConfig(env: Environment = process.env): Config {
  const here = userFolder(env);
  const folder = (name: string, fallback: string): string => {
    const value = valueOf(env, name);
    return value === null ? join(PROJECT, fallback) : resolve(here, value);
  };
  const meiliUrl = read(env, 'MEILI_URL', httpUrl, 'an address such as http://127.0.0.1:7700 is expected');
  const meiliKey = valueOf(env, 'MEILI_KEY');
  const meiliBin = valueOf(env, 'MEILI_BIN');
  if (meiliKey !== null && meiliUrl === null) {
    throw new WrongConfig('MEILI_KEY is set without MEILI_URL: it is the key of the server at that address');
  }
  return {
    port: read(env, 'PORT', port, 'a port number from 0 to 65535 is expected') ?? 3000,
    host: read(env, 'HOST', z.string().regex(/^[\w.:%-]+$/u), 'a host name or address is expected') ?? '127.0.0.1',
    archiveDir: folder('ARCHIVE_DIR', 'data/archive'),
    gazetteDir: folder('GAZETTE_DIR', 'data/gazettes'),
    meiliUrl: meiliUrl === null ? null : meiliUrl.replace(/\/+$/u, ''),
    meiliKey,
    meiliBin: meiliBin === null ? null : resolve(here, meiliBin),
    logLevel: read(env, 'LOG_LEVEL', z.enum(LOG_LEVELS), `one of ${LOG_LEVELS.join(', ')} is expected`) ?? 'info',
  };
}

/** The folder in which the user typed the command: npm changes to the project's, and tells the user's as INIT_CWD. */
export function userFolder(env: Environment = process.env): string {
  return valueOf(env, 'INIT_CWD') ?? process.cwd();
}

/** The record store's file in the archive. */
export const storePath = (config: Pick<Config, 'archiveDir'>): string => join(config.archiveDir, 'dibao.sqlite');
