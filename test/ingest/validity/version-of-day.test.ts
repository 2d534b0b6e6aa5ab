import { describe, expect, test } from 'vitest';
import type { Store } from '../../../ingest/store/open-store.ts';
import { checkText, matchesOf } from '../../../ingest/validity/check-text.ts';
import type { CheckedMatch } from '../../../ingest/validity/check-text.ts';
import { madeArchive } from '../resolve/made-archive.ts';
import type { MadeRelation } from '../resolve/made-issue.ts';

const TITLE = '住房公积金管理条例';
const HISTORY =
  '《住房公积金管理条例》（1999年4月3日国务院令第262号发布，根据2002年3月24日国务院令第350号修正，根据2019年3月24日国务院令第710号修正）';

/** An archive of three notices that name the instrument by each of its numbers. */
function archive(withHistory: boolean): Store {
  const relations: MadeRelation[] = [
    { type: 'based_on', title: TITLE, number: '国务院令第350号' },
    { type: 'based_on', title: TITLE, number: '国务院令第710号' },
    { type: 'cites', title: TITLE, number: '国务院令第262号', ...(withHistory ? { quote: HISTORY } : {}) },
  ];
  const issues = relations.map((relation, at) => {
    const number = `新政办发〔2021〕${at + 1}号`;
    const document = { title: `关于第${at + 1}项工作的通知`, number, promulgated: '2021-11-01', relations: [relation] };
    return { date: `2021-12-0${at + 1}`, number: at + 1, documents: [document] };
  });
  return madeArchive(...issues);
}

const numbers = (matches: readonly CheckedMatch[]): (string | null)[] =>
  matches.map(({ entry }) => entry.documentNumber).sort();

describe('a title that several versions of one instrument bear', () => {
  test('is the newest of the day asked, and says so', () => {
    const store = archive(true);
    const [match] = matchesOf(store, TITLE, '2010-01-01');
    expect(numbers(matchesOf(store, TITLE, '2010-01-01'))).toEqual(['国务院令第350号']);
    expect(match?.warnings[0]).toContain('取2010-01-01时的最新版本');
    expect(numbers(matchesOf(store, TITLE, '2024-01-01'))).toEqual(['国务院令第710号']);
  });

  test('is the newest of the day that a checked text bears', () => {
    const [citation] = checkText(archive(true), `根据《${TITLE}》办理。\n2010年5月1日`, '2024-01-01').citations;
    expect(numbers(citation?.matches ?? [])).toEqual(['国务院令第350号']);
    expect(citation?.note).toBeNull();
  });

  test('stays a list of candidates when no history links them', () => {
    const store = archive(false);
    expect(numbers(matchesOf(store, TITLE, '2024-01-01'))).toHaveLength(3);
    const [citation] = checkText(store, `根据《${TITLE}》办理。`, '2024-01-01').citations;
    expect(citation?.note).toContain('有3件文件符合');
  });

  test('stays one on a day before all of them', () => {
    expect(matchesOf(archive(true), TITLE, '1990-01-01')).toHaveLength(3);
  });
});
