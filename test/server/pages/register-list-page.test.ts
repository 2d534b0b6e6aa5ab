import { describe, expect, it } from 'vitest';
import type { RegisterQuestion } from '../../../server/pages/register-list-page.ts';
import { registerListPage } from '../../../server/pages/register-list-page.ts';
import { createStatuses } from '../../../server/site/statuses.ts';
import { act, madeArchive } from '../../ingest/resolve/made-archive.ts';

const ON = '2024-01-01';
const asking = (q: string, more: Partial<RegisterQuestion> = {}): RegisterQuestion => ({
  q,
  status: null,
  authority: null,
  year: null,
  held: null,
  asked: { page: { limit: 2, offset: 0 }, number: 1, size: 2 },
  on: ON,
  carried: null,
  ...more,
});

describe('the list of the register', () => {
  const store = () =>
    madeArchive({
      date: '2021-06-01',
      documents: [
        act('甲供水管理办法实施细则', '新政办发〔2020〕1号', '2020-01-01', { effective: '2020-01-01' }),
        act('供水管理办法', '新政办发〔2020〕2号', '2020-01-02', {
          effective: '2020-01-02',
          relations: [{ type: 'repeals', number: '新政办发〔2001〕5号', title: '供水管理办法（试行）' }],
        }),
        act('乙供水管理办法补充规定', '新政办发〔2020〕3号', '2020-01-03', { effective: '2020-01-03' }),
      ],
    });
  const listed = (question: RegisterQuestion) => {
    const archive = store();
    return registerListPage(archive, question, createStatuses(archive, ON));
  };
  const numbers = (question: RegisterQuestion) => listed(question).entries.map(({ documentNumber }) => documentNumber);

  it('begins with the entry that has the very title, whatever its day, and goes on with the others over its pages', () => {
    const first = listed(asking('供水管理办法'));
    expect(first.total).toBe(4);
    expect(first.entries[0]?.documentNumber).toBe('新政办发〔2020〕2号');
    const second = asking('供水管理办法', { asked: { page: { limit: 2, offset: 2 }, number: 2, size: 2 } });
    const all = [...first.entries.map(({ documentNumber }) => documentNumber), ...numbers(second)];
    expect(new Set(all).size).toBe(4);
  });

  it('keeps to a status on the day', () => {
    expect(numbers(asking('供水管理办法', { status: 'repealed' }))).toEqual(['新政办发〔2001〕5号']);
    expect(listed(asking('供水管理办法', { status: 'in_force' })).total).toBe(3);
  });

  it('gives the day, else the year of the number, and names near titles only where nothing is found', () => {
    const [named] = listed(asking('新政办发〔2001〕5号')).entries;
    expect(named).toMatchObject({ date: '2001年', held: false, title: '供水管理办法（试行）' });
    expect(listed(asking('供水管理办法')).near).toEqual([]);
    expect(listed(asking('甲供水管理办法补充规定')).near.length).toBeGreaterThan(0);
  });
});
