import { afterAll, beforeAll, expect, test } from 'vitest';
import { paperHeadUrl } from '../../../server/site/paper-head.ts';
import { openSite } from '../../helpers/site.ts';
import type { TestSite } from '../../helpers/site.ts';

let site: TestSite;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

test.each([
  ['/documents/xinjiangweiwuerzizhiqurenminzhengfuling-239', '第239号）　2024-10-15当日：现行有效'],
  ['/documents/xinjiangweiwuerzizhiqurenminzhengfuling-239/articles/3', '第239号）第三条　2024-10-15当日：现行有效'],
  ['/register/xinzhengbanfa-2024-43', '（新政办发〔2024〕43号）　2024-10-15当日：'],
])('%s prints what it is and its status of the day on each sheet, without script', async (path, head) => {
  const { $ } = await site.get(`${path}?on=2024-10-15`);
  const href = $('link[media="print"]').attr('href') ?? '';
  const { html, headers } = await site.get(href);
  expect(headers.get('content-type')).toBe('text/css; charset=utf-8');
  expect(html).toContain(head);
});

test('a list has no head of its own', async () => {
  expect((await site.get('/documents')).$('link[media="print"]')).toHaveLength(0);
});

test('a title cannot leave its string', async () => {
  const { html } = await site.get(paperHeadUrl('甲"} * { display: none } \\ </style>\n乙', null));
  expect(html).toContain(String.raw`content: "甲\22 } * { display: none } \5c  \3c /style\3e \a 乙";`);
  expect(html.match(/"/gu)).toHaveLength(2);
});
