import { afterEach, expect } from 'vitest';
import { openStore } from '../../../ingest/store/open-store.ts';
import type { Store } from '../../../ingest/store/open-store.ts';
import { findRegister } from '../../../ingest/store/queries/references.ts';
import { writeIssue } from '../../../ingest/store/write-issue.ts';
import { statusOf } from '../../../ingest/validity/replacement.ts';
import { madeIssue } from './made-issue.ts';
import type { MadeDocument, MadeIssue } from './made-issue.ts';

export const OFFICE = '新疆维吾尔自治区人民政府办公厅';

const open: Store[] = [];
afterEach(() => {
  for (const store of open.splice(0)) store.close();
});

/** The file that a made-up issue is said to come from. */
export const pathOf = ({ gazette = '', date }: MadeIssue): string => `${gazette}${date}.txt`;

/** An archive of made-up issues, written in this order. It is closed when the test ends. */
export function madeArchive(...issues: MadeIssue[]): Store {
  const store = openStore(':memory:');
  open.push(store);
  for (const issue of issues) writeIssue(store, madeIssue(issue), { path: pathOf(issue) });
  return store;
}

/** A document of the office, with its number and day. */
export const act = (
  title: string,
  number: string | undefined,
  promulgated: string,
  more: Partial<MadeDocument> = {},
): MadeDocument => ({
  title,
  ...(number === undefined ? {} : { number }),
  authority: OFFICE,
  promulgated,
  ...more,
});

/** The status on a day of the one document that a title or number means. */
export function statusIn(store: Store, ref: string, on: string): string | undefined {
  const entries = findRegister(store, ref);
  expect(entries, ref).toHaveLength(1);
  return statusOf(store, entries[0]?.id ?? '', on)?.status;
}
