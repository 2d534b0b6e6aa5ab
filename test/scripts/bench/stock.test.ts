import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Store } from '../../../ingest/store/open-store.ts';
import { startStock, stockRecords } from '../../../scripts/bench/stock.ts';
import { fixtureStore } from '../../helpers/fixture-issue.ts';

const ON = '2026-01-01';

let folder: string;
let store: Store;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'dibao-stock-'));
  store = fixtureStore();
});
afterAll(() => {
  store.close();
  rmSync(folder, { recursive: true, force: true });
});

const totalOf = async (q: string): Promise<number> => {
  const stock = await startStock(folder, store, ON);
  try {
    return await stock.ask(q);
  } finally {
    await stock.stop();
  }
};

describe('the stock index', () => {
  it('has every passage as printed, with what the site would narrow a search by', () => {
    const records = [...stockRecords(store, ON)];
    expect(records).toHaveLength(store.prepare<[], number>('SELECT count(*) FROM pieces').pluck().get() ?? -1);
    expect(records.find(({ text }) => text.startsWith('第三条'))).toMatchObject({
      title: '新疆维吾尔自治区行政执法案卷评查办法',
      number: '新疆维吾尔自治区人民政府令第239号',
      text: '第三条 行政执法案卷评查可以采取全面评查、重点评查、随机抽查等形式。\n评查结果应当公开。',
      status: 'in_force',
      authority: ['新疆维吾尔自治区人民政府'],
      year: 2024,
      issue: 'xinjiang-2024-17-18',
    });
  });

  it('tells a total of its own, is kept, and is made anew when the archive has other passages', async () => {
    expect(await totalOf('"举报奖励"')).toBe(1);
    store.prepare("UPDATE pieces SET text = '' WHERE text LIKE '%举报奖励%'").run();
    expect(await totalOf('"举报奖励"')).toBe(1);
    store.prepare("DELETE FROM pieces WHERE text = ''").run();
    expect(await totalOf('"举报奖励"')).toBe(0);
  });
});
