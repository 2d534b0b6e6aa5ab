import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { removeSource } from '../../../ingest/store/remove-source.ts';
import { openStore } from '../../../ingest/store/open-store.ts';
import type { Store } from '../../../ingest/store/open-store.ts';
import { listExpiring } from '../../../ingest/store/queries/expiring.ts';
import { statusesOn } from '../../../ingest/store/queries/register-statuses.ts';
import { findRegister } from '../../../ingest/store/queries/references.ts';
import { writeIssue } from '../../../ingest/store/write-issue.ts';
import { statusOf } from '../../../ingest/validity/replacement.ts';
import { madeIssue } from './made-issue.ts';
import type { MadeDocument, MadeIssue } from './made-issue.ts';
import { registerDump } from './register-dump.ts';

const open: Store[] = [];
afterEach(() => {
  for (const store of open.splice(0)) store.close();
});

function archive(...issues: MadeIssue[]): Store {
  const store = openStore(':memory:');
  open.push(store);
  issues.forEach((issue) => add(store, issue));
  return store;
}

function add(store: Store, issue: MadeIssue): void {
  writeIssue(store, madeIssue(issue), { path: `${issue.gazette ?? ''}${issue.date}.txt` });
}

const OFFICE = '新疆维吾尔自治区人民政府办公厅';

const act = (
  title: string,
  number: string | undefined,
  promulgated: string,
  more: Partial<MadeDocument> = {},
): MadeDocument => ({
  title,
  ...(number === undefined ? {} : { number }),
  authority: OFFICE,
  promulgated,
  ...more,
});

function statusIn(store: Store, ref: string, on: string): string | undefined {
  const entries = findRegister(store, ref);
  expect(entries, ref).toHaveLength(1);
  return statusOf(store, entries[0]?.id ?? '', on)?.status;
}

describe('one entry for one document', () => {
  test('a notice and what it promulgates: repealing either ends both', () => {
    const notice = act('关于印发《公文办理细则》的通知', '新政办发〔2010〕1号', '2010-01-05');
    const byTitle = archive(
      { date: '2010-02-01', documents: [notice] },
      {
        date: '2020-02-01',
        documents: [
          act('公文处理规定', '新政办发〔2020〕9号', '2020-01-05', {
            relations: [{ type: 'repeals', title: '公文办理细则' }],
          }),
        ],
      },
    );
    expect(statusIn(byTitle, '新政办发〔2010〕1号', '2020-01-04')).toBe('presumed_in_force');
    expect(statusIn(byTitle, '新政办发〔2010〕1号', '2020-01-05')).toBe('repealed');
    const byNotice = archive(
      { date: '2010-02-01', documents: [act('公文办理细则', '新政办发〔2010〕1号', '2010-01-05')] },
      {
        date: '2020-02-01',
        documents: [
          act('公文处理规定', '新政办发〔2020〕9号', '2020-01-05', {
            relations: [{ type: 'repeals', title: '关于印发《公文办理细则》的通知', number: '新政办发[2010]1号' }],
          }),
        ],
      },
    );
    expect(statusIn(byNotice, '公文办理细则', '2020-01-05')).toBe('repealed');
  });

  test('one of several texts of one notice ends in part', () => {
    const store = archive(
      {
        date: '2010-02-01',
        documents: [act('关于印发《甲类管理办法》《乙类管理办法》的通知', '新政办发〔2010〕1号', '2010-01-05')],
      },
      {
        date: '2020-02-01',
        documents: [
          act('丙类管理办法', '新政办发〔2020〕9号', '2020-01-05', {
            relations: [{ type: 'repeals', title: '甲类管理办法' }],
          }),
        ],
      },
    );
    expect(statusIn(store, '新政办发〔2010〕1号', '2020-01-05')).toBe('partly_in_force');
  });

  test('short forms of the publisher are its full name', () => {
    const store = archive({
      date: '2020-02-01',
      documents: [
        act('新疆维吾尔自治区水利工程管理办法', '新疆维吾尔自治区人民政府令第9号', '2000-01-05'),
        act('甲通知', '新政办发〔2020〕9号', '2020-01-05', {
          relations: [{ type: 'based_on', title: '自治区水利工程管理办法' }],
        }),
        act('乙通知', '新政办发〔2020〕10号', '2020-01-06', {
          relations: [{ type: 'cites', number: '自治区人民政府令第9号' }],
        }),
      ],
    });
    const targets = store.prepare('SELECT DISTINCT target_id FROM relations').all();
    expect(targets).toEqual([{ target_id: 'xinjiangweiwuerzizhiqurenminzhengfuling-9' }]);
  });

  test('titles of two regions without numbers are not merged, laws of the state are', () => {
    const citing = (gazette: string, authority: string, number: string): MadeIssue => ({
      gazette,
      date: '2020-02-01',
      documents: [
        {
          title: `通知${number}`,
          number,
          authority,
          promulgated: '2020-01-05',
          relations: [
            { type: 'cites', title: '关于加强汛期值守工作的通知' },
            { type: 'based_on', title: '中华人民共和国防洪法' },
          ],
        },
      ],
    });
    const store = archive(
      citing('新疆维吾尔自治区人民政府公报', OFFICE, '新政办发〔2020〕1号'),
      citing('广东省人民政府公报', '广东省人民政府办公厅', '粤府办〔2020〕1号'),
    );
    expect(findRegister(store, '关于加强汛期值守工作的通知')).toHaveLength(2);
    expect(findRegister(store, '防洪法')).toHaveLength(1);
  });

  test('every name says why it belongs to the entry', () => {
    const store = archive({
      date: '2020-02-01',
      documents: [
        act('甲通知', '新政办发〔2020〕9号', '2020-01-05', {
          relations: [{ type: 'repeals', title: '旧细则', number: '新政办发〔2001〕3号' }],
        }),
      ],
    });
    const reasons = store
      .prepare<[], { reason: string }>('SELECT reason FROM register_names')
      .all()
      .map((row) => row.reason);
    expect(reasons.every((reason) => reason.length > 4)).toBe(true);
    expect(reasons.some((reason) => reason.includes('甲通知') && reason.includes('文号并列'))).toBe(true);
  });
});

describe('same title, other document', () => {
  const old = act('督查工作办法', '新政办发〔2015〕161号', '2015-11-03');
  const revised = (clause: MadeDocument['relations']): MadeDocument =>
    act('督查工作办法', '新政办发〔2023〕18号', '2023-03-18', {
      effective: '2023-03-18',
      ...(clause ? { relations: clause } : {}),
    });

  test('a revised edition is not ended by its own clause, whether the clause has the number or the title alone', () => {
    for (const clause of [
      { type: 'repeals' as const, title: '督查工作办法', number: '新政办发〔2015〕161号' },
      { type: 'repeals' as const, title: '督查工作办法' },
    ]) {
      const store = archive(
        { date: '2015-12-01', documents: [old] },
        { date: '2023-04-01', documents: [revised([clause])] },
      );
      expect(statusIn(store, '新政办发〔2023〕18号', '2024-01-01')).toBe('in_force');
    }
  });

  test('the title alone is kept as a candidate, the year beside it decides', () => {
    const bare = archive(
      { date: '2015-12-01', documents: [old] },
      { date: '2023-04-01', documents: [revised([{ type: 'repeals', title: '督查工作办法' }])] },
    );
    expect(statusIn(bare, '新政办发〔2015〕161号', '2024-01-01')).toBe('presumed_in_force');
    expect(bare.prepare('SELECT resolution FROM relations').get()).toEqual({
      resolution: '{"by":"candidates","candidates":["xinzhengbanfa-2015-161"]}',
    });
    const dated = archive(
      { date: '2015-12-01', documents: [old] },
      {
        date: '2023-04-01',
        documents: [
          revised([{ type: 'repeals', title: '督查工作办法', quote: '2015年印发的《督查工作办法》同时废止。' }]),
        ],
      },
    );
    expect(statusIn(dated, '新政办发〔2015〕161号', '2023-03-18')).toBe('repealed');
  });

  test('a later citation by title means the one that had not ended on its day', () => {
    const store = archive(
      { date: '2015-12-01', documents: [old] },
      {
        date: '2023-04-01',
        documents: [revised([{ type: 'repeals', title: '督查工作办法', number: '新政办发〔2015〕161号' }])],
      },
      {
        date: '2018-01-01',
        documents: [
          act('甲', '新政办发〔2018〕1号', '2018-01-01', { relations: [{ type: 'based_on', title: '督查工作办法' }] }),
        ],
      },
      {
        date: '2024-01-01',
        documents: [
          act('乙', '新政办发〔2024〕1号', '2024-01-01', { relations: [{ type: 'based_on', title: '督查工作办法' }] }),
        ],
      },
    );
    const target = (id: string): unknown =>
      store.prepare('SELECT target_id FROM relations WHERE document_id = ?').get(id);
    expect(target('xinzhengbanfa-2018-1')).toEqual({ target_id: 'xinzhengbanfa-2015-161' });
    expect(target('xinzhengbanfa-2024-1')).toEqual({ target_id: 'xinzhengbanfa-2023-18' });
  });
});

describe('effects', () => {
  test('the clause’s own day, else the effective day, else the promulgation', () => {
    const store = archive({
      date: '2020-06-01',
      documents: [
        act('甲', '新政办发〔2020〕1号', '2020-01-05', {
          effective: '2020-03-01',
          relations: [
            { type: 'repeals', number: '新政办发〔2001〕1号', effective: '2021-01-01' },
            { type: 'repeals', number: '新政办发〔2001〕2号' },
          ],
        }),
        act('乙', '新政办发〔2020〕2号', '2020-01-06', {
          relations: [{ type: 'repeals', number: '新政办发〔2001〕3号' }],
        }),
      ],
    });
    expect(statusIn(store, '新政办发〔2001〕1号', '2020-12-31')).toBe('unknown');
    expect(statusIn(store, '新政办发〔2001〕1号', '2021-01-01')).toBe('repealed');
    expect(statusIn(store, '新政办发〔2001〕2号', '2020-02-29')).toBe('unknown');
    expect(statusIn(store, '新政办发〔2001〕2号', '2020-03-01')).toBe('repealed');
    expect(statusIn(store, '新政办发〔2001〕3号', '2020-01-06')).toBe('repealed');
  });

  test('news, part repeals, declarations and a chain of repeals', () => {
    const store = archive({
      date: '2020-06-01',
      documents: [
        { title: '常务会议', kind: 'report', relations: [{ type: 'repeals', number: '新政办发〔2001〕1号' }] },
        act('甲', '新政办发〔2020〕1号', '2020-01-05', {
          relations: [
            { type: 'repeals', number: '新政办发〔2020〕3号', provisions: [[8], [9]] },
            { type: 'repeals', mode: 'declared_invalid', number: '新政办发〔2001〕2号' },
          ],
        }),
        act('丙', '新政办发〔2020〕3号', '2020-01-01', { effective: '2020-01-02' }),
        act('乙', '新政办发〔2020〕2号', '2020-02-06', {
          relations: [{ type: 'repeals', number: '新政办发〔2020〕1号' }],
        }),
      ],
    });
    expect(statusIn(store, '新政办发〔2001〕1号', '2024-01-01')).toBe('unknown');
    expect(statusIn(store, '新政办发〔2020〕3号', '2020-01-04')).toBe('in_force');
    expect(statusIn(store, '新政办发〔2020〕3号', '2020-01-05')).toBe('partly_in_force');
    expect(statusIn(store, '新政办发〔2001〕2号', '2020-01-05')).toBe('declared_invalid');
    expect(statusIn(store, '新政办发〔2020〕1号', '2020-02-06')).toBe('repealed');
  });

  test('another text extends the validity of one held, and of one only named', () => {
    const store = archive(
      {
        date: '2020-02-01',
        documents: [
          act('补贴办法', '新政办发〔2020〕1号', '2020-01-05', { effective: '2020-01-05', expiry: '2022-01-04' }),
        ],
      },
      {
        date: '2021-12-20',
        documents: [
          act('关于延长部分文件有效期的通知', '新政办发〔2021〕9号', '2021-12-01', {
            relations: [
              { type: 'amends', mode: 'extended', number: '新政办发〔2020〕1号', title: '补贴办法', until: 'P2Y' },
              {
                type: 'amends',
                mode: 'extended',
                number: '新政办发〔2016〕7号',
                title: '供水办法',
                until: '2023-06-30',
              },
              { type: 'cites', mode: 'kept', number: '新政办发〔2015〕3号', title: '供热办法' },
            ],
          }),
        ],
      },
    );
    expect(statusIn(store, '新政办发〔2020〕1号', '2024-01-04')).toBe('in_force');
    expect(statusIn(store, '新政办发〔2020〕1号', '2024-01-05')).toBe('expired');
    expect(statusIn(store, '新政办发〔2016〕7号', '2021-11-30')).toBe('unknown');
    expect(statusIn(store, '新政办发〔2016〕7号', '2021-12-01')).toBe('in_force');
    expect(statusIn(store, '新政办发〔2016〕7号', '2023-07-01')).toBe('expired');
    expect(statusIn(store, '新政办发〔2015〕3号', '2030-01-01')).toBe('in_force');
    for (const on of ['2022-01-05', '2024-01-05']) {
      const one = findRegister(store, '新政办发〔2020〕1号')[0]?.id ?? '';
      expect(statusesOn(store, on).get(one)).toBe(statusOf(store, one, on)?.status);
    }
    const ends = listExpiring(store, '2022-01-01', '2024-12-31').map(({ documentNumber, expiryDate, sourceLabel }) => [
      documentNumber,
      expiryDate,
      sourceLabel,
    ]);
    expect(ends).toEqual([
      ['新政办发〔2016〕7号', '2023-06-30', '新政办发〔2021〕9号'],
      ['新政办发〔2020〕1号', '2024-01-04', '新政办发〔2021〕9号'],
    ]);
  });

  test('an expired text that is repealed later is expired, and the repeal is listed', () => {
    const store = archive({
      date: '2020-06-01',
      documents: [
        act('甲', '新政办发〔2010〕1号', '2010-01-05', { effective: '2010-01-05', expiry: '2015-01-04' }),
        act('乙', '新政办发〔2020〕2号', '2020-02-06', {
          relations: [{ type: 'repeals', number: '新政办发〔2010〕1号' }],
        }),
      ],
    });
    const status = statusOf(store, 'xinzhengbanfa-2010-1', '2021-01-01');
    expect(status).toMatchObject({ status: 'expired', since: '2015-01-05' });
    expect(status?.otherEndings.map((event) => [event.type, event.date])).toEqual([['repealed', '2020-02-06']]);
  });
});

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
    const store = archive(...order.flatMap((at) => SEVERAL_TEXTS[at] ?? []));
    const events = store.prepare("SELECT register_id, type FROM register_events WHERE type LIKE '%repealed'").all();
    expect(events).toEqual([{ register_id: 'xinzhengbanfa-2001-5', type: 'partly_repealed' }]);
  });
});

describe('the order of ingest', () => {
  const expected = registerDump(archive(...SCENE));

  test('does not matter', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(SCENE, { minLength: SCENE.length }), (order) => {
        const store = archive(...order);
        expect(registerDump(store)).toEqual(expected);
        store.close();
        open.pop();
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
          const store = archive(...order);
          for (const issue of order.slice(count)) removeSource(store, `${issue.gazette ?? ''}${issue.date}.txt`);
          const without = archive(...order.slice(0, count));
          expect(registerDump(store)).toEqual(registerDump(without));
          for (const used of open.splice(-2)) used.close();
        },
      ),
      { seed: 20240810, numRuns: 20 },
    );
  });
});
