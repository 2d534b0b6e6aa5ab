/** Clauses put together from the parts that drafting gives them, in any combination: what was put in is what is read. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addMonths, addYears } from '../../../ingest/text/dates.ts';
import { processorTime } from '../../helpers/processor-time.ts';
import { factsOf, regulation } from './draft.ts';

const SELF = fc.constantFrom('本办法', '本规定', '本细则', '本实施细则', '本政策', '本通知');
const EXPLAINED = fc.constantFrom('', '由市财政局负责解释，', '由市财政局会同市民政局解释，');
const VERB = fc.constantFrom('施行', '实施', '执行', '生效');
const day = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays('1980-01-01', days));
const printed = (iso: string): string => {
  const [year = '', month = '', date = ''] = iso.split('-');
  return `${year}年${Number(month)}月${Number(date)}日`;
};

const facts = (clause: string): ReturnType<typeof regulation> =>
  factsOf({
    title: '关于印发《甲市管理办法》的通知',
    parts: [
      {
        kind: 'notice',
        title: '',
        lines: ['现印发给你们。', ['signature', '甲市人民政府'], ['date', '2021年5月12日']],
      },
      { kind: 'regulation', title: '甲市管理办法', lines: ['第一条 制定本办法。', `第三十条 ${clause}`] },
    ],
  });

/** How a clause begins, with the first day that it means; the notice is of 2021-05-12. */
const beginning = fc.oneof(
  day.map((first) => ({ first, words: `自${printed(first)}起` })),
  fc.constantFrom('印发', '公布', '发布').map((word) => ({ first: '2021-05-12', words: `自${word}之日起` })),
  fc.integer({ min: 1, max: 90 }).map((n) => ({ first: addDays('2021-05-12', n), words: `自公布之日起${n}日后` })),
);

interface Ending {
  words: string;
  last(first: string): string;
}
const ending: fc.Arbitrary<Ending> = fc.oneof(
  fc
    .integer({ min: 1, max: 10 })
    .map((n) => ({ words: `，有效期${n}年`, last: (first: string) => addDays(addYears(first, n), -1) })),
  fc
    .integer({ min: 1, max: 36 })
    .map((n) => ({ words: `（有效期${n}个月）`, last: (first: string) => addDays(addMonths(first, n), -1) })),
  day.map((last) => ({ words: `，有效期至${printed(last)}`, last: () => last })),
  fc.integer({ min: 2030, max: 2060 }).map((year) => ({ words: `，执行至${year}年底`, last: () => `${year}-12-31` })),
  fc.tuple(fc.integer({ min: 2030, max: 2060 }), fc.integer({ min: 1, max: 12 })).map(([year, month]) => ({
    words: `，有效期至${year}年${month}月底`,
    last: () => addDays(addMonths(`${year}-${String(month).padStart(2, '0')}-01`, 1), -1),
  })),
);

describe('clauses of effect', () => {
  it('give the days that were put in, whoever explains the text', () => {
    fc.assert(
      fc.property(
        SELF,
        EXPLAINED,
        beginning,
        VERB,
        fc.option(ending),
        (self, explained, { first, words }, verb, end) => {
          const found = facts(`${self}${explained}${words}${verb}${end?.words ?? ''}。`);
          expect(found.effectiveDate?.value).toBe(first);
          expect(found.expiryDate?.value).toBe(end?.last(first));
        },
      ),
      { seed: 31, numRuns: 300 },
    );
  });

  it('of something else give no day of the document', () => {
    const OTHER = fc.constantFrom(
      '许可证',
      '资质证书',
      '原《乙办法》',
      '该项目',
      '检验报告',
      '按照《乙办法》取得的证书',
    );
    fc.assert(
      fc.property(OTHER, beginning, VERB, fc.option(ending), (other, { words }, verb, end) => {
        const found = facts(`${other}${words}${verb}${end?.words ?? ''}。`);
        expect([found.effectiveDate, found.expiryDate]).toEqual([null, null]);
      }),
      { seed: 32, numRuns: 200 },
    );
  });
});

const TITLES = fc.uniqueArray(
  fc.constantFrom('乙办法', '丙实施细则', '关于丁的通知', '实施〈戊条例〉办法', '己暂行规定'),
  {
    minLength: 1,
    maxLength: 4,
  },
);
const listed = (titles: readonly string[]): string =>
  titles.map((title, at) => `《${title}》（庚政发〔2010〕${at + 1}号）`).join('、');

const changes = (clause: string): string[] =>
  facts(clause).relations.flatMap(({ type, mode, until, citation: { title, provisions } }) =>
    type === 'repeals' || type === 'amends' ? [[type, mode, until ?? '', title, provisions.join(';')].join(' ')] : [],
  );

describe('clauses about other documents', () => {
  it('extend every document of an enumeration, and end none', () => {
    const HOW = fc.oneof(
      day.map((last) => ({ words: `有效期延长至${printed(last)}`, until: last })),
      fc.integer({ min: 1, max: 9 }).map((n) => ({ words: `有效期延长${n}年`, until: `P${n}Y` })),
      fc
        .integer({ min: 2030, max: 2060 })
        .map((year) => ({ words: `到期后继续执行至${year}年底`, until: `${year}-12-31` })),
    );
    fc.assert(
      fc.property(TITLES, HOW, (titles, { words, until }) => {
        expect(changes(`${listed(titles)}${words}。`)).toEqual(
          titles.map((title) => `amends extended ${until} ${title} `),
        );
      }),
      { seed: 33, numRuns: 200 },
    );
  });

  it('end every document of an enumeration', () => {
    const ENDS = fc.constantFrom(
      '同时废止',
      '即行废止',
      '一并废止',
      '自本办法施行之日起停止执行',
      '不再执行',
      '予以废止',
      '自行失效',
    );
    fc.assert(
      fc.property(TITLES, ENDS, (titles, words) => {
        const mode = words.endsWith('失效') ? 'declared_invalid' : 'repealed';
        expect(changes(`${listed(titles)}${words}。`)).toEqual(titles.map((title) => `repeals ${mode}  ${title} `));
      }),
      { seed: 34, numRuns: 200 },
    );
  });

  it('tell articles that end from those of which a part ends', () => {
    const numerals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];
    const article = fc.record({
      at: fc.integer({ min: 1, max: 10 }),
      part: fc.constantFrom('', '第二款', '第（三）项', '第一款第（二）项'),
    });
    const articles = fc.uniqueArray(article, { minLength: 1, maxLength: 4, selector: ({ at }) => at });
    fc.assert(
      fc.property(articles, (named) => {
        const words = named.map(({ at, part }) => `第${numerals[at - 1] ?? ''}条${part}`).join('、');
        const of = (inPart: boolean): string =>
          named.flatMap(({ at, part }) => ((part !== '') === inPart ? [`${at}`] : [])).join(';');
        const expected = [
          ...(of(false) === '' ? [] : [`repeals repealed  乙办法 ${of(false)}`]),
          ...(of(true) === '' ? [] : [`amends amended  乙办法 ${of(true)}`]),
        ];
        expect(changes(`《乙办法》（庚政发〔2010〕1号）${words}同时废止。`).sort()).toEqual(expected.sort());
      }),
      { seed: 35, numRuns: 200 },
    );
  });
});

describe('a paragraph of one clause over and over', () => {
  it.each([
    '《甲法》有效期延长至2025年底，',
    '《甲法》继续有效，自2021年6月1日起施行，',
    '《甲法》第一条中关于',
    '《甲法》第一条第（一）、（二）项、',
    '第一条（一）',
    '现将《甲法》转发',
    '自发布之日起至2025年底',
    '本办法由甲局负责解释，',
    '除第三条自2022年1月1日起施行外，其余条款',
    '2025年6月',
    '6月1日',
    '2022年4月1日至12月31日',
    '《甲法》现决定已经到期现予',
    '《甲法》有效期至2025年底届满，经评估，决定其有效期，',
    '暂停执行《甲法》第一条',
    '自施行之日起5年，',
    '令第1号公布，《甲法》',
    '甲发〔2010〕1号、2号、',
    '第一章第二节、',
    '以下简称',
    '废止下列文件',
  ])('of 100,000 characters costs little: %s', (piece) => {
    const text = `第一条 ${piece.repeat(100_000 / piece.length)}。本办法自公布之日起施行。`;
    expect(processorTime(() => regulation('甲市管理办法', [text]))).toBeLessThan(6000);
  });
});
