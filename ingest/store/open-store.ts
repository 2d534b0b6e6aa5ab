import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { makeFolder } from './make-folder.ts';
import { MIGRATIONS } from './migrations.ts';

/** The record store: one SQLite file, the truth of the archive. */
export type Store = Database.Database;

/** A record store that cannot be opened or written, with the reason in one line for a person. */
export class StoreUnusable extends Error {
  readonly path: string;
  constructor(path: string, reason: string) {
    super(`${path}: ${reason}`);
    this.name = 'StoreUnusable';
    this.path = path;
  }
}

/** "DIBA" in ASCII, in the file's header: tells a record store from any other SQLite file. */
const APPLICATION_ID = 0x44494241;

/**
 * Pages that the write-ahead log may hold before they are written to their places: 32 MB. An issue touches many places of a large store,
 * and the same ones again with the next issue: put back every few issues, they took half the time of adding one.
 */
const WAL_PAGES = 8000;

/**
 * KiB of pages that the handle of a reader keeps, a quarter of SQLite's own measure: the operating system keeps the file's pages anyway, and
 * a search of a large archive comes back to few of them.
 */
const READER_CACHE = 4000;

const REASONS: Record<string, string> = {
  SQLITE_NOTADB: 'not a record store: this is another kind of file',
  SQLITE_CORRUPT: 'the record store is damaged; run `gazette restore` with a backup, or delete it and ingest again',
  SQLITE_READONLY: 'the record store cannot be written: the file or its folder is read-only',
  SQLITE_CANTOPEN: 'the record store cannot be opened: check that its folder exists and may be written',
  SQLITE_FULL: 'the disk that holds the archive is full',
  SQLITE_IOERR: 'the disk does not answer as it should (read or write error)',
  SQLITE_BUSY: 'another process is writing to the record store',
};

/** The one line that explains an SQLite error to a person; null for an error that is not SQLite's. */
export function storeErrorReason(error: unknown): string | null {
  if (!(error instanceof Database.SqliteError)) return null;
  const family = Object.keys(REASONS).find((code) => error.code === code || error.code.startsWith(`${code}_`));
  return (family === undefined ? undefined : REASONS[family]) ?? `${error.message} (${error.code})`;
}

function applyMigrations(store: Store, path: string): void {
  const version = Number(store.pragma('user_version', { simple: true }));
  const owner = Number(store.pragma('application_id', { simple: true }));
  const tables = store.prepare<[], { n: number }>('SELECT count(*) AS n FROM sqlite_schema').get()?.n ?? 0;
  if (tables > 0 && owner !== APPLICATION_ID)
    throw new StoreUnusable(path, 'not a record store: an SQLite file of another program');
  if (version > MIGRATIONS.length) throw new StoreUnusable(path, 'made by a newer version of this program');
  if (version === MIGRATIONS.length) return;
  if (store.readonly)
    throw new StoreUnusable(path, 'made by an older version of this program; run `gazette ingest` once');
  store
    .transaction(() => {
      const now = Number(store.pragma('user_version', { simple: true }));
      for (const migration of MIGRATIONS.slice(now)) store.exec(migration);
      store.pragma(`application_id = ${APPLICATION_ID}`);
      store.pragma(`user_version = ${MIGRATIONS.length}`);
    })
    .immediate();
}

function connect(path: string, readonly: boolean): Store {
  const store = new Database(path, { readonly, timeout: 10_000 });
  try {
    if (readonly) store.pragma(`cache_size = -${READER_CACHE}`);
    else {
      store.pragma('journal_mode = WAL');
      store.pragma('synchronous = FULL');
      store.pragma(`wal_autocheckpoint = ${WAL_PAGES}`);
    }
    store.pragma('foreign_keys = ON');
    store.pragma('temp_store = MEMORY');
    applyMigrations(store, path);
    return store;
  } catch (error) {
    store.close();
    throw error;
  }
}

/**
 * Opens the record store at `path` (`:memory:` for tests), makes it if it is not there and brings its schema up to date:
 * write-ahead log, foreign keys on, ten seconds of patience with another writer. `readonly` gives the handle that the
 * site uses: it sees every committed change and can make none.
 * @throws StoreUnusable one line: an unwritable folder, a foreign or damaged file.
 */
export function openStore(path: string, options: { readonly?: boolean } = {}): Store {
  const inMemory = path === ':memory:';
  try {
    if (!inMemory) makeFolder(dirname(path));
    if (options.readonly !== true || inMemory) return connect(path, false);
    if (!existsSync(path)) connect(path, false).close();
    return connect(path, true);
  } catch (error) {
    if (error instanceof StoreUnusable) throw error;
    const reason = storeErrorReason(error) ?? (error instanceof Error ? folderReason(error) : null);
    if (reason === null) throw error;
    throw new StoreUnusable(path, reason);
  }
}

function folderReason(error: Error): string | null {
  const code = 'code' in error ? error.code : null;
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
    return 'the folder of the record store cannot be written';
  if (code === 'ENOTDIR' || code === 'EEXIST') return 'a file stands where the folder of the record store should be';
  if (code === 'ENOSPC') return 'the disk that holds the archive is full';
  return null;
}
