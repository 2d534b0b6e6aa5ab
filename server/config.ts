import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { STORE_FILE } from '../ingest/store/store-file.ts';
import { userFolder } from './user-folder.ts';

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/** Settings of a run, from the environment. All paths are absolute. */
export interface Config {
  port: number;
  host: string;
  /** Where the record store, the search index and the engine's key live. */
  archiveDir: string;
  gazetteDir: string;
  /** Other search engine servers than the bundled one, which hold the index together; empty: the bundled one. */
  meiliUrls: readonly string[];
  /** One key for all of them, or as many as there are servers; empty: none. */
  meiliKeys: readonly string[];
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

/** An address without a key in it: addresses are shown in logs. */
const httpUrl = z
  .url({ protocol: /^https?$/u })
  .refine((url) => URL.canParse(url) && new URL(url).password === '' && new URL(url).username === '')
  .transform((url) => url.replace(/\/+$/u, ''));

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
  if (!parsed.success) throw new WrongConfig(`${name}=${withoutPassword(value)}: ${expected}`);
  return parsed.data;
}

/** `http://:key@host` is told as `http://…@host`: an error goes to logs too. */
const withoutPassword = (value: string): string => value.replace(/\/\/[^/@]*@/gu, '//…@');

/** Values apart by commas. */
const listOf = (value: string): string[] =>
  value
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');

const urlList = z.string().transform(listOf).pipe(z.array(httpUrl).min(1));

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
  const expected = 'an address such as http://127.0.0.1:7700, or several apart by commas, without a key in them';
  const meiliUrls = read(env, 'MEILI_URL', urlList, `${expected} is expected`) ?? [];
  const meiliKeys = listOf(valueOf(env, 'MEILI_KEY') ?? '');
  const meiliBin = valueOf(env, 'MEILI_BIN');
  if (meiliKeys.length > 0 && meiliUrls.length === 0) {
    throw new WrongConfig('MEILI_KEY is set without MEILI_URL: it is the key of the server at that address');
  }
  if (meiliKeys.length > 1 && meiliKeys.length !== meiliUrls.length) {
    throw new WrongConfig(
      `MEILI_KEY has ${meiliKeys.length} keys for ${meiliUrls.length} servers: one for all, or one for each is expected`,
    );
  }
  if (new Set(meiliUrls).size < meiliUrls.length) {
    throw new WrongConfig('MEILI_URL names a server twice');
  }
  return {
    port: read(env, 'PORT', port, 'a port number from 0 to 65535 is expected') ?? 3000,
    host: read(env, 'HOST', z.string().regex(/^[\w.:%-]+$/u), 'a host name or address is expected') ?? '127.0.0.1',
    archiveDir: folder('ARCHIVE_DIR', 'data/archive'),
    gazetteDir: folder('GAZETTE_DIR', 'data/gazettes'),
    meiliUrls,
    meiliKeys,
    meiliBin: meiliBin === null ? null : resolve(here, meiliBin),
    logLevel: read(env, 'LOG_LEVEL', z.enum(LOG_LEVELS), `one of ${LOG_LEVELS.join(', ')} is expected`) ?? 'info',
  };
}

/** The record store's file in the archive. */
export const storePath = (config: Pick<Config, 'archiveDir'>): string => join(config.archiveDir, STORE_FILE);

/** Held by whoever writes to the record store, in any process of the archive. */
export const ingestLockPath = (config: Pick<Config, 'archiveDir'>): string => join(config.archiveDir, 'ingest.lock');
