import { stat } from 'node:fs/promises';
import type { Store } from './open-store.ts';
import { perStore } from './per-store.ts';

/** Nanoseconds. A file changed this shortly before may change again within one tick of its disk's clock. */
const SETTLED_AFTER = 2_000_000_000n;
const NANOSECONDS = 1_000_000n;

/**
 * Size and times of a file, by which it can be told unread that it is as it was: `83121:1732177000123456789:1732177000123456789`.
 * With the time of the last change of the file's entry (ctime), which cannot be set back as that of its content can. Null for a
 * file that is not there, or was changed within the last two seconds: that one is compared by its bytes.
 */
export async function fileState(file: string): Promise<string | null> {
  try {
    const { size, mtimeNs, ctimeNs } = await stat(file, { bigint: true });
    const newest = mtimeNs > ctimeNs ? mtimeNs : ctimeNs;
    if (newest + SETTLED_AFTER > BigInt(Date.now()) * NANOSECONDS) return null;
    return `${size}:${mtimeNs}:${ctimeNs}`;
  } catch {
    return null;
  }
}

const statements = perStore((store) => ({
  hashInState: store
    .prepare<[string, string], string>(
      'SELECT s.content_hash FROM sources s JOIN file_states f ON f.source_id = s.id WHERE s.path = ? AND f.state = ?',
    )
    .pluck(),
  note: store.prepare<[string, string]>(
    `INSERT INTO file_states (source_id, state) SELECT id, ? FROM sources WHERE path = ?
     ON CONFLICT DO UPDATE SET state = excluded.state WHERE state <> excluded.state`,
  ),
}));

/** The sha256 of the bytes that a stored file had when it looked like this; null when it never did. */
export function hashInState(store: Store, path: string, state: string): string | null {
  return statements(store).hashInState.get(path, state) ?? null;
}

/** Notes what a stored file looked like before its bytes were read. */
export function noteFileState(store: Store, path: string, state: string): void {
  statements(store).note.run(state, path);
}
