import { describe, expect, test } from 'vitest';
import { madeArchive } from './made-archive.ts';
import type { MadeIssue, MadeRelation } from './made-issue.ts';

const TITLE = '住房公积金管理条例';
const HISTORY =
  '《住房公积金管理条例》（1999年4月3日国务院令第262号发布，根据2002年3月24日国务院令第350号修正，根据2019年3月24日国务院令第710号修正）';

function notice(year: number, serial: number, relation: MadeRelation): MadeIssue {
  return {
    date: `${year}-12-0${serial}`,
    number: serial,
    documents: [
      {
        title: `关于第${serial}项工作的通知`,
        number: `新政办发〔${year}〕${serial}号`,
        authority: '新疆维吾尔自治区人民政府办公厅',
        promulgated: `${year}-11-01`,
        relations: [relation],
      },
    ],
  };
}

const BY_350 = notice(2010, 1, { type: 'based_on', title: TITLE, number: '国务院令第350号' });
const BY_710 = notice(2020, 2, { type: 'based_on', title: TITLE, number: '国务院令第710号' });
const WITH_HISTORY = notice(2021, 3, { type: 'cites', title: TITLE, number: '国务院令第262号', quote: HISTORY });
const EARLY = notice(2012, 4, { type: 'based_on', title: TITLE });
const LATE = notice(2023, 5, { type: 'based_on', title: TITLE });

/** What the notices of 2012 and 2023, which name the title alone, are resolved to. */
function targets(...issues: MadeIssue[]): unknown[] {
  const store = madeArchive(...issues);
  return store
    .prepare('SELECT target_id FROM relations WHERE target_number IS NULL ORDER BY document_id')
    .pluck()
    .all();
}

describe('one instrument under several order numbers', () => {
  test('is the newest of the day when a printed history says that it is one, in any order of ingest', () => {
    const all = [BY_350, BY_710, WITH_HISTORY, EARLY, LATE];
    for (const turn of [0, 1, 2, 3, 4]) {
      const order = [...all.slice(turn), ...all.slice(0, turn)];
      expect(targets(...order), String(turn)).toEqual(['guowuyuanling-350', 'guowuyuanling-710']);
      expect(targets(...order.reverse()), `${turn} backwards`).toEqual(['guowuyuanling-350', 'guowuyuanling-710']);
    }
  });

  test('stays a list of candidates when nothing says so', () => {
    expect(targets(BY_350, BY_710, EARLY, LATE)).toEqual([null, null]);
  });

  test('stays one when another authority issued a document of this title', () => {
    const other = notice(2019, 6, { type: 'cites', title: TITLE, number: '某省人民政府令第9号' });
    expect(targets(BY_350, BY_710, WITH_HISTORY, other, LATE)).toEqual([null]);
  });

  test('stays one when two histories give a version two days', () => {
    const quote = HISTORY.replace('2019年3月24日', '2018年1月1日');
    const other = notice(2022, 7, { type: 'cites', title: TITLE, number: '国务院令第262号', quote });
    expect(targets(BY_350, BY_710, WITH_HISTORY, other, LATE)).toEqual([null]);
  });
});
