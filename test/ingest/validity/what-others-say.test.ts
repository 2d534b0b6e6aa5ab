import { describe, expect, it } from 'vitest';
import { findRegister } from '../../../ingest/store/queries/references.ts';
import type { Store } from '../../../ingest/store/open-store.ts';
import { contradictions } from '../../../ingest/validity/contradictions.ts';
import { endedCitations } from '../../../ingest/validity/ended-citations.ts';
import { nearTitlesNote } from '../../../ingest/validity/near-titles.ts';
import { replacementChain, statusOf } from '../../../ingest/validity/replacement.ts';
import { act, madeArchive } from '../resolve/made-archive.ts';

const number = (serial: number, year = 2020): string => `新政办发〔${year}〕${serial}号`;
const idOf = (store: Store, ref: string): string => findRegister(store, ref)[0]?.id ?? '';

describe('documents cited after they had ended', () => {
  const ender = act('关于加强甲管理的通知', number(2), '2020-05-01', {
    relations: [{ type: 'repeals', number: number(1, 2010) }],
  });
  const citing = (day: string, type: 'based_on' | 'repeals' = 'based_on') =>
    act('关于乙的通知', number(3), day, { relations: [{ type, number: number(1, 2010) }] });
  const endedIn = (...documents: ReturnType<typeof act>[]): [string | null, string][] => {
    const store = madeArchive({ date: '2021-06-01', documents });
    return endedCitations(store, idOf(store, number(3))).map(({ entry, endedOn }) => [entry.documentNumber, endedOn]);
  };

  it.each([
    ['2020-04-30', []],
    ['2020-05-01', [[number(1, 2010), '2020-05-01']]],
    ['2021-01-01', [[number(1, 2010), '2020-05-01']]],
  ])('a document of %s, of one that ended on 2020-05-01: %j', (day, ended) => {
    expect(endedIn(ender, citing(day))).toEqual(ended);
  });

  it('are not those whose validity was extended beyond the day', () => {
    const cited = act('甲办法', number(1, 2010), '2010-01-01', { effective: '2010-01-01', expiry: '2019-12-31' });
    const extending = act('关于延长甲办法有效期的通知', number(2), '2019-12-01', {
      relations: [{ type: 'amends', mode: 'extended', number: number(1, 2010), until: '2024-12-31' }],
    });
    expect(endedIn(cited, citing('2021-01-01'))).toEqual([[number(1, 2010), '2020-01-01']]);
    expect(endedIn(cited, extending, citing('2021-01-01'))).toEqual([]);
  });

  it('are not those that the document ends itself', () => {
    expect(endedIn(ender, citing('2021-01-01', 'repeals'))).toEqual([]);
  });
});

describe('titles near one that is not known', () => {
  const store = (): Store =>
    madeArchive({
      date: '2021-06-01',
      documents: [act('新疆维吾尔自治区行政执法监督条例', undefined, '2020-01-01')],
    });

  it('are those that begin with the name of a region', () => {
    expect(nearTitlesNote(store(), '行政执法监督条例')).toBe('题名相近的有：《新疆维吾尔自治区行政执法监督条例》');
  });

  it.each(['执法监督条例', '', '（）'])('are none for %s', (title) => {
    expect(nearTitlesNote(store(), title)).toBeNull();
  });
});

describe('what took the place of a document', () => {
  const repealing = (serial: number, day: string, ended: string, title = `第${serial}号管理办法`) =>
    act(title, number(serial), day, { effective: day, relations: [{ type: 'repeals', number: ended }] });
  const chain = (store: Store, ref: string, on: string): (string | null)[] => {
    const id = idOf(store, ref);
    const status = statusOf(store, id, on);
    return status === null ? [] : replacementChain(store, id, status).map(({ entry }) => entry.documentNumber);
  };

  it('is the text that ends it, and what ended that one, as of the day', () => {
    const store = madeArchive({
      date: '2021-06-01',
      documents: [repealing(2, '2020-05-01', number(1, 2010)), repealing(3, '2021-05-01', number(2))],
    });
    expect(chain(store, number(1, 2010), '2020-04-30')).toEqual([]);
    expect(chain(store, number(1, 2010), '2020-05-01')).toEqual([number(2)]);
    expect(chain(store, number(1, 2010), '2021-05-01')).toEqual([number(2), number(3)]);
  });

  it.each(['关于废止一批行政规范性文件的通知', '关于宣布失效一批文件的决定', '关于公布规范性文件清理结果的通知'])(
    'is not %s',
    (title) => {
      const store = madeArchive({
        date: '2021-06-01',
        documents: [repealing(2, '2020-05-01', number(1, 2010), title)],
      });
      expect(chain(store, number(1, 2010), '2021-01-01')).toEqual([]);
    },
  );

  it('is told once where two documents end each other', () => {
    const store = madeArchive({
      date: '2021-06-01',
      documents: [repealing(2, '2020-05-01', number(3)), repealing(3, '2020-05-01', number(2))],
    });
    expect(chain(store, number(2), '2021-01-01')).toEqual([number(3)]);
  });
});

describe('one number for two documents', () => {
  const told = (...titles: string[]): string[] => {
    const store = madeArchive({
      date: '2021-06-01',
      documents: titles.map((title, at) =>
        act(`关于第${at + 1}项工作的通知`, number(at + 10), '2020-03-01', {
          relations: [{ type: 'based_on', number: number(1, 2010), title }],
        }),
      ),
    });
    return contradictions(store)
      .filter(({ code }) => code === 'number_of_two_documents')
      .map(({ message }) => message);
  };

  it('is told where texts name it by quite different titles', () => {
    expect(told('城镇燃气管理办法', '义务教育经费保障规定')).toEqual([
      '同一文号既是《义务教育经费保障规定》，又是《城镇燃气管理办法》',
    ]);
  });

  it.each([
    ['关于印发《城镇燃气管理办法》的通知', '城镇燃气管理办法'],
    ['自治区城镇燃气管理办法', '城镇燃气管理办法（试行）'],
  ])('is not told of %s and %s', (a, b) => {
    expect(told(a, b)).toEqual([]);
  });

  it('is not told of two numbers', () => {
    const store = madeArchive({
      date: '2021-06-01',
      documents: [act('城镇燃气管理办法', number(1), '2020-01-01'), act('义务教育经费规定', number(2), '2020-01-01')],
    });
    expect(contradictions(store)).toEqual([]);
  });
});
