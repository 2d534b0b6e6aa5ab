import { beforeAll, describe, expect, test } from 'vitest';
import type { ParsedIssue } from '../../../ingest/model/issue.ts';
import { removeSource } from '../../../ingest/store/remove-source.ts';
import { writeIssue } from '../../../ingest/store/write-issue.ts';
import { archiveOf, parseGazettes } from '../validity/gazette-archive.ts';
import { registerDump } from './register-dump.ts';

let issues: Map<string, ParsedIssue>;
let expected: Record<string, unknown[]>;

beforeAll(async () => {
  issues = await parseGazettes();
  expected = dumpOf([...issues.keys()]);
});

function dumpOf(order: readonly string[]): Record<string, unknown[]> {
  const store = archiveOf(issues, order);
  const dump = registerDump(store);
  store.close();
  return dump;
}

/** Every file once as the first, and its neighbours in turn; and all of them backwards. */
function orders(): string[][] {
  const files = [...issues.keys()];
  const turned = files.map((_, at) => [...files.slice(at), ...files.slice(0, at)]);
  return [...turned.slice(1), [...files].reverse()];
}

describe('the five gazettes in any order', () => {
  test('give one register, one set of names and events, one target for every relation', () => {
    expect(expected.entries?.length).toBeGreaterThan(200);
    for (const order of orders()) {
      const dump = dumpOf(order);
      for (const table of Object.keys(expected))
        expect(dump[table], `${table} of ${order.join(' ')}`).toEqual(expected[table]);
    }
  });

  test('taken out one by one and put in again give it too', () => {
    const store = archiveOf(issues);
    for (const file of issues.keys()) {
      removeSource(store, file);
      const without = dumpOf([...issues.keys()].filter((other) => other !== file));
      expect(registerDump(store), `without ${file}`).toEqual(without);
      const issue = issues.get(file);
      if (issue !== undefined) writeIssue(store, issue, { path: file });
      expect(registerDump(store), `with ${file} again`).toEqual(expected);
    }
    store.close();
  });
});
