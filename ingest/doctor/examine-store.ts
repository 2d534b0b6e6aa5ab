import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import type { Config } from '../../server/config.ts';
import { filePath } from '../ingest-files.ts';
import { documentDigest, textDigest } from '../store/document-digest.ts';
import type { Store } from '../store/open-store.ts';
import { readerVersion } from '../store/reader-version.ts';
import { counted } from '../terminal/counted.ts';
import { some, well, wrong } from './finding.ts';
import type { Finding } from './finding.ts';

const RESTORE = 'gazette restore FILE with a backup, or delete the archive folder and run gazette ingest';
const INGEST = 'gazette ingest';

/** Whether the file is sound and its rows agree with each other. */
export function examineStore(store: Store): Finding[] {
  const damage = store.pragma('integrity_check', { simple: true });
  if (damage !== 'ok') return [wrong('store', `damaged: ${String(damage).split('\n')[0] ?? ''}`, RESTORE)];
  const orphans = store.pragma('foreign_key_check');
  const count = Array.isArray(orphans) ? orphans.length : 0;
  if (count > 0) return [wrong('store', `${counted(count, 'row')} pointing to rows that are not there`, RESTORE)];
  return [well('store', 'sound'), ...examineContent(store)];
}

interface SourceRow {
  id: number;
  path: string;
  text: string;
  text_hash: string;
}

/** Whether texts and documents are what the ingest wrote: nobody changed them behind the program's back. */
function examineContent(store: Store): Finding[] {
  const texts: string[] = [];
  for (const source of store.prepare<[], SourceRow>('SELECT id, path, text, text_hash FROM sources').iterate()) {
    if (textDigest(source.text) !== source.text_hash) texts.push(source.path);
  }
  const documents = store
    .prepare<[], { id: string; digest: string | null }>('SELECT id, digest FROM documents')
    .all()
    .filter((document) => documentDigest(store, document.id) !== document.digest)
    .map((document) => document.id);
  const missing = store
    .prepare<[], { document_id: string }>(
      'SELECT DISTINCT document_id FROM appearances WHERE document_id NOT IN (SELECT id FROM documents)',
    )
    .all()
    .map((row) => row.document_id);
  const findings: Finding[] = [];
  if (texts.length > 0) findings.push(wrong('store', `the text of ${some(texts)} was changed`, RESTORE));
  if (documents.length > 0) findings.push(wrong('store', `rows of ${some(documents)} were changed`, RESTORE));
  if (missing.length > 0) findings.push(wrong('store', `documents are gone: ${some(missing)}`, RESTORE));
  return findings.length > 0 ? findings : [well('store', 'texts and documents are as they were ingested')];
}

/** Whether the archive knows the files as they are now. */
export function examineSources(store: Store, config: Config): Finding[] {
  const sources = store
    .prepare<[], { path: string; content_hash: string; reader_version: string }>(
      'SELECT path, content_hash, reader_version FROM sources ORDER BY path',
    )
    .all();
  const changed: string[] = [];
  let gone = 0;
  for (const source of sources) {
    const file = filePath(source.path, config.gazetteDir);
    if (!existsSync(file)) gone += 1;
    else if (hashOf(file) !== source.content_hash) changed.push(source.path);
  }
  const older = sources.filter((source) => source.reader_version !== readerVersion()).map((source) => source.path);
  const findings: Finding[] = [];
  if (changed.length > 0) findings.push(wrong('files', `changed since their ingest: ${some(changed)}`, INGEST));
  if (older.length > 0) findings.push(wrong('files', `read by older rules: ${some(older)}`, INGEST));
  if (findings.length > 0) return findings;
  const note = gone > 0 ? `; ${gone} are no longer on the disk (gazette ingest --prune takes them out)` : '';
  return [well('files', `${sources.length} in the archive, all as they were ingested${note}`)];
}

function hashOf(file: string): string | null {
  try {
    return createHash('sha256').update(readFileSync(file)).digest('hex');
  } catch {
    return null;
  }
}

/** Whether the folder and the store may be written. */
export function examinePermissions(paths: readonly string[]): Finding[] {
  const locked = paths.filter((path) => {
    try {
      accessSync(path, constants.R_OK | constants.W_OK);
      return false;
    } catch {
      return true;
    }
  });
  return locked.length === 0
    ? [well('permissions', 'the archive can be written')]
    : [wrong('permissions', `cannot be written: ${some(locked)}`, `chmod -R u+rwX ${locked[0] ?? ''}`)];
}
