import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { removeSource } from '../../../ingest/store/remove-source.ts';
import { act, madeArchive, pathOf } from './made-archive.ts';
import type { MadeIssue } from './made-issue.ts';
import { registerDump } from './register-dump.ts';

const SCENE: MadeIssue[] = [
  {
    date: '2010-01-15',
    documents: [
      act('关于印发《甲办法》的通知', '新政办发〔2010〕1号', '2010-01-05'),
      act('乙规定', '新政办发〔2010〕2号', '2010-01-06', { effective: '2010-02-01', expiry: '2012-01-31' }),
    ],
  },
  {
    date: '2015-02-15',
    documents: [
      act('督查办法', '新政办发〔2015〕3号', '2015-02-01', {
        relations: [
          { type: 'based_on', title: '甲办法' },
          { type: 'cites', title: '国家某条例' },
          { type: 'repeals', title: '乙规定' },
        ],
      }),
    ],
    catalogue: [
      { title: '关于印发《甲办法》的通知', number: '新政办发〔2010〕1号', date: '2010-01-05' },
      { title: '丁方案', number: null, date: '2014-03-01' },
    ],
  },
  {
    date: '2020-03-15',
    documents: [
      act('督查办法', '新政办发〔2020〕4号', '2020-03-01', {
        effective: '2020-04-01',
        relations: [
          { type: 'repeals', title: '督查办法', number: '新政办发〔2015〕3号' },
          { type: 'cites', title: '督查办法' },
          { type: 'cites', title: '丁方案' },
        ],
      }),
    ],
  },
  {
    date: '2021-05-15',
    documents: [
      act('戊细则', '新政办发〔2021〕5号', '2021-05-01', {
        relations: [
          { type: 'based_on', title: '督查办法' },
          { type: 'repeals', title: '甲办法' },
          { type: 'amends', mode: 'revised', number: '新政办发〔2009〕7号', title: '戊细则' },
        ],
      }),
    ],
  },
  {
    date: '2022-06-15',
    documents: [
      act('丁方案', '新政办发〔2014〕8号', '2014-03-01'),
      {
        title: '会议消息',
        kind: 'report',
        relations: [
          { type: 'repeals', title: '戊细则' },
          { type: 'cites', title: '督查办法' },
        ],
      },
    ],
  },
  {
    date: '2023-07-15',
    documents: [
      act('废止决定', '新政办发〔2023〕6号', '2023-07-01', {
        relations: [
          { type: 'repeals', title: '丁方案', number: '新政办发〔2014〕8号' },
          { type: 'repeals', title: '督查办法' },
          { type: 'cites', title: '甲办法' },
          { type: 'repeals', title: '己办法', number: '新政办发〔2001〕8号' },
        ],
      }),
    ],
  },
];

/** One document, named in full by one issue and by a shorter title in a catalogue; a third ends one of its two texts. */
const SEVERAL_TEXTS: MadeIssue[] = [
  {
    date: '2010-01-15',
    documents: [
      act('甲', '新政办发〔2010〕1号', '2010-01-05', {
        relations: [{ type: 'cites', title: '关于印发《子办法》《丑办法》的通知', number: '新政办发〔2001〕5号' }],
      }),
    ],
  },
  {
    date: '2011-02-15',
    documents: [],
    catalogue: [{ title: '关于两个办法的通知', number: '新政办发〔2001〕5号', date: '2001-02-01' }],
  },
  {
    date: '2020-03-15',
    documents: [act('丙', '新政办发〔2020〕3号', '2020-03-01', { relations: [{ type: 'repeals', title: '子办法' }] })],
  },
];

describe('one of several texts of a notice', () => {
  test.each([
    [0, 1, 2],
    [0, 2, 1],
    [1, 0, 2],
    [1, 2, 0],
    [2, 0, 1],
    [2, 1, 0],
  ])('ends in part whatever the order of ingest: %i %i %i', (...order) => {
    const store = madeArchive(...order.flatMap((at) => SEVERAL_TEXTS[at] ?? []));
    const events = store.prepare("SELECT register_id, type FROM register_events WHERE type LIKE '%repealed'").all();
    expect(events).toEqual([{ register_id: 'xinzhengbanfa-2001-5', type: 'partly_repealed' }]);
  });
});

describe('the order of ingest', () => {
  const expected = registerDump(madeArchive(...SCENE));

  test('does not matter', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(SCENE, { minLength: SCENE.length }), (order) => {
        const store = madeArchive(...order);
        expect(registerDump(store)).toEqual(expected);
        store.close();
      }),
      { seed: 20240809, numRuns: 30 },
    );
  });

  test('taking issues out again leaves the register of those that remain', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(SCENE, { minLength: SCENE.length }),
        fc.integer({ min: 1, max: SCENE.length - 1 }),
        (order, count) => {
          const store = madeArchive(...order);
          for (const issue of order.slice(count)) removeSource(store, pathOf(issue));
          const without = madeArchive(...order.slice(0, count));
          expect(registerDump(store)).toEqual(registerDump(without));
          for (const used of [store, without]) used.close();
        },
      ),
      { seed: 20240810, numRuns: 20 },
    );
  });
});
