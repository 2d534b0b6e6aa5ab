import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStore } from '../../../ingest/store/open-store.ts';
import { writeIssue } from '../../../ingest/store/write-issue.ts';
import { noticeOfRegulation } from '../../helpers/notice-of-regulation.ts';
import { parse } from '../../helpers/parse-text.ts';
import { openSite } from '../../helpers/site.ts';
import type { TestSite } from '../../helpers/site.ts';

/** A scan in which the numbers of articles lost their measure. */
const TEXT = noticeOfRegulation([
  '第二条 《乙办法》（甲政发〔2010〕3号）第999999999条同时废止。',
  '第三条 第999999999条、第99999999999999999999条自2025年1月1日起施行。',
  '第999999999条 本办法自2024年2月1日起施行。',
]);

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

const LISTS = [
  '/',
  '/documents',
  '/issues',
  '/catalogues',
  '/catalogues/all',
  '/coverage',
  '/register',
  '/repeals',
  '/expiring',
];
const TABLES = [
  '/feeds/documents.atom',
  '/feeds/expiring.ics',
  '/archive.json',
  '/register.csv',
  '/expiring.csv',
  '/catalogues.csv',
];

/** Every page of an archive, as its rows name them. */
const ADDRESSES = `
  SELECT '/documents/' || id FROM documents UNION ALL SELECT '/api/v1/documents/' || id FROM documents
  UNION ALL SELECT '/documents/' || id || '/source' FROM documents UNION ALL SELECT '/register/' || id FROM register
  UNION ALL SELECT '/issues/' || id FROM issues UNION ALL SELECT '/api/v1/issues/' || id FROM issues
  UNION ALL SELECT '/catalogues/' || year || '/' || quarter FROM catalogues`;

test('whichever numbers of a gazette were misread, every page of it is told, and none with a number that is none', async () => {
  const gazette = readFileSync('data/gazettes/xinjiang-2024-17-18.txt', 'utf8');
  const numerals = [...gazette.matchAll(/[0-9]{1,4}|[一二三四五六七八九十百]{1,4}/gu)];
  const misread = fc.constantFrom(
    '0',
    '00',
    '99999',
    '99999999999999999999',
    '零',
    '九亿',
    '１２',
    '-1',
    '2024.5',
    '9999',
    '十十',
  );
  const change = fc.record({ at: fc.nat({ max: numerals.length - 1 }), to: misread });
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(change, { minLength: 20, maxLength: 40, selector: ({ at }) => at }),
      async (changes) => {
        let text = gazette;
        for (const { at, to } of [...changes].sort((a, b) => b.at - a.at)) {
          const numeral = numerals[at];
          if (numeral) text = text.slice(0, numeral.index) + to + text.slice(numeral.index + numeral[0].length);
        }
        const store = openStore(':memory:');
        writeIssue(store, parse(text), { path: 'a.txt' });
        const own = await openSite({ store });
        for (const address of [...LISTS, ...TABLES, ...store.prepare<[], string>(ADDRESSES).pluck().all()]) {
          const { status, html } = await own.get(address);
          expect(status, address).toBe(200);
          expect(html, address).not.toMatch(/NaN|undefined|Invalid Date|\[object /u);
        }
        await own.close();
        store.close();
      },
    ),
    { seed: 81, numRuns: 3 },
  );
}, 60_000);
