import { describe, expect, test } from 'vitest';
import type { ValidityRecord } from '../../../ingest/model/validity.ts';
import { statusChanges } from '../../../server/pages/status-changes.ts';
import { event, record } from '../../helpers/made-record.ts';

const RECORD = record({
  promulgationDate: '2024-05-30',
  effectiveDate: '2024-07-01',
  expiryDate: '2029-06-30',
  expiryCertainty: 'computed',
  events: [event('expired', '2029-07-01')],
});

const told = (record: ValidityRecord, on: string): [string, string, boolean][] =>
  statusChanges(record, on, '/documents/x').map(({ day, badge, current }) => [day, badge.label, current]);

describe('statusChanges', () => {
  test('tells promulgation, commencement and the first day after the last one, and marks the chosen day', () => {
    expect(told(RECORD, '2029-06-30')).toEqual([
      ['2024-05-30', '尚未生效', false],
      ['2024-07-01', '现行有效', true],
      ['2029-07-01', '已失效', false],
    ]);
    expect(told(RECORD, '2029-07-01').map(([, , current]) => current)).toEqual([false, false, true]);
    expect(told(RECORD, '2020-01-01').some(([, , current]) => current)).toBe(false);
  });

  test('a document in force from the day it was published has one change', () => {
    expect(told({ ...RECORD, effectiveDate: '2024-05-30', expiryDate: null, events: [] }, '2025-01-01')).toEqual([
      ['2024-05-30', '现行有效', true],
    ]);
  });

  test('a document only named changes on the day of its repeal; one of which nothing is dated does not', () => {
    const named = { ...RECORD, held: false, promulgationDate: null, effectiveDate: null, expiryDate: null, events: [] };
    expect(told({ ...named, events: [event('repealed', '2024-08-09')] }, '2024-08-09')).toEqual([
      ['2024-08-09', '已废止', true],
    ]);
    expect(told(named, '2024-08-09')).toEqual([]);
  });

  test('each change leads to the same page as of its day', () => {
    expect(statusChanges(RECORD, '2024-07-01', '/documents/x')[1]?.href).toBe('/documents/x?on=2024-07-01');
  });
});
