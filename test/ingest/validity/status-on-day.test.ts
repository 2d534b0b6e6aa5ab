import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RegisterEvent, ValidityRecord } from '../../../ingest/model/validity.ts';
import { addDays } from '../../../ingest/text/dates.ts';
import { endingsOf } from '../../../ingest/validity/endings.ts';
import { statusOnDay } from '../../../ingest/validity/status-on-day.ts';
import { event, record } from '../../helpers/made-record.ts';

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

  test('what changes a text that is only named takes it to be in force', () => {
    const named = record({
      held: false,
      promulgationDate: '2011-04-06',
      effectiveDate: null,
      effectiveCertainty: null,
      events: [event('amended', '2022-03-10'), event('repealed', '2024-01-01')],
    });
    expect(statusOnDay(named, '2022-03-09')).toMatchObject({ status: 'unknown', until: '2023-12-31' });
    const after = statusOnDay(named, '2023-01-01');
    expect(after).toMatchObject({
      status: 'in_force',
      since: '2022-03-10',
      until: '2023-12-31',
      certainty: 'computed',
    });
    expect(after.reason).toBe(
      '施行日期不详，2022年3月10日由《另一文件》（新政发〔2020〕1号）修改，当时有效，引用时应核对修改后的条文，馆藏中未见此后至所问之日废止、失效或者修订的记载；此后自2024年1月1日起被《另一文件》（新政发〔2020〕1号）废止。',
    );
    expect(statusOnDay(named, '2024-01-01').status).toBe('repealed');
  });

  test('what ends a part of a text that is only named leaves the rest in force', () => {
    const part = event('partly_repealed', '2022-03-10', { provisions: [[3]] });
    const named = record({ held: false, effectiveDate: null, effectiveCertainty: null, events: [part] });
    expect(statusOnDay(named, '2022-03-10')).toMatchObject({ status: 'partly_in_force', since: '2022-03-10' });
    expect(statusOnDay(named, '2022-03-09').status).toBe('unknown');
  });

  test('a history that a text tells does not say that what it names is in force', () => {
    const told = event('amended', '2004-06-17', { quote: '2004年6月17日省人民政府令第176号修正' });
    const named = record({ held: false, effectiveDate: null, effectiveCertainty: null, events: [told] });
    expect(statusOnDay(named, '2010-01-01').status).toBe('unknown');
  });

  test('on one and the same day a repeal goes before an expiry', () => {
    const both = withEvents(event('expired', '2023-02-01'), event('repealed', '2023-02-01'));
    expect(statusOnDay(both, '2023-02-01').status).toBe('repealed');
  });

  test('an amendment that another text only tells of is not said to be made by it', () => {
    const quote = '2021年3月1日自治区人民政府新政发〔2021〕97号修正';
    const { reason } = statusOnDay(withEvents(event('amended', '2021-03-01', { quote })), '2023-01-01');
    expect(reason).toContain(`据《另一文件》（新政发〔2020〕1号）所载，曾于${quote}`);
    expect(reason).not.toContain('经《另一文件》');
  });

  test('what puts it out of use for a time is told on the days it holds', () => {
    const suspended = withEvents(
      event('suspended', '2021-06-01', { until: '2022-05-31', provisions: [[8]] }),
      event('suspended', '2023-01-01'),
      event('kept', '2023-07-01'),
    );
    const reason = (on: string): string => statusOnDay(suspended, on).reason;
    expect(reason('2021-05-31')).not.toContain('暂停');
    expect(reason('2021-06-01')).toContain(
      '其中第八条自2021年6月1日起至2022年5月31日由《另一文件》（新政发〔2020〕1号）暂停或者暂时调整施行，所问之日在此期间',
    );
    expect(reason('2022-06-01')).not.toContain('暂停');
    expect(reason('2023-06-30')).toContain('自2023年1月1日起由《另一文件》（新政发〔2020〕1号）暂停或者暂时调整施行');
    expect(reason('2023-07-01')).not.toContain('暂停');
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
    expect(status.reason).toContain('第八条、第一百二十条之一');
  });

  test('staggered commencement is told', () => {
    const staggered = withEvents(event('effective', '2021-01-01', { provisions: [[3]] }));
    expect(statusOnDay(staggered, '2020-06-01')).toMatchObject({ status: 'in_force' });
    expect(statusOnDay(staggered, '2020-06-01').reason).toContain('第三条自2021年1月1日起施行');
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

  const own = event('expired', '2022-01-01', { source: { ...event('expired', null).source, documentId: 'self' } });
  const expiring = (...events: RegisterEvent[]): ValidityRecord => withEvents(own, ...events);

  test('an extension moves the end, and says who moved it', () => {
    const extended = expiring(event('extended', '2021-06-01', { until: '2023-06-30' }));
    expect(statusOnDay(extended, '2021-03-01')).toMatchObject({ status: 'in_force', until: '2023-06-30' });
    expect(statusOnDay(extended, '2022-05-01')).toMatchObject({ status: 'in_force', until: '2023-06-30' });
    expect(statusOnDay(extended, '2022-05-01').reason).toContain('载明有效期延长至2023年6月30日');
    const after = statusOnDay(extended, '2023-07-01');
    expect(after).toMatchObject({ status: 'expired', since: '2023-07-01', certainty: 'stated' });
    expect(after.decidedBy).toMatchObject({ type: 'expired', source: { documentId: 'other' }, quote: 'extended之句' });
    expect(after.reason).toContain('经《另一文件》（新政发〔2020〕1号）延长');
  });

  test('a length is counted from the end so far, one after the other', () => {
    const longer = expiring(
      event('extended', '2021-06-01', { until: 'P2Y' }),
      event('extended', '2023-06-01', { until: 'P6M' }),
    );
    expect(statusOnDay(longer, '2024-06-30')).toMatchObject({ status: 'in_force', until: '2024-06-30' });
    expect(statusOnDay(longer, '2024-07-01')).toMatchObject({ status: 'expired', certainty: 'computed' });
    expect(statusOnDay(record(), '2030-01-01')).toEqual(expect.objectContaining({ status: 'in_force', until: null }));
    const unknownEnd = withEvents(event('extended', '2021-06-01', { until: 'P2Y' }));
    expect(statusOnDay(unknownEnd, '2030-01-01')).toMatchObject({ status: 'in_force', until: null });
  });

  test('an extension said when it had run out brings it back from that day', () => {
    const late = expiring(event('extended', '2022-03-01', { until: '2022-12-31' }));
    expect(statusOnDay(late, '2022-02-01').status).toBe('expired');
    expect(statusOnDay(late, '2022-03-01')).toMatchObject({ status: 'in_force', until: '2022-12-31' });
    expect(statusOnDay(late, '2023-01-01')).toMatchObject({ status: 'expired', since: '2023-01-01' });
  });

  test('继续有效 alone moves no end that is still to come, and undoes one that has passed', () => {
    const early = expiring(event('kept', '2021-06-01'));
    expect(statusOnDay(early, '2022-05-01').status).toBe('expired');
    const late = expiring(event('kept', '2022-03-01'));
    expect(statusOnDay(late, '2022-02-01').status).toBe('expired');
    expect(statusOnDay(late, '2022-03-01')).toMatchObject({ status: 'in_force', until: null });
  });

  test('an extension of some provisions, or to an earlier day, moves nothing; a repeal still ends it', () => {
    const partly = expiring(event('extended', '2021-06-01', { until: '2025-12-31', provisions: [[3]] }));
    expect(statusOnDay(partly, '2022-01-01').status).toBe('expired');
    const shorter = expiring(event('extended', '2021-06-01', { until: '2021-08-31' }));
    expect(statusOnDay(shorter, '2021-12-31').status).toBe('in_force');
    const repealed = expiring(
      event('extended', '2021-06-01', { until: '2025-12-31' }),
      event('repealed', '2023-01-01'),
    );
    expect(statusOnDay(repealed, '2022-12-31').status).toBe('in_force');
    expect(statusOnDay(repealed, '2023-01-01')).toMatchObject({
      status: 'repealed',
      otherEndings: [{ type: 'expired' }],
    });
  });

  test('a document only named is in force from the day on which another text keeps it', () => {
    const named = record({
      held: false,
      promulgationDate: null,
      effectiveDate: null,
      events: [event('kept', '2021-06-01')],
    });
    expect(statusOnDay(named, '2021-05-31')).toMatchObject({ status: 'unknown', decidedBy: null });
    const kept = statusOnDay(named, '2021-06-01');
    expect(kept).toMatchObject({ status: 'in_force', since: '2021-06-01', decidedBy: { type: 'kept' } });
    expect(kept.reason).toBe('2021年6月1日由《另一文件》（新政发〔2020〕1号）载明继续有效。');
    expect(statusOnDay(named, '2022-01-01').reason).toContain('馆藏中未见此后至所问之日废止、失效或者修订的记载');
    const longer = { ...named, events: [event('extended', '2021-06-01', { until: 'P5Y' })] };
    expect(statusOnDay(longer, '2026-05-31')).toMatchObject({ status: 'in_force', until: '2026-05-31' });
    expect(statusOnDay(longer, '2026-06-01')).toMatchObject({ status: 'unknown', decidedBy: null });
    expect(statusOnDay(longer, '2026-06-01').reason).toContain('载明有效期延长5年');
    const extended = { ...named, events: [event('extended', '2021-06-01', { until: '2022-05-31' })] };
    expect(statusOnDay(extended, '2022-05-31')).toMatchObject({ status: 'in_force', until: '2022-05-31' });
    expect(statusOnDay(extended, '2022-06-01').status).toBe('expired');
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

  const moves = fc.array(
    fc.record({
      type: fc.constantFrom<RegisterEvent['type']>('extended', 'kept', 'repealed', 'expired'),
      date: fc.option(day),
      until: fc.option(fc.oneof(day, fc.constantFrom('P5Y', 'P18M', 'P30D'))),
    }),
    { maxLength: 5 },
  );

  test('extensions: any order of events gives one answer, and the day lies within its span', () => {
    fc.assert(
      fc.property(moves, day, (made, on) => {
        const events = made.map(({ type, date, until }) =>
          event(type, date, { until: type === 'extended' ? (until ?? '2025-12-31') : null }),
        );
        const full = withEvents(...events);
        const status = statusOnDay(full, on);
        expect(statusOnDay(withEvents(...events.reverse()), on)).toEqual(status);
        if (status.since !== null) expect(status.since <= on).toBe(true);
        if (status.until !== null) expect(status.until >= on).toBe(true);
        expect(status.reason).toMatch(/。$/u);
      }),
      { seed: 20241017 },
    );
  });

  test('a later end never makes a day less valid', () => {
    fc.assert(
      fc.property(day, day, day, fc.integer({ min: 1, max: 900 }), (said, until, on, more) => {
        const shorter = expiring(event('extended', said, { until }));
        const longer = expiring(event('extended', said, { until: addDays(until, more) }));
        if (statusOnDay(shorter, on).status === 'in_force') expect(statusOnDay(longer, on).status).toBe('in_force');
      }),
      { seed: 20241018 },
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
