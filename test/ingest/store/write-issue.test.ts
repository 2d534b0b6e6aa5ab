import { beforeEach, describe, expect, it } from 'vitest';
import { openStore } from '../../../ingest/store/open-store.ts';
import type { Store } from '../../../ingest/store/open-store.ts';
import { redirectedId } from '../../../ingest/store/redirects.ts';
import { removeSource } from '../../../ingest/store/remove-source.ts';
import { writeIssue } from '../../../ingest/store/write-issue.ts';
import type { WriteResult } from '../../../ingest/store/write-issue.ts';
import { FIXTURE_NOTICE as NOTICE, FIXTURE_TEXT, fixtureIssue } from '../../helpers/fixture-issue.ts';
import { noticeText } from '../../helpers/gazette-process.ts';
import { parse } from '../../helpers/parse-text.ts';
import { tableRows } from '../../helpers/store-dump.ts';

const PATH = 'xinjiang-2024-17-18.txt';

let store: Store;

beforeEach(() => {
  store = openStore(':memory:');
});

/** Reads a whole text as the pipeline does and writes it. */
const write = (text: string, path: string): WriteResult => writeIssue(store, parse(text), { path });

const outbox = (): [string, string][] =>
  store
    .prepare<[], { operation: string; document_id: string }>('SELECT operation, document_id FROM outbox ORDER BY seq')
    .all()
    .map((row) => [row.operation, row.document_id]);

const ids = (): string[] =>
  store
    .prepare<[], { id: string }>('SELECT id FROM documents ORDER BY issue_id, seq')
    .all()
    .map((row) => row.id);

const sourcesOf = (documentId: string): string[] =>
  store
    .prepare<[string], { path: string }>(
      `SELECT s.path FROM appearances a JOIN sources s ON s.id = a.source_id
       WHERE a.document_id = ? ORDER BY a.is_holder DESC, s.path`,
    )
    .all(documentId)
    .map((row) => row.path);

describe('writeIssue', () => {
  it('adds a file, and changes nothing when its bytes come again', () => {
    const first = writeIssue(store, fixtureIssue(), { path: PATH });
    expect(first).toMatchObject({
      outcome: 'added',
      issueId: 'xinjiang-2024-17-18',
      counts: { documents: 3, articles: 4 },
    });
    const before = tableRows(store);
    const second = writeIssue(store, fixtureIssue(), { path: PATH });
    expect(second).toEqual({ ...first, outcome: 'unchanged' });
    expect(tableRows(store)).toEqual(before);
  });

  it('puts documents in the outbox of the search index in the same transaction', () => {
    const { documentIds } = writeIssue(store, fixtureIssue(), { path: PATH });
    expect(outbox().sort()).toEqual(documentIds.map((id) => ['upsert', id]).sort());
  });

  it('replaces what a changed file gave, under the same address', () => {
    writeIssue(store, fixtureIssue(), { path: PATH });
    store.exec('DELETE FROM outbox');
    const changed = fixtureIssue((text) => text.replace('推行绿色勘查', '大力推行绿色勘查'));
    expect(writeIssue(store, changed, { path: PATH }).outcome).toBe('replaced');
    const text = store.prepare<[string], { text: string }>(
      'SELECT group_concat(text) AS text FROM pieces WHERE document_id = ?',
    );
    expect(text.get(NOTICE)?.text).toContain('大力推行绿色勘查');
    expect(ids()).toHaveLength(3);
    expect(outbox()).toContainEqual(['upsert', NOTICE]);
    expect(store.pragma('foreign_key_check')).toEqual([]);
  });

  it('gives the same rows as a fresh archive, whatever stood there before', () => {
    const final = FIXTURE_TEXT.replace('推行绿色勘查', '大力推行绿色勘查');
    write(FIXTURE_TEXT.replace('第239号', '第240号'), PATH);
    write(FIXTURE_TEXT, PATH);
    write(final, PATH);
    const travelled = tableRows(store, ['outbox', 'redirects']);
    store = openStore(':memory:');
    write(final, PATH);
    expect(travelled).toEqual(tableRows(store, ['outbox', 'redirects']));
  });

  it.each(['documents', 'provisions', 'register', 'register_events', 'outbox'])(
    'leaves nothing behind when the writing of %s fails',
    (table) => {
      write(noticeText(1), 'first.txt');
      const before = tableRows(store);
      store.exec(
        `CREATE TEMP TRIGGER failing BEFORE INSERT ON main.${table} BEGIN SELECT raise(ABORT, 'no more'); END`,
      );
      expect(() => writeIssue(store, fixtureIssue(), { path: PATH })).toThrow('no more');
      store.exec('DROP TRIGGER failing');
      expect(tableRows(store)).toEqual(before);
      expect(writeIssue(store, fixtureIssue(), { path: PATH }).outcome).toBe('added');
    },
  );

  it('refuses rows that point nowhere', () => {
    expect(() => store.exec("INSERT INTO parts VALUES ('nothing', 1, 'body', '', 0, 0, 1, 1)")).toThrow(/FOREIGN KEY/u);
  });
});

describe('a document that several files show', () => {
  it('is held once when two files hold the same issue, and survives the loss of either', () => {
    write(FIXTURE_TEXT, 'a.txt');
    const alone = ids();
    write(`${FIXTURE_TEXT}\n`, 'b.txt');
    expect(ids()).toEqual(alone);
    expect(sourcesOf(NOTICE)).toEqual(['a.txt', 'b.txt']);
    expect(store.prepare<[], { n: number }>('SELECT count(*) AS n FROM issues').get()?.n).toBe(1);
    removeSource(store, 'a.txt');
    expect(ids()).toEqual(alone);
    expect(sourcesOf(NOTICE)).toEqual(['b.txt']);
    removeSource(store, 'b.txt');
    expect(ids()).toEqual([]);
    expect(store.pragma('foreign_key_check')).toEqual([]);
  });

  it('is held once from the earlier of two issues, whatever the order of ingest', () => {
    const later = FIXTURE_TEXT.replace('2024年9月15日 第17-18号 (总987-988期)', '2024年10月15日 第19号 (总989期)');
    write(later, 'later.txt');
    write(FIXTURE_TEXT, 'earlier.txt');
    const one = tableRows(store, ['outbox']);
    expect(sourcesOf(NOTICE)).toEqual(['earlier.txt', 'later.txt']);
    expect(new Set(ids()).size).toBe(ids().length);
    store = openStore(':memory:');
    write(FIXTURE_TEXT, 'earlier.txt');
    write(later, 'later.txt');
    expect(tableRows(store, ['outbox'])).toEqual(one);
  });

  it('keeps its address when only its text is corrected, and redirects when its number is', () => {
    const { documentIds } = write(noticeText(7), 'notice.txt');
    const [id] = documentIds;
    expect(id).toBe('xinzhengbanfa-2024-7');
    write(noticeText(7).replace('加强监督检查', '加强日常检查'), 'notice.txt');
    expect(ids()).toEqual([id]);
    store.exec('DELETE FROM outbox');
    write(noticeText(7).replace('〔2024〕7号', '〔2024〕17号'), 'notice.txt');
    expect(ids()).toEqual(['xinzhengbanfa-2024-17']);
    expect(redirectedId(store, 'document', 'xinzhengbanfa-2024-7')).toBe('xinzhengbanfa-2024-17');
    expect(outbox()).toEqual([
      ['delete', 'xinzhengbanfa-2024-7'],
      ['upsert', 'xinzhengbanfa-2024-17'],
    ]);
  });

  it('is not one with another that was printed with the same number', () => {
    write(noticeText(7, '加强绿色勘查工作'), 'a.txt');
    write(
      '关于表彰先进集体的决定\n新政办发〔2024〕7号\n\n各单位：\n授予以下单位称号。\n\n新疆维吾尔自治区人民政府办公厅\n2024年3月3日\n',
      'b.txt',
    );
    expect(ids()).toHaveLength(2);
  });
});
