import { expect, test } from 'vitest';
import { filterSelect, MOST_OPTIONS } from '../../../server/pages/filter-select.ts';

const values = Array.from({ length: MOST_OPTIONS + 5 }, (_, index) => ({ value: `机关${index}`, count: 9 }));

test('of very many values the first are offered, and the chosen one wherever it stands', () => {
  const { options, left } = filterSelect('authority', '制定机关', values, `机关${MOST_OPTIONS + 2}`);
  expect(options).toHaveLength(MOST_OPTIONS + 1);
  expect(options.at(-1)).toEqual({
    value: `机关${MOST_OPTIONS + 2}`,
    text: `机关${MOST_OPTIONS + 2}（9）`,
    selected: true,
  });
  expect(left).toBe(4);
});

test('a few values are all offered', () => {
  expect(filterSelect('year', '年份', values.slice(0, 3), null)).toMatchObject({ options: { length: 3 }, left: 0 });
});
