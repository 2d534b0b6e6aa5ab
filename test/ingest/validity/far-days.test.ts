import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openStore } from '../../../ingest/store/open-store.ts';
import { writeIssue } from '../../../ingest/store/write-issue.ts';
import { statusOf } from '../../../ingest/validity/replacement.ts';
import { noticeOfRegulation } from '../../helpers/notice-of-regulation.ts';
import { parse } from '../../helpers/parse-text.ts';

/** Reads a notice and asks for the status of every document that it knows of; returns the last day that the notice gives itself. */
function lastDayOf(clause: string): string | null {
  const issue = parse(noticeOfRegulation([`第二条 ${clause}`]));
  const store = openStore(':memory:');
  try {
    writeIssue(store, issue, { path: 'a.txt' });
    for (const id of store.prepare<[], string>('SELECT id FROM register').pluck().all())
      for (const on of ['1800-01-01', '2024-12-01', '2200-12-31'])
        expect(statusOf(store, id, on)?.reason, clause).toMatch(/。$/u);
  } finally {
    store.close();
  }
  return issue.documents[0]?.expiryDate?.value ?? null;
}

test.each([
  ['本办法自2150年1月1日起施行，有效期100年。', '2249-12-31'],
  ['本办法自2024年2月1日起施行，有效期200年。', '2224-01-31'],
  ['本办法自2024年2月1日起施行，有效期9999个月。', '2857-04-30'],
  ['本办法自2024年2月1日起施行，有效期至2200年12月31日。', '2200-12-31'],
  ['本办法自2024年2月1日起施行，有效期至2200年底。', '2200-12-31'],
  ['《乙办法》（甲政发〔2010〕3号）有效期延长至2200年12月31日。', null],
])('%s', (clause, lastDay) => {
  expect(lastDayOf(clause)).toBe(lastDay);
});

test('whatever day and length a clause prints, it is read and its status told', () => {
  const day = fc
    .tuple(fc.integer({ min: 1780, max: 2220 }), fc.integer({ min: 0, max: 13 }), fc.integer({ min: 0, max: 32 }))
    .map(([year, month, date]) => `${year}年${month}月${date}日`);
  const length = fc
    .tuple(fc.integer({ min: 0, max: 10_000 }), fc.constantFrom('年', '个月', '日', '年半'))
    .map(([count, unit]) => `${count}${unit}`);
  const clause = fc.oneof(
    fc.tuple(day, length).map(([from, long]) => `本办法自${from}起施行，有效期${long}。`),
    fc.tuple(day, day).map(([from, to]) => `本办法自${from}起施行，有效期至${to}。`),
    fc.tuple(day, length).map(([from, long]) => `《乙办法》自${from}起延长${long}，《丙办法》自${from}起废止。`),
    day.map((to) => `《乙办法》（甲政发〔2010〕3号）有效期延长至${to}。`),
  );
  fc.assert(
    fc.property(clause, (text) => void lastDayOf(text)),
    { seed: 71, numRuns: 150 },
  );
});
