import { describe, expect, test } from 'vitest';
import { CorrectionRefused, readCorrections } from '../../../ingest/resolve/corrections.ts';
import { applyCorrections } from '../../../ingest/resolve/register-issue.ts';
import { openStore } from '../../../ingest/store/open-store.ts';
import { findRegister } from '../../../ingest/store/queries/references.ts';
import { writeIssue } from '../../../ingest/store/write-issue.ts';
import { statusOf } from '../../../ingest/validity/replacement.ts';
import { madeIssue } from './made-issue.ts';

const why = { source: '新疆政报2020年第3期', reason: '公报漏印' };
const read = (...corrections: unknown[]) => readCorrections({ corrections });

describe('readCorrections', () => {
  test.each([
    [{ type: 'rename', number: '新政发〔2020〕1号', ...why }, /correction 1/u],
    [{ type: 'same', number: '新政发', title: '甲办法', ...why }, /no document number/u],
    [{ type: 'same', number: '新政发〔2020〕1号', title: '甲办法', source: '', reason: 'x' }, /"source"/u],
    [{ type: 'same', number: '新政发〔2020〕1号', title: '甲办法', source: 'x' }, /"reason"/u],
    [{ type: 'event', number: '新政发〔2020〕1号', event: 'repealed', date: '2024-02-30', ...why }, /calendar day/u],
    [{ type: 'event', number: '新政发〔2020〕1号', event: 'lost', date: '2024-02-03', ...why }, /"event"/u],
    [{ type: 'same', number: '新政发〔2020〕1号', title: '甲办法', colour: 'red', ...why }, /colour/u],
  ])('refuses %j', (correction, message) => {
    expect(() => read(correction)).toThrow(CorrectionRefused);
    expect(() => read(correction)).toThrow(message);
  });

  test('refuses two that contradict each other, in one line', () => {
    const same = { type: 'same', number: '新政发〔2020〕1号', title: '甲办法', ...why };
    expect(() => read(same, { ...same, type: 'distinct' })).toThrow(/correction 2: contradicts correction 1$/u);
  });

  test('refuses a file that has no list', () => {
    expect(() => readCorrections([])).toThrow(CorrectionRefused);
  });
});

describe('applyCorrections', () => {
  const issue = madeIssue({
    date: '2020-02-15',
    documents: [
      {
        title: '乙通知',
        number: '新政发〔2020〕9号',
        promulgated: '2020-02-01',
        relations: [
          { type: 'cites', title: '甲办法', number: '新政发〔2010〕1号' },
          { type: 'based_on', title: '甲暂行办法' },
        ],
      },
    ],
  });

  test('adds an event with its reason, and a title that then resolves', () => {
    const store = openStore(':memory:');
    writeIssue(store, issue, { path: 'a.txt' });
    applyCorrections(
      store,
      read(
        { type: 'event', number: '新政发〔2010〕1号', event: 'repealed', date: '2021-01-01', ...why },
        { type: 'same', number: '新政发〔2010〕1号', title: '甲暂行办法', ...why },
      ),
    );
    const status = statusOf(store, 'xinzhengfa-2010-1', '2021-01-01');
    expect(status?.status).toBe('repealed');
    expect(status?.decidedBy?.quote).toContain('公报漏印');
    expect(findRegister(store, '甲暂行办法').map((entry) => entry.id)).toEqual(['xinzhengfa-2010-1']);
    applyCorrections(store, read());
    expect(statusOf(store, 'xinzhengfa-2010-1', '2021-01-01')?.status).toBe('unknown');
    expect(findRegister(store, '甲暂行办法').map((entry) => entry.id)).not.toEqual(['xinzhengfa-2010-1']);
    store.close();
  });

  test('keeps a title from being taken for a number', () => {
    const store = openStore(':memory:');
    writeIssue(store, issue, { path: 'a.txt' });
    const later = madeIssue({
      date: '2021-02-15',
      documents: [
        {
          title: '丙通知',
          number: '新政发〔2021〕3号',
          promulgated: '2021-02-01',
          relations: [{ type: 'cites', title: '甲办法' }],
        },
      ],
    });
    writeIssue(store, later, { path: 'b.txt' });
    const target = () =>
      store.prepare("SELECT target_id AS id FROM relations WHERE document_id = 'xinzhengfa-2021-3'").get();
    expect(target()).toEqual({ id: 'xinzhengfa-2010-1' });
    applyCorrections(store, read({ type: 'distinct', number: '新政发〔2010〕1号', title: '甲办法', ...why }));
    expect(target()).not.toEqual({ id: 'xinzhengfa-2010-1' });
    store.close();
  });
});
