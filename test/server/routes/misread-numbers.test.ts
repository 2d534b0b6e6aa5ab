import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStore } from '../../../ingest/store/open-store.ts';
import { writeIssue } from '../../../ingest/store/write-issue.ts';
import { parse } from '../../helpers/structure-of.ts';
import { openSite } from '../../helpers/site.ts';
import type { TestSite } from '../../helpers/site.ts';

/** A scan in which the numbers of articles lost their measure. */
const TEXT = `甲省人民政府关于印发《甲办法》的通知
甲政发〔2024〕1号

各市人民政府：
现将《甲办法》印发给你们，请遵照执行。

甲省人民政府
2024年1月2日

甲办法
第一条 为了规范甲事，制定本办法。
第二条 《乙办法》（甲政发〔2010〕3号）第999999999条同时废止。
第三条 第999999999条、第99999999999999999999条自2025年1月1日起施行。
第999999999条 本办法自2024年2月1日起施行。
`;

let site: TestSite;
let held: string;
let named: string;

beforeAll(async () => {
  const store = openStore(':memory:');
  writeIssue(store, parse(TEXT), { path: 'a.txt' });
  const ids = store.prepare<[number], string>('SELECT id FROM register WHERE held = ?').pluck();
  held = ids.get(1) ?? '';
  named = ids.get(0) ?? '';
  site = await openSite({ store });
});
afterAll(() => site.close());

test('a number of an article that nobody counts to is told as it is printed, on every page of it', async () => {
  for (const address of [`/documents/${held}`, `/register/${held}`, `/register/${named}`]) {
    const { status, $ } = await site.get(address);
    expect([status, $('main').text().includes('第999999999条')], address).toEqual([200, true]);
  }
  for (const address of [`/documents/${held}/source`, `/api/v1/documents/${held}`, `/documents/${held}/articles/2`])
    expect((await site.get(address)).status, address).toBe(200);
});
