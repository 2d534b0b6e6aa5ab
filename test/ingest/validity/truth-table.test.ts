import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Status, StatusOnDay } from '../../../ingest/model/validity.ts';
import type { Store } from '../../../ingest/store/open-store.ts';
import { findRegister } from '../../../ingest/store/queries/references.ts';
import { eventsOfEntry } from '../../../ingest/store/queries/register.ts';
import { replacementOf, statusOf } from '../../../ingest/validity/replacement.ts';
import { archiveOf, parseGazettes } from './gazette-archive.ts';

let store: Store;

beforeAll(async () => {
  store = archiveOf(await parseGazettes());
});
afterAll(() => store.close());

function answer(ref: string, on: string): StatusOnDay {
  const entries = findRegister(store, ref);
  expect(entries, `${ref} is one known document`).toHaveLength(1);
  const status = statusOf(store, entries[0]?.id ?? '', on);
  if (status === null) throw new Error(`no record of ${ref}`);
  return status;
}

type Row = [ref: string, on: string, status: Status, since: string | null, until: string | null];

describe('status of a document on a day', () => {
  const rows: Row[] = [
    // Not held; ended by the new plan of 2024-08-09.
    ['新政办发〔2010〕23号', '2024-08-09', 'repealed', '2024-08-09', null],
    ['新政办发〔2010〕23号', '2024-08-08', 'unknown', null, '2024-08-08'],
    ['新政办发[2010]23号', '2030-01-01', 'repealed', '2024-08-09', null],
    ['新疆维吾尔自治区安全生产事故灾难应急预案', '2024-12-31', 'repealed', '2024-08-09', null],
    // From the new rule's effective day, not from its promulgation.
    ['新政办发〔2021〕115号', '2024-03-23', 'unknown', null, '2024-04-25'],
    ['新政办发〔2021〕115号', '2024-04-25', 'unknown', null, '2024-04-25'],
    ['新政办发〔2021〕115号', '2024-04-26', 'repealed', '2024-04-26', null],
    ['新政办发〔2015〕161号', '2023-03-17', 'unknown', null, '2023-03-17'],
    ['新政办发〔2015〕161号', '2023-03-18', 'repealed', '2023-03-18', null],
    ['新发改代赈〔2007〕737号', '2024-06-30', 'unknown', null, '2024-06-30'],
    ['新发改代赈〔2007〕737号', '2024-07-01', 'repealed', '2024-07-01', null],
    ['新发改代赈〔2007〕738号', '2024-07-01', 'repealed', '2024-07-01', null],
    // Retroactive, with an end.
    ['新政办发〔2024〕35号', '2024-06-30', 'pending', null, '2024-06-30'],
    ['新政办发〔2024〕35号', '2024-07-01', 'in_force', '2024-07-01', '2026-06-30'],
    ['新政办发〔2024〕35号', '2024-08-11', 'in_force', '2024-07-01', '2026-06-30'],
    ['新政办发〔2024〕35号', '2026-06-30', 'in_force', '2024-07-01', '2026-06-30'],
    ['新政办发〔2024〕35号', '2026-07-01', 'expired', '2026-07-01', null],
    ['新政办发〔2024〕16号', '2023-12-31', 'pending', null, '2023-12-31'],
    ['新政办发〔2024〕16号', '2024-01-01', 'in_force', '2024-01-01', '2027-12-31'],
    ['新政办发〔2024〕16号', '2024-04-02', 'in_force', '2024-01-01', '2027-12-31'],
    ['新政办发〔2024〕16号', '2027-12-31', 'in_force', '2024-01-01', '2027-12-31'],
    ['新政办发〔2024〕16号', '2028-01-01', 'expired', '2028-01-01', null],
    // Terms in years: the anniversary minus one day.
    ['伊州政办规〔2024〕1号', '2024-02-19', 'pending', null, '2024-02-19'],
    ['伊州政办规〔2024〕1号', '2024-02-20', 'in_force', '2024-02-20', '2026-02-19'],
    ['伊州政办规〔2024〕1号', '2026-02-19', 'in_force', '2024-02-20', '2026-02-19'],
    ['伊州政办规〔2024〕1号', '2026-02-20', 'expired', '2026-02-20', null],
    ['新工信规〔2024〕1号', '2024-05-31', 'pending', null, '2024-05-31'],
    ['新工信规〔2024〕1号', '2024-06-01', 'in_force', '2024-06-01', '2026-05-31'],
    ['新工信规〔2024〕1号', '2026-05-31', 'in_force', '2024-06-01', '2026-05-31'],
    ['新工信规〔2024〕1号', '2026-06-01', 'expired', '2026-06-01', null],
    ['新发改规〔2024〕4号', '2024-06-30', 'pending', null, '2024-06-30'],
    ['新发改规〔2024〕4号', '2029-06-30', 'in_force', '2024-07-01', '2029-06-30'],
    ['新发改规〔2024〕4号', '2029-07-01', 'expired', '2029-07-01', null],
    ['新发改规〔2024〕2号', '2024-07-31', 'pending', null, '2024-07-31'],
    ['新发改规〔2024〕2号', '2024-08-01', 'in_force', '2024-08-01', '2029-07-31'],
    ['新发改规〔2024〕2号', '2029-08-01', 'expired', '2029-08-01', null],
    ['新政办发〔2024〕13号', '2024-04-25', 'pending', null, '2024-04-25'],
    ['新政办发〔2024〕13号', '2024-04-26', 'in_force', '2024-04-26', '2029-04-25'],
    ['新政办发〔2024〕13号', '2029-04-26', 'expired', '2029-04-26', null],
    ['伊财规字〔2024〕1号', '2024-01-31', 'pending', null, '2024-01-31'],
    ['伊财规字〔2024〕1号', '2029-01-31', 'in_force', '2024-02-01', '2029-01-31'],
    ['伊财规字〔2024〕1号', '2029-02-01', 'expired', '2029-02-01', null],
    // Pending and in force.
    ['新疆维吾尔自治区人民政府令第239号', '2024-10-14', 'pending', null, '2024-10-14'],
    ['第239号令', '2024-10-15', 'in_force', '2024-10-15', null],
    ['自治区人民政府令第239号', '2024-08-29', 'pending', null, '2024-10-14'],
    ['自治区人民政府令第233号', '2023-07-31', 'pending', null, '2023-07-31'],
    ['自治区人民政府令第233号', '2023-08-01', 'in_force', '2023-08-01', null],
    ['伊州公积金管办〔2024〕2号', '2024-03-31', 'pending', null, '2024-03-31'],
    ['伊州公积金管办〔2024〕2号', '2024-04-01', 'in_force', '2024-04-01', null],
    ['新政发〔2023〕22号', '2023-03-19', 'pending', null, '2023-03-19'],
    ['新政发〔2023〕22号', '2023-03-20', 'in_force', '2023-03-20', null],
    ['新政办发〔2024〕36号', '2024-08-09', 'in_force', '2024-08-09', null],
    // Revised: the older text ends, the newer one runs.
    ['自治区人民政府令第150号', '2024-10-31', 'unknown', null, '2024-10-31'],
    ['自治区人民政府令第150号', '2024-11-01', 'superseded', '2024-11-01', null],
    ['自治区人民政府令第238号', '2024-10-31', 'pending', null, '2024-10-31'],
    ['自治区人民政府令第238号', '2024-11-01', 'in_force', '2024-11-01', null],
    // Nothing printed.
    ['新政办发〔2024〕43号', '2024-09-12', 'pending', null, '2024-09-12'],
    ['新政办发〔2024〕43号', '2024-09-13', 'presumed_in_force', '2024-09-13', null],
    ['新政发〔2023〕21号', '2024-01-01', 'presumed_in_force', '2023-03-15', null],
    ['新政办发〔2023〕21号', '2024-01-01', 'presumed_in_force', '2023-04-08', null],
    ['新政办发〔2023〕21号', '2023-04-07', 'pending', null, '2023-04-07'],
    ['新政办发〔2024〕37号', '2025-01-01', 'presumed_in_force', '2024-08-17', null],
    ['新政办发〔2024〕42号', '2025-01-01', 'presumed_in_force', '2024-09-05', null],
    ['伊州政办规〔2024〕2号', '2024-01-23', 'presumed_in_force', '2024-01-23', null],
    ['伊州政发〔2024〕9号', '2025-01-01', 'presumed_in_force', '2024-03-24', null],
    // Named only: silence is not validity.
    ['新政办发〔2024〕43号', '2030-01-01', 'presumed_in_force', '2024-09-13', null],
    ['中华人民共和国消防法', '2024-01-01', 'unknown', null, null],
    ['《工伤保险条例》', '2024-01-01', 'unknown', null, null],
    ['自治区人民政府令第218号', '2024-01-01', 'unknown', null, null],
    ['国办发〔2021〕14号', '2024-01-01', 'unknown', null, null],
    ['新水规〔2022〕3号', '2024-01-01', 'unknown', null, null],
    // No date at all, although its text is held.
    ['2024年伊犁州直营商环境提升年活动方案', '2024-06-01', 'unknown', null, null],
  ];

  test.each(rows)('%s on %s: %s', (ref, on, status, since, until) => {
    expect(answer(ref, on)).toMatchObject({ on, status, since, until });
  });
});

const CLEARED_BY_22 = [
  '新政发〔1990〕95号',
  '新政发〔1990〕96号',
  '新政发〔1992〕120号',
  '新政发〔2000〕45号',
  '新政发〔2005〕45号',
  '新政发〔2005〕54号',
  '新政发〔2007〕92号',
  '新政发〔2008〕43号',
  '新政发〔2010〕126号',
  '新政发〔2012〕2号',
  '新政发〔2013〕50号',
  '新政发〔2014〕40号',
  '新政发〔2014〕64号',
  '新政发〔2017〕117号',
  '新政发〔2018〕81号',
  '新政办发〔2002〕7号',
  '新政办发〔2006〕197号',
  '新政办发〔2007〕114号',
  '新政办发〔2008〕39号',
  '新政办发〔2009〕175号',
  '新政办发〔2009〕176号',
  '新政办发〔2010〕88号',
  '新政办发〔2010〕218号',
  '新政办发〔2011〕115号',
  '新政办发〔2011〕151号',
  '新政办发〔2011〕180号',
  '新政办发〔2012〕120号',
  '新政办发〔2012〕130号',
  '新政办发〔2013〕85号',
  '新政办发〔2013〕107号',
  '新政办发〔2013〕155号',
  '新政办发〔2014〕32号',
  '新政办发〔2016〕147号',
  '新政办发〔2016〕161号',
  '新政办发〔2017〕109号',
  '新政办发〔2018〕52号',
  '新政办发〔2018〕60号',
  '新政办函〔2017〕219号',
  '新政办函〔2018〕216号',
  '新政办函〔2019〕34号',
  '新政办函〔2020〕175号',
];

describe('what one text clears away', () => {
  test('the list has its 41 items', () => {
    expect(new Set(CLEARED_BY_22).size).toBe(41);
  });

  test.each(CLEARED_BY_22)('%s ended on 2023-03-20 by 新政发〔2023〕22号', (ref) => {
    expect(answer(ref, '2023-03-19').status).toBe('unknown');
    const status = answer(ref, '2023-03-20');
    expect(status).toMatchObject({ status: 'repealed', since: '2023-03-20' });
    expect(status.decidedBy?.source.documentNumber).toBe('新政发〔2023〕22号');
    expect(status.decidedBy?.quote.replace(/[[(（〔\])）〕\s]/gu, '')).toContain(ref.replace(/[〔〕]/gu, ''));
    expect(replacementOf(store, status)).toBeNull();
  });

  test.each([
    '新疆维吾尔自治区成品油市场管理暂行办法',
    '新疆维吾尔自治区实施《土地复垦规定》办法',
    '新疆维吾尔自治区重点建设项目管理办法',
    '新疆维吾尔自治区城市供水实施办法',
    '新疆维吾尔自治区行政执法监督办法',
    '新疆维吾尔自治区事业单位机构编制管理办法',
    '新疆维吾尔自治区流动人口服务和管理办法',
  ])('%s ended on 2024-04-12 by 令第235号, not by the news of 3 April', (ref) => {
    expect(answer(ref, '2024-04-11').status).toBe('unknown');
    const status = answer(ref, '2024-04-12');
    expect(status).toMatchObject({ status: 'repealed', since: '2024-04-12', otherEndings: [] });
    expect(status.decidedBy?.source.documentNumber).toBe('新疆维吾尔自治区人民政府令第235号');
  });

  test.each([
    '自治区行政事业性收费管理规定',
    '自治区地下水资源勘查管理办法',
    '自治区实施《国家赔偿费用管理办法》若干规定',
    '自治区国有企业监事会暂行办法',
  ])('%s ended on 2023-02-10 by 令第232号', (ref) => {
    expect(answer(ref, '2023-02-09').status).toBe('unknown');
    const status = answer(ref, '2023-02-10');
    expect(status).toMatchObject({ status: 'repealed', since: '2023-02-10' });
    expect(status.decidedBy?.source.documentNumber).toBe('新疆维吾尔自治区人民政府令第232号');
  });

  test('the documents inside the titles of repealed ones are untouched', () => {
    for (const ref of ['土地复垦规定', '国家赔偿费用管理办法', '粮食流通管理条例']) {
      for (const entry of findRegister(store, ref)) {
        expect(statusOf(store, entry.id, '2025-01-01')?.status, ref).toBe('unknown');
      }
    }
  });

  test('news of repeals ends nothing', () => {
    expect(answer('新疆维吾尔自治区公证条例', '2025-01-01').status).toBe('unknown');
  });
});

describe('what comes with a status', () => {
  test('the quoted clause and where it stands', () => {
    const status = answer('新政办发〔2010〕23号', '2024-08-09');
    expect(status.decidedBy?.quote).toContain('同时废止');
    expect(status.decidedBy?.source).toMatchObject({
      documentId: 'xinzhengbanfa-2024-36',
      documentNumber: '新政办发〔2024〕36号',
      line: 584,
    });
  });

  test('a text older than its own repeal clause is not ended by it', () => {
    expect(answer('新政办发〔2023〕18号', '2025-01-01').status).toBe('in_force');
    expect(
      findRegister(store, '自治区人民政府督查工作办法')
        .map((entry) => entry.id)
        .sort(),
    ).toEqual(['xinzhengbanfa-2015-161', 'xinzhengbanfa-2023-18']);
  });

  test('retroactive effect is said so', () => {
    expect(answer('新政办发〔2024〕35号', '2024-07-15').reason).toMatch(/2024年8月12日公布.*溯及既往.*尚未公布/u);
  });

  test('an end by the convention is said to be computed', () => {
    const status = answer('伊州政办规〔2024〕1号', '2026-02-20');
    expect(status.certainty).toBe('computed');
    expect(status.reason).toContain('推算');
    expect(answer('新政办发〔2024〕35号', '2026-07-01').certainty).toBe('stated');
  });

  test('a presumption says why', () => {
    const status = answer('新政办发〔2024〕43号', '2025-01-01');
    expect(status.certainty).toBe('presumed');
    expect(status.reason).toMatch(/未载明施行日期.*推定/u);
  });

  test('the history in a repeal list tells when the document began and by which numbers it is known', () => {
    const id = findRegister(store, '新建法字〔1996〕7号')[0]?.id ?? '';
    const past = eventsOfEntry(store, id).map(({ type, date }) => [type, date]);
    expect(past).toEqual([
      ['promulgated', '1996-04-24'],
      ['amended', '1997-11-20'],
      ['amended', '2004-06-29'],
      ['amended', '2010-12-13'],
      ['repealed', '2024-04-12'],
    ]);
    expect(findRegister(store, '新政函〔1996〕49号').map((entry) => entry.id)).toContain(id);
    expect(findRegister(store, '自治区人民政府令第48号').map((entry) => entry.title)).toEqual([
      '新疆维吾尔自治区实施《土地复垦规定》办法',
    ]);
  });

  test('what replaced it', () => {
    expect(replacementOf(store, answer('新政办发〔2015〕161号', '2024-01-01'))?.documentNumber).toBe(
      '新政办发〔2023〕18号',
    );
    expect(replacementOf(store, answer('自治区人民政府令第150号', '2024-11-01'))?.documentNumber).toBe(
      '新疆维吾尔自治区人民政府令第238号',
    );
  });

  test('a catalogue entry held in full is one document with both events', () => {
    const status = statusOf(store, 'yizhouzhengbangui-2024-1', '2024-03-01');
    expect(status?.status).toBe('in_force');
    const types = store
      .prepare<[string], { type: string }>(
        'SELECT DISTINCT type FROM register_events WHERE register_id = ? ORDER BY type',
      )
      .all('yizhouzhengbangui-2024-1')
      .map((row) => row.type);
    expect(types).toEqual(['effective', 'expired', 'filed', 'promulgated']);
    expect(findRegister(store, '伊州政办规〔2024〕1号')).toHaveLength(1);
  });
});

test('the note over a revised text tells when its earlier text was promulgated', () => {
  const events = eventsOfEntry(store, 'xinjiangweiwuerzizhiqurenminzhengfuling-150');
  expect(events.map(({ type, date }) => [type, date])).toEqual([
    ['promulgated', '2007-11-30'],
    ['revised', '2024-11-01'],
  ]);
});
