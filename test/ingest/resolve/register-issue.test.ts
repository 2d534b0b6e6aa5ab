import { describe, expect, test } from 'vitest';
import { findRegister } from '../../../ingest/store/queries/references.ts';
import { act, madeArchive, OFFICE, statusIn } from './made-archive.ts';
import type { MadeDocument, MadeIssue } from './made-issue.ts';

describe('one entry for one document', () => {
  test('a notice and what it promulgates: repealing either ends both', () => {
    const notice = act('关于印发《公文办理细则》的通知', '新政办发〔2010〕1号', '2010-01-05');
    const byTitle = madeArchive(
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
    const byNotice = madeArchive(
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
    const store = madeArchive(
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
    const store = madeArchive({
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
    const store = madeArchive(
      citing('新疆维吾尔自治区人民政府公报', OFFICE, '新政办发〔2020〕1号'),
      citing('广东省人民政府公报', '广东省人民政府办公厅', '粤府办〔2020〕1号'),
    );
    expect(findRegister(store, '关于加强汛期值守工作的通知')).toHaveLength(2);
    expect(findRegister(store, '防洪法')).toHaveLength(1);
  });

  test('every name says why it belongs to the entry', () => {
    const store = madeArchive({
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
      const store = madeArchive(
        { date: '2015-12-01', documents: [old] },
        { date: '2023-04-01', documents: [revised([clause])] },
      );
      expect(statusIn(store, '新政办发〔2023〕18号', '2024-01-01')).toBe('in_force');
    }
  });

  test('the title alone is kept as a candidate, the year beside it decides', () => {
    const bare = madeArchive(
      { date: '2015-12-01', documents: [old] },
      { date: '2023-04-01', documents: [revised([{ type: 'repeals', title: '督查工作办法' }])] },
    );
    expect(statusIn(bare, '新政办发〔2015〕161号', '2024-01-01')).toBe('presumed_in_force');
    expect(bare.prepare('SELECT resolution FROM relations').get()).toEqual({
      resolution: '{"by":"candidates","candidates":["xinzhengbanfa-2015-161"]}',
    });
    const dated = madeArchive(
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
    const store = madeArchive(
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
