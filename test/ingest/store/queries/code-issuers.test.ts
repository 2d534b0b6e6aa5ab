import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { MIGRATIONS } from '../../../../ingest/store/migrations.ts';
import type { Store } from '../../../../ingest/store/open-store.ts';
import { createCodeIssuers, issuerOfEntry } from '../../../../ingest/store/queries/code-issuers.ts';
import type { Issuer } from '../../../../ingest/store/queries/code-issuers.ts';
import { registerEntry } from '../../../../ingest/store/queries/register.ts';
import { entryCounts, listEntries } from '../../../../ingest/store/queries/register-entries.ts';
import { madeArchive, OFFICE } from '../../resolve/made-archive.ts';
import type { MadeDocument, MadeIssue } from '../../resolve/made-issue.ts';

function held(number: string, authority: string, ...named: string[]): MadeDocument {
  return {
    title: `关于${number}所定事项的通知`,
    number,
    authority,
    promulgated: '2024-01-05',
    relations: named.map((other) => ({ type: 'cites', number: other })),
  };
}

function issuer(store: Store, id: string): Issuer {
  const entry = registerEntry(store, id);
  if (entry === null) throw new Error(`no entry ${id}`);
  return issuerOfEntry(entry, createCodeIssuers(store));
}

const FIRST: MadeIssue = {
  date: '2024-01-15',
  documents: [held('新政办发〔2024〕1号', OFFICE, '新政办发〔2010〕23号', '政办发〔2010〕5号')],
};
const SECOND: MadeIssue = { date: '2024-02-15', documents: [held('新政办发〔2024〕2号', OFFICE)] };

describe('who issued a document of which only the number is known', () => {
  test('is whoever issued every document held under its code, and the count is said', () => {
    const store = madeArchive(FIRST, SECOND);
    expect(issuer(store, 'xinzhengbanfa-2010-23')).toEqual({
      authority: OFFICE,
      presumed: `以“新政办发”为代字的馆藏文件（2件）均由${OFFICE}印发`,
    });
    expect(issuer(store, 'xinzhengbanfa-2024-1')).toEqual({ authority: OFFICE, presumed: null });
  });

  test('does not depend on the order of ingest', () => {
    expect(issuer(madeArchive(SECOND, FIRST), 'xinzhengbanfa-2010-23')).toEqual(
      issuer(madeArchive(FIRST, SECOND), 'xinzhengbanfa-2010-23'),
    );
  });

  test('stays open when documents under the code disagree, also when that comes later', () => {
    const store = madeArchive(FIRST, SECOND, {
      date: '2024-03-15',
      documents: [held('新政办发〔2024〕3号', '新疆维吾尔自治区人民政府')],
    });
    expect(issuer(store, 'xinzhengbanfa-2010-23')).toEqual({ authority: null, presumed: null });
  });

  test('is the first named of a joint document, whose number it bears', () => {
    const store = madeArchive({
      date: '2024-01-15',
      documents: [held('新政发〔2024〕1号', '新疆维吾尔自治区人民政府', '新政发〔2001〕9号')],
    });
    store.prepare("UPDATE register SET authority = authority || '、农业农村部' WHERE id = 'xinzhengfa-2024-1'").run();
    expect(issuer(store, 'xinzhengfa-2001-9').authority).toBe('新疆维吾尔自治区人民政府');
  });

  test('is unknown for a code that names no place', () => {
    const store = madeArchive({
      date: '2024-01-15',
      documents: [held('政办发〔2024〕1号', '某县人民政府办公室', '政办发〔2010〕5号')],
    });
    expect(issuer(store, 'zhengbanfa-2010-5')).toEqual({ authority: null, presumed: null });
  });

  test('is the body under whose name a filing catalogue lists the code; a group that is a place says nothing', () => {
    const catalogue = [{ title: '关于印发《甲办法》的通知', number: '新教规〔2023〕1号', date: '2023-01-05' }];
    const bodies: MadeIssue = { date: '2024-01-15', documents: [], catalogue };
    const store = madeArchive(bodies);
    store.prepare("UPDATE catalogue_groups SET name = '自治区教育厅'").run();
    const [entry] = listEntries(store, { q: '甲办法', authority: null, year: null, held: null }).entries;
    expect(entry && issuerOfEntry(entry, createCodeIssuers(store))).toEqual({
      authority: '新疆维吾尔自治区教育厅',
      presumed: '备案目录把以“新教规”为代字的文件（1件）都列在新疆维吾尔自治区教育厅名下',
    });
    store.prepare("UPDATE catalogue_groups SET name = '乌鲁木齐市'").run();
    expect(entry && issuerOfEntry(entry, createCodeIssuers(store)).authority).toBeNull();
  });

  test('two spellings of one body agree', () => {
    const store = madeArchive({
      date: '2024-01-15',
      documents: [
        held('新发改规〔2024〕1号', '新疆维吾尔自治区发展改革委', '新发改规〔2019〕7号'),
        held('新发改规〔2024〕2号', '新疆维吾尔自治区发展和改革委员会'),
      ],
    });
    const named = listEntries(store, { q: '新发改规〔2019〕7号', authority: null, year: null, held: null }).entries;
    expect(named.map((entry) => issuerOfEntry(entry, createCodeIssuers(store)).authority)).toEqual([
      '新疆维吾尔自治区发展和改革委员会',
    ]);
  });

  test('filters and counts of the register include it', () => {
    const store = madeArchive(FIRST, SECOND);
    const ids = listEntries(store, { q: '', authority: OFFICE, year: null, held: null }).entries.map(
      (entry) => entry.id,
    );
    expect(ids.sort()).toEqual(['xinzhengbanfa-2010-23', 'xinzhengbanfa-2024-1', 'xinzhengbanfa-2024-2']);
    expect(entryCounts(store).authorities).toEqual([{ value: OFFICE, count: 3 }]);
    expect(listEntries(store, { q: '', authority: '农业农村部', year: null, held: null }).entries).toEqual([]);
  });

  test('is looked up by an index', () => {
    const asked: string[] = [];
    const store = new Database(':memory:', { verbose: (sql) => asked.push(String(sql)) });
    for (const migration of MIGRATIONS) store.exec(migration);
    asked.splice(0);
    createCodeIssuers(store)('新政办发|2010|23');
    const plans = asked
      .splice(0)
      .flatMap((sql) => store.prepare<[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`).all());
    expect(plans.length).toBeGreaterThan(2);
    expect(plans.map((row) => row.detail).filter((detail) => detail.startsWith('SCAN'))).toEqual([]);
  });
});
