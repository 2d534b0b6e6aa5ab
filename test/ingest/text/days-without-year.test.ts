import { describe, expect, it } from 'vitest';
import { findDates } from '../../../ingest/text/dates.ts';
import { findDaysWithoutYear } from '../../../ingest/text/days-without-year.ts';

const read = (text: string, signed: string | null): (string | null)[] =>
  findDaysWithoutYear(text, findDates(text), signed).map(({ date, nearest }) => date && `${date}${nearest ? '?' : ''}`);

describe('findDaysWithoutYear', () => {
  it.each<[string, string | null, (string | null)[]]>([
    ['本通知自6月1日起执行。', '2021-05-12', ['2021-06-01?']],
    ['本通知自１２月 １ 日起执行。', '2021-05-12', ['2021-12-01?']],
    ['自2月6日起，对住院费用实行统一结算。', '2023-02-03', ['2023-02-06?']],
    ['自1月1日起执行', '2011-12-20', ['2012-01-01?']],
    ['自5月1日起执行', '2021-05-12', ['2021-05-01?']],
    ['自1月1日起执行', '2021-06-30', [null]],
    ['从本年七月一日起实行', '1955-05-12', ['1955-07-01']],
    ['从今年元月1日起实行', '1985-11-12', ['1985-01-01']],
    ['从明年1月1日起实行', '1985-05-12', ['1986-01-01']],
    ['执行时间为2022年4月1日至12月31日。', null, ['2022-12-31']],
    ['自2024年8月1日起至10月31日止', '2020-01-01', ['2024-10-31']],
    ['自2024年8月1日起施行，10月31日前上报', null, []],
    ['本通知自6月1日起执行。', null, []],
    ['2021年6月1日', '2020-01-01', []],
    ['二〇二一年六月一日', '2020-01-01', []],
    ['每年6月1日起进入禁渔期', '2020-01-01', []],
    ['次年 3月31日', '2020-01-01', []],
    ['自2月30日起执行', '2021-01-12', [null]],
  ])('%s in a text of %s', (text, signed, expected) => expect(read(text, signed)).toEqual(expected));
});
