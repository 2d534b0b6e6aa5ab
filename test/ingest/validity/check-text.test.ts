import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Store } from '../../../ingest/store/open-store.ts';
import { TextTooLong, checkText, matchesOf } from '../../../ingest/validity/check-text.ts';
import { findCitations } from '../../../ingest/validity/find-citations.ts';
import { archiveOf, parseGazettes } from './gazette-archive.ts';
import { processorTime } from '../../helpers/processor-time.ts';

let store: Store;

beforeAll(async () => {
  store = archiveOf(await parseGazettes());
});
afterAll(() => store.close());

const check = (text: string, on = '2024-12-01') => checkText(store, text, on);

describe('findCitations', () => {
  test('a title with its number, a number alone, nested titles, an order before its title', () => {
    const text =
      '依据《甲办法》（新政发〔2020〕1号）、国务院令第683号《乙条例》和新政办发[2021]3号，《关于印发〈丙细则〉的通知》除外。';
    expect(findCitations(text).map(({ title, documentNumber }) => [title, documentNumber])).toEqual([
      ['甲办法', '新政发〔2020〕1号'],
      ['乙条例', '国务院令第683号'],
      [null, '新政办发〔2021〕3号'],
      ['关于印发〈丙细则〉的通知', null],
    ]);
    for (const { raw, start, end } of findCitations(text)) expect(text.slice(start, end)).toBe(raw);
    expect(findCitations(text)[0]?.raw).toBe('《甲办法》（新政发〔2020〕1号）');
  });

  test('lines of a list, with labels and without 《》', () => {
    const found = findCitations(
      '1. 甲管理办法（新政发〔2020〕1号）\n二、关于加强乙工作的通知；\n新政办发〔2021〕3号\n',
    );
    expect(found.map(({ title, documentNumber }) => [title, documentNumber])).toEqual([
      ['甲管理办法', '新政发〔2020〕1号'],
      ['关于加强乙工作的通知', null],
      [null, '新政办发〔2021〕3号'],
    ]);
  });

  test('a title and the number of the next line are two documents of a list, unless a bracket joins them', () => {
    const named = (text: string): unknown[] =>
      findCitations(text).map(({ title, documentNumber }) => [title, documentNumber]);
    expect(named('《甲办法》\n新政办发〔2021〕3号\n《乙条例》')).toEqual([
      ['甲办法', null],
      [null, '新政办发〔2021〕3号'],
      ['乙条例', null],
    ]);
    expect(named('依据《甲办法》\r\n  （新政办发〔2021〕3号）办理。')).toEqual([['甲办法', '新政办发〔2021〕3号']]);
    expect(named('《甲办法》　新政办发〔2021〕3号')).toEqual([['甲办法', '新政办发〔2021〕3号']]);
  });

  test('every citation stands where it says, in order, whatever the text', () => {
    const piece = fc.constantFrom(
      '《',
      '》',
      '（',
      '）',
      '\n',
      '甲办法',
      '新政发〔2020〕1号',
      '第3号',
      '、',
      '1.',
      '关于印发',
      'x',
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join('')),
        (text) => {
          let last = 0;
          for (const { raw, start, end } of findCitations(text)) {
            expect(text.slice(start, end)).toBe(raw);
            expect(start).toBeGreaterThanOrEqual(last);
            last = start;
          }
        },
      ),
      { seed: 20240418 },
    );
  });

  test('a megabyte of opened brackets costs no more than reading it', () => {
    const used = processorTime(() => {
      findCitations('《'.repeat(500_000) + '号'.repeat(200_000));
      for (const piece of ['，', '　', '。 ', '（']) findCitations(`1. 甲${piece.repeat(200_000)}甲管理办法\n`);
    });
    expect(used).toBeLessThan(4000);
  });
});

describe('checkText', () => {
  test('status, evidence and replacement for each', () => {
    const { citations } = check('见《新疆维吾尔自治区安全生产事故灾难应急预案》(新政办发〔2010〕23号)第三条。');
    expect(citations).toHaveLength(1);
    const [match] = citations[0]?.matches ?? [];
    expect(match?.status.status).toBe('repealed');
    expect(match?.status.decidedBy?.quote).toContain('同时废止');
    expect(match?.replacedBy?.documentNumber).toBe('新政办发〔2024〕36号');
    expect(match?.warnings).toEqual([]);
  });

  test('an ambiguous title gives the candidates, an unknown one says so', () => {
    const { citations } = check('《自治区人民政府督查工作办法》和《谁也不知道的办法》');
    expect(citations.map((citation) => citation.matches.length)).toEqual([2, 0]);
    expect(citations[0]?.note).toContain('备选');
    expect(citations[1]?.note).toContain('不等于');
  });

  test('the number decides between two of one title', () => {
    const { citations } = check('《自治区人民政府督查工作办法》(新政办发〔2015〕161号)');
    expect(citations[0]?.matches.map((match) => match.entry.id)).toEqual(['xinzhengbanfa-2015-161']);
  });

  test('a number that bears another title is found with a warning', () => {
    const { citations } = check('《完全另外的办法》（新政办发〔2015〕161号）');
    expect(citations[0]?.matches[0]?.warnings.join()).toContain('题名');
  });

  test('what had ended before the text was signed is marked', () => {
    const text = (day: string): string => `依据新政办发〔2021〕115号办理。\n\n${day}\n`;
    const warnings = (day: string): string[] => check(text(day)).citations[0]?.matches[0]?.warnings ?? [];
    expect(warnings('2024年4月25日')).toEqual([]);
    expect(warnings('2024年4月26日').join()).toContain('2024-04-26');
  });

  test('prose gives no citations, a list gives its unknown lines too', () => {
    expect(check('本公司与对方友好协商，订立本合同。\n双方应当遵守约定。').citations).toEqual([]);
    const list = check('关于加强松材线虫病预防工作的通知\n某地从未听说过的管理办法\n').citations;
    expect(list.map((citation) => citation.matches.length)).toEqual([1, 0]);
  });

  test('too long a text is refused', () => {
    expect(() => check('文'.repeat(1_048_577))).toThrow(TextTooLong);
  });

  test('one reference in any spelling', () => {
    for (const ref of [
      '新政办发〔2010〕23号',
      '新政办发[2010]23号',
      '新政办发2010 23',
      '(新政办发〔2010〕23号)',
      '《新疆维吾尔自治区安全生产事故灾难应急预案》',
      '自治区安全生产事故灾难应急预案',
      'xinzhengbanfa-2010-23',
    ]) {
      expect(
        matchesOf(store, ref, '2024-12-01').map((match) => match.entry.id),
        ref,
      ).toEqual(['xinzhengbanfa-2010-23']);
    }
    expect(matchesOf(store, '新政发〔2010〕23号', '2024-12-01')).toEqual([]);
  });
});

describe('a title without the name of its region', () => {
  test('is not answered, but the known title is told', () => {
    const known = '新疆维吾尔自治区行政执法监督条例';
    expect(matchesOf(store, known, '2024-12-01').map(({ entry }) => entry.title)).toEqual([known]);
    const [citation] = check(`根据《行政执法监督条例》办理。`).citations;
    expect(citation?.matches).toEqual([]);
    expect(citation?.note).toContain(`题名相近的有：《${known}》`);
  });

  test('is told nothing where no region has one', () => {
    const [citation] = check(`根据《无人知道的甲条例》办理。`).citations;
    expect(citation?.note).toBe('馆藏中没有关于此文件的记载，这并不等于此文件不存在');
  });
});
