import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { MIGRATIONS } from '../../../ingest/store/migrations.ts';
import type { Store } from '../../../ingest/store/open-store.ts';
import { findRegister } from '../../../ingest/store/queries/references.ts';
import { writeIssue } from '../../../ingest/store/write-issue.ts';
import { growingSteps, rememberingStore } from '../../helpers/statement-plans.ts';
import { madeIssue } from './made-issue.ts';
import type { MadeIssue } from './made-issue.ts';

/** A store that counts the statements it runs. */
function countingStore(): { store: Store; statements: () => number } {
  let count = 0;
  const store = new Database(':memory:', {
    verbose: () => {
      count += 1;
    },
  });
  store.pragma('foreign_keys = ON');
  for (const migration of MIGRATIONS) store.exec(migration);
  return { store, statements: () => count };
}

/** An issue of its own, with documents that cite each other and laws that every issue cites. */
function filler(index: number): MadeIssue {
  const year = 1990 + (index % 30);
  return {
    date: `${year}-01-${String(1 + (index % 28)).padStart(2, '0')}`,
    number: index,
    documents: [0, 1, 2].map((at) => ({
      title: `第${index}批第${at}号管理办法`,
      number: `新政发〔${year}〕${index * 10 + at}号`,
      authority: '新疆维吾尔自治区人民政府',
      promulgated: `${year}-01-01`,
      relations: [
        { type: 'based_on', title: '中华人民共和国某某法' },
        { type: 'cites', number: `新政办发〔1989〕${index}号`, title: `第${index}件旧通知` },
        { type: 'cites', title: `第${index}批待定方案` },
      ],
    })),
  };
}

const LATE: MadeIssue = {
  date: '2024-05-15',
  documents: [
    {
      title: '第3批待定方案',
      number: '新政发〔1991〕900号',
      promulgated: '1989-01-01',
      relations: [
        { type: 'based_on', title: '中华人民共和国某某法' },
        { type: 'repeals', number: '新政办发〔1989〕5号' },
      ],
    },
  ],
};

/** Lines of catalogues that nobody could be found for are few, whatever the archive. */
const OPEN_ENTRIES = 'register_id IS NULL AND +c.document_id IS NULL';

function costInArchiveOf(issues: number): { cost: number; store: Store } {
  const { store, statements } = countingStore();
  for (let index = 1; index <= issues; index += 1)
    writeIssue(store, madeIssue(filler(index)), { path: `${index}.txt` });
  const before = statements();
  writeIssue(store, madeIssue(LATE), { path: 'late.txt' });
  return { cost: statements() - before, store };
}

describe('adding an issue', () => {
  test('runs as many statements in an archive of 60 issues as in one of 6', () => {
    const small = costInArchiveOf(6);
    const large = costInArchiveOf(60);
    expect(large.cost).toBe(small.cost);
    expect(large.cost).toBeLessThan(400);
    small.store.close();
    large.store.close();
  });

  test('resolves what earlier issues left open', () => {
    const { store } = costInArchiveOf(6);
    expect(findRegister(store, '第3批待定方案').map((entry) => entry.id)).toEqual(['xinzhengfa-1991-900']);
    const open = store
      .prepare(
        "SELECT count(*) AS n FROM relations WHERE target_title = '第3批待定方案' AND target_id = 'xinzhengfa-1991-900'",
      )
      .get();
    expect(open).toEqual({ n: 3 });
    store.close();
  });

  test('looks everything up by an index', () => {
    const remembering = rememberingStore();
    const { store } = remembering;
    for (let index = 1; index <= 3; index += 1) writeIssue(store, madeIssue(filler(index)), { path: `${index}.txt` });
    remembering.forget();
    writeIssue(store, madeIssue(LATE), { path: 'late.txt' });
    const ran = remembering.statements().filter(({ sql }) => !sql.includes(OPEN_ENTRIES));
    expect(ran.length).toBeGreaterThan(50);
    expect(ran.flatMap((statement) => growingSteps(statement).map((step) => `${step} in ${statement.sql}`))).toEqual(
      [],
    );
    store.close();
  });
});
