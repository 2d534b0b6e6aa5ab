import { expect, test } from 'vitest';
import { catalogueIndex } from '../../../server/pages/catalogue-index.ts';

const groups = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ value: `机关${index}`, count: count - index }));

test('departments are shown most first, the others when opened, and of very many it says how many are left out', () => {
  const few = catalogueIndex([], groups(40), (name) => name);
  expect([few.authorities.length, few.others.length, few.left]).toEqual([30, 10, 0]);
  expect(few.authorities[0]).toEqual({ label: '机关0', href: '机关0', count: 40, width: 100 });
  const many = catalogueIndex([], groups(1000), (name) => name);
  expect([many.authorities.length, many.others.length, many.left]).toEqual([30, 300, 670]);
});
