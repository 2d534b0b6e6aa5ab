import Database from 'better-sqlite3';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countRows, cursorText, orderBy, readCursor, readPage } from '../../../../ingest/store/queries/keyset.ts';
import type { Cursor, ListPage, SortedList } from '../../../../ingest/store/queries/keyset.ts';

const SEED = 20;
const LIST: SortedList = {
  table: 'things t',
  id: 't.id',
  keys: [
    { sql: 't.day', descending: true },
    { sql: 't.name', descending: false },
    { sql: 't.id', descending: false },
  ],
  conditions: ['t.kind = @kind', 't.size < ?'],
  positional: [9],
  named: { kind: 'act' },
};

interface Thing {
  day: string | null;
  name: string | null;
  kind: string;
}

/** Few values, so that most rows share a key with others. */
const things: fc.Arbitrary<Thing[]> = fc.array(
  fc.record({
    day: fc.constantFrom('2024-01-01', '2024-01-02', '2024-02-01', null),
    name: fc.constantFrom('甲', '乙', null),
    kind: fc.constantFrom('act', 'act', 'report'),
  }),
  { maxLength: 40 },
);

function storeOf(rows: readonly Thing[]): Database.Database {
  const store = new Database(':memory:');
  store.exec(`CREATE TABLE things (id INTEGER PRIMARY KEY, day TEXT, name TEXT, kind TEXT, size INTEGER);
    CREATE INDEX things_newest ON things(kind, day DESC, name, id)`);
  const insert = store.prepare('INSERT INTO things (day, name, kind, size) VALUES (@day, @name, @kind, 1)');
  for (const row of rows) insert.run(row);
  return store;
}

const inOrder = (store: Database.Database): unknown[] =>
  store
    .prepare(`SELECT t.id FROM things t WHERE t.kind = 'act' ${orderBy(LIST.keys)}`)
    .pluck()
    .all();

interface Ends {
  before: Cursor | null;
  after: Cursor | null;
}

/** The ids of a list, page by page from one end to the other. */
function walk(store: Database.Database, first: ListPage, next: (ends: Ends) => ListPage | null): unknown[][] {
  const { ids, ...ends } = readPage(store, LIST, first);
  const page = next(ends);
  return page === null ? [ids] : [ids, ...walk(store, page, next)];
}

describe('pages by place', () => {
  test('one after the other, forward or backward, are the list, each row once', () => {
    fc.assert(
      fc.property(things, fc.integer({ min: 1, max: 7 }), (rows, limit) => {
        const store = storeOf(rows);
        const whole = inOrder(store);
        const forward = walk(store, { limit, offset: 0 }, ({ after }) => (after === null ? null : { limit, after }));
        expect(forward.flat()).toEqual(whole);
        expect(forward.slice(0, -1).every((page) => page.length === limit)).toBe(true);
        const lastPage = { limit, offset: Math.max(whole.length - limit, 0) };
        const backward = walk(store, lastPage, ({ before }) => (before === null ? null : { limit, before }));
        expect(backward.reverse().flat()).toEqual(whole);
        expect(countRows(store, LIST)).toBe(whole.length);
        store.close();
      }),
      { seed: SEED, numRuns: 150 },
    );
  });

  test('from any row are what an offset gives there, and so are their ends', () => {
    fc.assert(
      fc.property(things, fc.nat(40), fc.integer({ min: 1, max: 7 }), (rows, at, limit) => {
        const store = storeOf(rows);
        const { before } = readPage(store, LIST, { limit: 1, offset: at + 1 });
        fc.pre(before !== null);
        expect(readPage(store, LIST, { limit, after: before })).toEqual(
          readPage(store, LIST, { limit, offset: at + 2 }),
        );
        const start = Math.max(at + 1 - limit, 0);
        expect(readPage(store, LIST, { limit, before })).toEqual(
          readPage(store, LIST, { limit: at + 1 - start, offset: start }),
        );
        store.close();
      }),
      { seed: SEED, numRuns: 150 },
    );
  });

  test('stay where they are when the row at the place goes and others come', () => {
    const store = storeOf(
      ['2024-01-09', '2024-01-08', '2024-01-07', '2024-01-06'].map((day) => ({ day, name: null, kind: 'act' })),
    );
    const { ids, after } = readPage(store, LIST, { limit: 2, offset: 0 });
    expect(ids).toEqual([1, 2]);
    store.exec(`DELETE FROM things WHERE id = 2;
      INSERT INTO things VALUES (8, '2024-02-01', NULL, 'act', 1), (9, '2024-02-01', NULL, 'act', 1)`);
    expect(readPage(store, LIST, { limit: 2, after: after ?? [] }).ids).toEqual([3, 4]);
    expect(readPage(store, LIST, { limit: 2, offset: 2 }).ids).toEqual([1, 3]);
    store.close();
  });

  test('a place of another list begins at the first row', () => {
    const store = storeOf([{ day: null, name: null, kind: 'act' }]);
    expect(readPage(store, LIST, { limit: 5, after: ['2024-01-01'] }).ids).toEqual([1]);
    store.close();
  });
});

test('a place goes through an address and back; anything else is none', () => {
  const places = [
    ['2024-01-01', 'xinjiang-2024-17-18', 3],
    [null, '第8条 "甲"', -1.5],
  ];
  for (const place of places) {
    expect(cursorText(place)).toMatch(/^[\w-]+$/u);
    expect(readCursor(cursorText(place))).toEqual(place);
  }
  const others = [
    '',
    'x',
    '%00',
    cursorText([]),
    Buffer.from('{"a":1}').toString('base64url'),
    Buffer.from('[[1]]').toString('base64url'),
    cursorText(['x'.repeat(2000)]),
  ];
  expect(others.map(readCursor)).toEqual(others.map(() => null));
});
