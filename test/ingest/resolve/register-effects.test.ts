import { describe, expect, test } from 'vitest';
import { listExpiring } from '../../../ingest/store/queries/expiring.ts';
import { findRegister } from '../../../ingest/store/queries/references.ts';
import { statusesOn } from '../../../ingest/store/queries/register-statuses.ts';
import { statusOf } from '../../../ingest/validity/replacement.ts';
import { act, madeArchive, statusIn } from './made-archive.ts';

describe('the effects of what texts say of each other', () => {
  test('the clause’s own day, else the effective day, else the promulgation', () => {
    const store = madeArchive({
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
    const store = madeArchive({
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
    const store = madeArchive(
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
    const store = madeArchive({
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
