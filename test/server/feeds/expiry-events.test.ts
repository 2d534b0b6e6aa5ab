import { expect, it } from 'vitest';
import { nearest } from '../../../server/feeds/expiry-events.ts';

const rows = (count: number, expiryDate: string) => Array.from({ length: count }, () => ({ expiryDate }));

it('keeps of very many last days those nearest to today, the day itself among the coming ones', () => {
  const many = [
    ...rows(300, '2025-12-01'),
    ...rows(400, '2026-05-31'),
    ...rows(10, '2026-06-01'),
    ...rows(2000, '2027-01-01'),
  ];
  const kept = nearest(many, '2026-06-01');
  const count = (day: string) => kept.filter(({ expiryDate }) => expiryDate === day).length;
  expect(['2025-12-01', '2026-05-31', '2026-06-01', '2027-01-01'].map(count)).toEqual([100, 400, 10, 1490]);
});

it('keeps all of a few', () => {
  const few = [...rows(2, '2025-12-01'), ...rows(3, '2027-01-01')];
  expect(nearest(few, '2026-06-01')).toEqual(few);
});
