import { describe, expect, it } from 'vitest';
import { withNumeralSpellings } from '../../../server/search/numeral-spellings.ts';
import { parseQuery } from '../../../server/search/parse-query.ts';
import { queryMarks } from '../../../server/search/query-marks.ts';

const spellings = (query: string) =>
  parseQuery(query)
    .alternatives.flatMap(withNumeralSpellings)
    .map(({ all, none }) => [all, none].map((terms) => terms.map(({ folded }) => folded).join(' ')).join(' -'));

describe('withNumeralSpellings', () => {
  it.each([
    ['II级响应', ['ii级响应 -', 'ⅱ级响应 -']],
    ['Ⅲ级响应', ['ⅲ级响应 -', 'iii级响应 -']],
    ['Ⅱ级和iv级', ['ⅱ级和iv级 -', 'ii级和iv级 -', 'ⅱ级和ⅳ级 -']],
    ['响应 Ⅻ型', ['响应 ⅻ型 -', '响应 xii型 -']],
    ['响应 -II级', ['响应 -ii级 ⅱ级']],
    ['I级', ['i级 -']],
    ['XIIV', ['xiiv -']],
    ['iiii级', ['iiii级 -']],
    ['VIII2', ['viii2 -']],
    ['A-II', ['aii -', 'aⅱ -']],
    ['应急响应', ['应急响应 -']],
  ])('%s', (query, expected) => {
    expect(spellings(query)).toEqual(expected);
  });
});

describe('queryMarks', () => {
  it('has every spelling of a numeral', () => {
    expect(queryMarks('II级 响应')).toEqual(['ii级', '响应', 'ⅱ级']);
  });
});
