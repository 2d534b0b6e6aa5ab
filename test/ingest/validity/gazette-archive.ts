import { readdirSync } from 'node:fs';
import { parseIssue } from '../../../ingest/pipeline.ts';
import type { ParsedIssue } from '../../../ingest/model/issue.ts';
import { readSourceFile } from '../../../ingest/read/read-source.ts';
import { openStore } from '../../../ingest/store/open-store.ts';
import type { Store } from '../../../ingest/store/open-store.ts';
import { writeIssue } from '../../../ingest/store/write-issue.ts';

const FOLDER = new URL('../../../data/gazettes/', import.meta.url).pathname;

/** The five gazettes of the repository, read by the real pipeline; file name → issue. */
export async function parseGazettes(): Promise<Map<string, ParsedIssue>> {
  const issues = new Map<string, ParsedIssue>();
  for (const file of readdirSync(FOLDER).sort()) issues.set(file, parseIssue(await readSourceFile(FOLDER + file)));
  return issues;
}

/** An in-memory archive of issues, written in the order of the files given. */
export function archiveOf(
  issues: ReadonlyMap<string, ParsedIssue>,
  order: readonly string[] = [...issues.keys()],
): Store {
  const store = openStore(':memory:');
  for (const file of order) {
    const issue = issues.get(file);
    if (issue !== undefined) writeIssue(store, issue, { path: file });
  }
  return store;
}
