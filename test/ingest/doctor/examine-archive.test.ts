import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { examineArchive } from '../../../ingest/commands/doctor.ts';
import { examineData } from '../../../ingest/doctor/examine-data.ts';
import { examineLaw } from '../../../ingest/doctor/examine-law.ts';
import { examineEngineFiles, examineIndex } from '../../../ingest/doctor/examine-search.ts';
import { examinePermissions, examineSources, examineStore } from '../../../ingest/doctor/examine-store.ts';
import type { Finding } from '../../../ingest/doctor/finding.ts';
import { dropIndex } from '../../../ingest/index/engine-tasks.ts';
import { recordIds, syncIndex } from '../../../ingest/index/sync.ts';
import { INDEX_UID } from '../../../ingest/index/settings.ts';
import { ingestFiles } from '../../../ingest/ingest-files.ts';
import type { Store } from '../../../ingest/store/open-store.ts';
import { openStore } from '../../../ingest/store/open-store.ts';
import { loadConfig } from '../../../server/config.ts';
import { fixtureStore } from '../../helpers/fixture-issue.ts';
import { noticeText } from '../../helpers/gazette-process.ts';
import { startTestEngine } from '../../helpers/test-engine.ts';
import type { TestEngine } from '../../helpers/test-engine.ts';

const wrongs = (findings: readonly Finding[]): string[] =>
  findings.flatMap(({ subject, message, mend }) => (mend === null ? [] : [`${subject}: ${message} — ${mend}`]));

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dibao-doctor-'));
  return () => rmSync(folder, { recursive: true, force: true });
});

describe('a record store', () => {
  let store: Store;
  beforeEach(() => {
    store = fixtureStore();
  });

  it('that nobody touched is sound', () => {
    expect(wrongs(examineStore(store))).toEqual([]);
  });

  it.each([
    [
      "UPDATE sources SET text = replace(text, '第239号', '第240号')",
      'the text of xinjiang-2024-17-18.txt was changed',
    ],
    [
      "UPDATE pieces SET text = '改' WHERE document_id = 'xinzhengbanfa-2024-43'",
      'rows of xinzhengbanfa-2024-43 were changed',
    ],
    [
      "UPDATE documents SET expiry_date = '2099-01-01' WHERE id = 'xinzhengbanfa-2024-43'",
      'rows of xinzhengbanfa-2024-43 were changed',
    ],
    [
      "DELETE FROM provisions WHERE document_id = 'xinzhengbanfa-2024-43' AND seq = 1",
      'rows of xinzhengbanfa-2024-43 were changed',
    ],
    ["DELETE FROM documents WHERE id = 'xinzhengbanfa-2024-43'", 'documents are gone: xinzhengbanfa-2024-43'],
  ])('that was tampered with is told: %s', (sql, message) => {
    store.exec(sql);
    expect(wrongs(examineStore(store)).join()).toContain(`store: ${message} — gazette restore`);
  });

  it('whose rows point to rows that are not there is told', () => {
    store.pragma('foreign_keys = OFF');
    store.exec("UPDATE parts SET document_id = 'nothing' WHERE document_id = 'xinzhengbanfa-2024-43'");
    expect(wrongs(examineStore(store)).join()).toContain('1 row pointing to rows that are not there');
  });
});

describe('the files of an archive', () => {
  it('are compared with what was ingested', async () => {
    const config = loadConfig({ ARCHIVE_DIR: join(folder, 'archive'), GAZETTE_DIR: folder });
    const store = openStore(':memory:');
    const files = ['a.txt', 'b.txt', 'c.txt'].map((name, index) => {
      writeFileSync(join(folder, name), noticeText(index + 1, `做好第${index + 1}批工作`));
      return join(folder, name);
    });
    await ingestFiles(store, files, { gazetteDir: folder });
    expect(wrongs(examineSources(store, config))).toEqual([]);
    writeFileSync(join(folder, 'b.txt'), noticeText(2));
    rmSync(join(folder, 'c.txt'));
    expect(wrongs(examineSources(store, config))).toEqual([
      'files: changed since their ingest: b.txt — gazette ingest',
    ]);
    store.exec("UPDATE sources SET reader_version = 'old' WHERE path = 'a.txt'");
    expect(wrongs(examineSources(store, config))).toContainEqual('files: read by older rules: a.txt — gazette ingest');
  });
});

describe('the texts of an archive', () => {
  it('that do not contradict each other are well', () => {
    expect(examineLaw(fixtureStore())).toEqual([
      { level: 'ok', subject: 'law', message: 'the texts do not contradict each other', mend: null },
    ]);
  });

  it('that contradict each other are told as notes: nothing is broken, and no command mends it', () => {
    const store = fixtureStore();
    store.exec(
      "UPDATE documents SET expiry_date = '2020-01-01', effective_date = '2024-09-03' WHERE id = 'xinzhengbanfa-2024-43'",
    );
    const findings = examineLaw(store);
    expect(findings.map(({ level, subject, mend }) => [level, subject, mend])).toEqual([['note', 'law', null]]);
    expect(findings[0]?.message).toBe(
      '施行日期晚于有效期届满之日：新政办发〔2024〕43号，自2024-09-03起施行，而有效期至2020-01-01',
    );
    expect(wrongs(findings)).toEqual([]);
  });
});

describe('the data of the program', () => {
  it('can be read as it is', () => {
    expect(wrongs(examineData())).toEqual([]);
  });

  it.each([
    ['{', 'corrections.json: '],
    ['{"corrections": [{"register": 7}]}', 'corrections.json: '],
    ['[{"subject": "", "event": "gone"}]', 'corrections.json: '],
  ])('is told when corrections are no corrections: %s', (content, start) => {
    writeFileSync(join(folder, 'corrections.json'), content);
    const [finding] = wrongs(examineData(folder));
    expect(finding).toContain(`data: ${start}`);
    expect(finding?.split('\n')).toHaveLength(1);
  });
});

describe('the search engine', () => {
  let test: TestEngine;
  let store: Store;

  beforeAll(async () => {
    test = await startTestEngine();
  });
  afterAll(() => test.release());
  beforeEach(async () => {
    await dropIndex(test.node, INDEX_UID);
    store = fixtureStore();
  });

  const sync = () => syncIndex(store, test.engine.nodes, join(test.config.archiveDir, 'index.lock'));
  const faults = async (): Promise<string[]> => wrongs(await examineIndex(store, test.engine));

  it('is told to lack its index, and then to be well', async () => {
    expect(await faults()).toEqual(['index: there is none — gazette reindex']);
    await sync();
    expect(await faults()).toEqual([]);
  });

  it('is told to be behind', async () => {
    await sync();
    store.exec("INSERT INTO outbox (operation, document_id) VALUES ('upsert', 'xinzhengbanfa-2024-43')");
    expect(await faults()).toEqual([
      'index: behind: 1 document waiting to be written — gazette ingest or gazette reindex',
    ]);
  });

  it('is told to have lost a passage, or to hold a foreign one', async () => {
    await sync();
    const index = test.node.index(INDEX_UID);
    const [first] = await recordIds(test.engine.nodes);
    await index.deleteDocument(first ?? '').waitTask();
    expect(await faults()).toEqual(['index: its number of passages is not that of the record store — gazette reindex']);
    await index.addDocuments([{ id: 'foreign_1', document: 'foreign' }]).waitTask();
    expect(await faults()).toEqual([`index: lacks ${first ?? ''} — gazette reindex`]);
  });

  it('has a key that others must not read', async () => {
    expect(wrongs(await examineEngineFiles(test.config))).toEqual([]);
    const config = loadConfig({ ARCHIVE_DIR: folder });
    mkdirSync(join(folder, 'engine'));
    writeFileSync(join(folder, 'engine', 'master-key'), 'k'.repeat(43), { mode: 0o644 });
    expect(wrongs(await examineEngineFiles(config)).join()).toContain('chmod 600');
  });
});

describe('examineArchive', () => {
  it('tells where there is no archive, and what stands in its place', async () => {
    const config = loadConfig({ ARCHIVE_DIR: folder });
    expect(wrongs(await examineArchive(config))).toEqual([`store: no archive in ${folder} — gazette ingest`]);
    copyFileSync(new URL(import.meta.url), join(folder, 'dibao.sqlite'));
    expect(wrongs(await examineArchive(config)).join()).toContain('not a record store');
  });

  it('tells of what cannot be written', () => {
    expect(wrongs(examinePermissions([folder]))).toEqual([]);
    expect(wrongs(examinePermissions([join(folder, 'nothing')])).join()).toContain('cannot be written');
  });
});
