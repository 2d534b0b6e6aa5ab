import { describe, expect, test } from 'vitest';
import { statusOnDay } from '../../../ingest/validity/status-on-day.ts';
import { printHead } from '../../../server/pages/print-head.ts';
import { statusBanner } from '../../../server/pages/status-banner.ts';
import type { StatusBanner } from '../../../server/pages/status-banner.ts';
import { event, record } from '../../helpers/made-record.ts';

/** In force from 2020-01-01, put out of use from 2021-06-01 to 2022-05-31, repealed in 2024. */
const RECORD = record({
  promulgationDate: '2019-12-01',
  effectiveDate: '2020-01-01',
  events: [
    event('effective', '2020-01-01'),
    event('suspended', '2021-06-01', { until: '2022-05-31' }),
    event('repealed', '2024-03-01'),
  ],
});

const bannerOn = (on: string, record = RECORD): StatusBanner =>
  statusBanner({ record, status: statusOnDay(record, on) }, '/documents/x', []);

describe('statusBanner', () => {
  test.each([
    ['2021-05-31', '现行有效', null],
    ['2021-06-01', '现行有效', '另有暂停施行的规定'],
    ['2022-05-31', '现行有效', '另有暂停施行的规定'],
    ['2022-06-01', '现行有效', null],
    ['2019-12-31', '尚未生效', null],
  ])('on %s says %s, and beside it what puts it out of use: %s', (on, label, suspension) => {
    const banner = bannerOn(on);
    expect([banner.badge.label, banner.suspension?.label ?? null]).toEqual([label, suspension]);
  });

  test('of what has ended nothing is suspended', () => {
    const record = { ...RECORD, events: [...RECORD.events, event('suspended', '2023-01-01')] };
    expect(bannerOn('2024-02-29', record).suspension).not.toBeNull();
    expect(bannerOn('2024-03-01', record).suspension).toBeNull();
  });

  test('a printed sheet says both', () => {
    expect(printHead('《甲》', bannerOn('2021-06-01'))).toBe('《甲》　2021-06-01当日：现行有效，另有暂停施行的规定');
  });
});
