import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RegisterEvent, ValidityRecord } from '../../../ingest/model/validity.ts';
import { addDays } from '../../../ingest/text/dates.ts';
import { endingsOf } from '../../../ingest/validity/endings.ts';
import { statusOnDay } from '../../../ingest/validity/status-on-day.ts';

const event = (type: RegisterEvent['type'], date: string | null, more: Partial<RegisterEvent> = {}): RegisterEvent => ({
  type,
  date,
  quote: `${type}之句`,
  certainty: 'stated',
  provisions: [],
  source: {
    documentId: 'other',
    documentNumber: '新政发〔2020〕1号',
    title: '另一文件',
    provisionId: null,
    issueId: 'i',
    line: 1,
  },
  ...more,
});

const record = (more: Partial<ValidityRecord> = {}): ValidityRecord => ({
  registerId: 'self',
  held: true,
  promulgationDate: '2020-01-10',
  effectiveDate: '2020-02-01',
  effectiveCertainty: 'stated',
  expiryDate: null,
  expiryCertainty: null,
  events: [event('promulgated', '2020-01-10'), event('effective', '2020-02-01')],
  ...more,
});

const withEvents = (...events: RegisterEvent[]): ValidityRecord => record({ events: [...record().events, ...events] });

describe('statusOnDay', () => {
  test('pending, then in force, each with its span', () => {
    expect(statusOnDay(record(), '2020-01-31')).toMatchObject({ status: 'pending', until: '2020-01-31' });
    expect(statusOnDay(record(), '2020-02-01')).toMatchObject({ status: 'in_force', since: '2020-02-01', until: null });
  });

  test('the first day on which it ended decides, the others are listed', () => {
    const both = withEvents(event('expired', '2023-02-01'), event('repealed', '2024-01-01'));
    expect(statusOnDay(both, '2023-01-31')).toMatchObject({ status: 'in_force', until: '2023-01-31' });
    const after = statusOnDay(both, '2025-01-01');
    expect(after).toMatchObject({ status: 'expired', since: '2023-02-01' });
    expect(after.otherEndings.map((other) => other.type)).toEqual(['repealed']);
    expect(after.reason).toContain('2024年1月1日');
  });

  test('on one and the same day a repeal goes before an expiry', () => {
    const both = withEvents(event('expired', '2023-02-01'), event('repealed', '2023-02-01'));
    expect(statusOnDay(both, '2023-02-01').status).toBe('repealed');
  });

  test('a revision by another document supersedes, the note over the own text does not', () => {
    const revised = withEvents(event('revised', '2022-05-01'));
    expect(statusOnDay(revised, '2022-04-30').status).toBe('in_force');
    expect(statusOnDay(revised, '2022-05-01').status).toBe('superseded');
    const own = { ...event('revised', '2020-01-10').source, documentId: 'self' };
    expect(statusOnDay(withEvents(event('revised', '2020-01-10', { source: own })), '2021-01-01').status).toBe(
      'in_force',
    );
    expect(statusOnDay(withEvents(event('revised', '2019-01-01')), '2021-01-01').status).toBe('in_force');
  });

  test('an amendment leaves it in force and is told', () => {
    const amended = statusOnDay(withEvents(event('amended', '2022-05-01')), '2023-01-01');
    expect(amended.status).toBe('in_force');
    expect(amended.reason).toContain('修改');
    expect(statusOnDay(withEvents(event('amended', '2022-05-01')), '2022-04-30').reason).not.toContain('修改');
  });

  test('some provisions ended', () => {
    const part = withEvents(event('partly_repealed', '2022-05-01', { provisions: [[8], [120, 1]] }));
    expect(statusOnDay(part, '2022-04-30').status).toBe('in_force');
    const status = statusOnDay(part, '2022-05-01');
    expect(status).toMatchObject({ status: 'partly_in_force', since: '2022-05-01' });
    expect(status.reason).toContain('第8条、第120条之1');
  });

  test('staggered commencement is told', () => {
    const staggered = withEvents(event('effective', '2021-01-01', { provisions: [[3]] }));
    expect(statusOnDay(staggered, '2020-06-01')).toMatchObject({ status: 'in_force' });
    expect(statusOnDay(staggered, '2020-06-01').reason).toContain('第3条自2021年1月1日起施行');
  });

  test('a repeal of an unknown day ends it, without a day', () => {
    const status = statusOnDay(withEvents(event('repealed', null)), '2021-01-01');
    expect(status).toMatchObject({ status: 'repealed', since: null, certainty: 'presumed' });
    expect(status.reason).toContain('不详');
  });

  test('a repeal dated before the promulgation is not meant for it', () => {
    expect(statusOnDay(withEvents(event('repealed', '2019-01-01')), '2021-01-01').status).toBe('in_force');
  });

  test('named only: unknown before its end, whatever is known of its beginning', () => {
    const named = record({
      held: false,
      effectiveDate: null,
      effectiveCertainty: null,
      events: [event('repealed', '2024-01-01')],
    });
    expect(statusOnDay(named, '2023-12-31')).toMatchObject({ status: 'unknown', until: '2023-12-31', decidedBy: null });
    expect(statusOnDay(named, '2024-01-01').status).toBe('repealed');
  });

  test('a text without any date is unknown', () => {
    const bare = record({ promulgationDate: null, effectiveDate: null, effectiveCertainty: null, events: [] });
    expect(statusOnDay(bare, '2024-01-01').status).toBe('unknown');
  });

  const day = fc.integer({ min: -2000, max: 4000 }).map((days) => addDays('2020-01-01', days));
  const endings = fc.array(
    fc.record({
      type: fc.constantFrom<RegisterEvent['type']>('repealed', 'declared_invalid', 'revised', 'expired'),
      date: fc.option(day),
    }),
    { maxLength: 5 },
  );

  test('once ended, it stays ended; the day before the first ending it was not', () => {
    fc.assert(
      fc.property(endings, day, (made, on) => {
        const full = withEvents(...made.map(({ type, date }) => event(type, date)));
        const ended = ['repealed', 'declared_invalid', 'superseded', 'expired'];
        const status = statusOnDay(full, on);
        if (ended.includes(status.status)) expect(ended).toContain(statusOnDay(full, addDays(on, 30)).status);
        const [first] = endingsOf(full);
        if (first?.since != null) expect(ended).not.toContain(statusOnDay(full, addDays(first.since, -1)).status);
        expect(status.reason).toMatch(/。$/u);
        if (status.since !== null) expect(status.since <= on).toBe(true);
        if (status.until !== null) expect(status.until >= on).toBe(true);
      }),
      { seed: 20241015 },
    );
  });

  test('the order of events does not matter', () => {
    fc.assert(
      fc.property(endings, day, (made, on) => {
        const events = made.map(({ type, date }) => event(type, date));
        const forward = statusOnDay(withEvents(...events), on);
        expect(statusOnDay(withEvents(...events.reverse()), on)).toEqual(forward);
      }),
      { seed: 20241016 },
    );
  });
});
