import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { openStore } from '../../../ingest/store/open-store.ts';
import { writeIssue } from '../../../ingest/store/write-issue.ts';
import { parse } from '../../helpers/parse-text.ts';

const gazettes = ['xinjiang-2024-15-16.txt', 'xinjiang-2024-17-18.txt'].map((name) => ({
  path: name,
  text: readFileSync(`data/gazettes/${name}`, 'utf8'),
}));

/** Line and passage of all evidence, as pages lead to it. */
function evidence(lineEnd: string): unknown[][] {
  const store = openStore(':memory:');
  try {
    for (const { path, text } of gazettes) writeIssue(store, parse(text.replace(/\r?\n/gu, lineEnd)), { path });
    return [
      'SELECT name, raw, line FROM facts ORDER BY id',
      'SELECT quote, line FROM relations ORDER BY id',
      'SELECT raw, line FROM history ORDER BY document_id, seq',
      'SELECT raw, line FROM catalogue_entries ORDER BY id',
      'SELECT title, line_start, line_end FROM documents ORDER BY issue_id, seq',
    ].map((sql) => store.prepare(sql).raw().all());
  } finally {
    store.close();
  }
}

test.each([
  ['\\r\\n', '\r\n'],
  ['\\r', '\r'],
])('evidence stands in the same lines in a file whose lines end with %s', (_name, lineEnd) => {
  const expected = evidence('\n');
  expect(expected.map((rows) => rows.length > 0)).toEqual([true, true, true, true, true]);
  expect(evidence(lineEnd)).toEqual(expected);
});
