import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSite } from '../../helpers/site.ts';
import type { TestSite } from '../../helpers/site.ts';

let site: TestSite;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

const headOf = async (path: string): Promise<string | undefined> =>
  (await site.get(path)).$('html').attr('data-print-head');

test.each([
  [
    '/documents/xinjiangweiwuerzizhiqurenminzhengfuling-239',
    /^《新疆.*办法》（.*第239号）　2024-10-15当日：现行有效$/u,
  ],
  ['/documents/xinjiangweiwuerzizhiqurenminzhengfuling-239/articles/3', /第239号）第三条　2024-10-15当日：现行有效$/u],
  ['/register/xinzhengbanfa-2024-43', /^《关于.*》（新政办发〔2024〕43号）　2024-10-15当日：/u],
])('%s prints what it is and its status of the day on each sheet', async (path, head) => {
  expect(await headOf(`${path}?on=2024-10-15`)).toMatch(head);
});

test('a list has no head of its own', async () => {
  expect(await headOf('/documents')).toBeUndefined();
});
