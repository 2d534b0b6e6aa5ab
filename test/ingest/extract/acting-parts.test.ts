import { describe, expect, it } from 'vitest';
import { factsOf, shortRelations } from './draft.ts';
import type { PartText } from './draft.ts';

const PLAN = [
  '一、提请审议的地方性法规案',
  '1.修订《甲市绿化条例》（市园林局起草）',
  '2.废止《甲市供热条例》（市住建局起草）',
  '二、废止的政府规章',
  '1.《甲市煤气管理办法》（市住建局起草）',
];
const CLAUSES = ['本办法自2021年10月1日起施行。', '《乙规定》（甲政发〔1999〕3号）同时废止。'];

const regulation = (title: string, lines: string[]): PartText => ({ kind: 'regulation', title, lines });
const does = (title: string, parts: PartText[]): string[] => {
  const facts = factsOf({ title, parts });
  return [facts.effectiveDate?.value ?? '', ...shortRelations(facts, 'repeals', 'amends')].filter((one) => one !== '');
};

describe('texts that do nothing themselves', () => {
  it.each([
    '甲市人民政府2021年立法工作计划',
    '甲市人民政府2021年规章制定计划',
    '甲市人民政府2021年度立法计划（草案）',
    '甲市人民政府关于2020年法治政府建设情况的报告',
  ])('end and change nothing: %s', (title) => {
    const notice: PartText = { kind: 'notice', title: '', lines: ['现印发给你们，请认真贯彻执行。'] };
    expect(does(`甲市人民政府关于印发《${title}》的通知`, [notice, regulation(title, PLAN)])).toEqual([]);
    expect(does(title, [regulation('', PLAN)])).toEqual([]);
  });

  it.each([
    '甲市司法局关于征求《甲市养犬管理办法（征求意见稿）》意见的公告',
    '甲市养犬管理办法（征求意见稿）',
    '甲市养犬管理条例（修订草案）',
    '政府工作报告',
    '关于市政协第12号提案《关于加强养犬管理的建议》的答复',
    '对市人大第3号建议关于养犬管理的答复',
  ])('begin and end nothing: %s', (title) => {
    expect(does(title, [regulation('甲市养犬管理办法', CLAUSES)])).toEqual([]);
  });

  it.each<[string, string | null]>([
    ['甲市养犬管理办法（征求意见稿）', null],
    ['甲市养犬管理条例（草案二次审议稿）', null],
    ['甲市养犬管理办法（试行）', '2021-08-01'],
    ['甲市司法局关于征求《甲市养犬管理办法（征求意见稿）》意见的公告', '2021-08-01'],
  ])('have a day of promulgation unless they are drafts: %s', (title, day) => {
    const notice: PartText = { kind: 'notice', title: '', lines: ['现将有关事项公告如下。', ['date', '2021年8月1日']] };
    expect(factsOf({ title, parts: [notice] }).promulgationDate?.value ?? null).toBe(day);
  });

  it.each(['甲市养老服务行动计划', '甲市养犬管理办法', '甲市情况报告规定', '关于印发立法工作计划的通知'])(
    'are told from those that act: %s',
    (title) => {
      expect(does(title, [regulation('', CLAUSES)])).toEqual(['2021-10-01', 'repeals 乙规定 甲政发〔1999〕3号']);
    },
  );

  it('are told part by part', () => {
    const notice: PartText = {
      kind: 'notice',
      title: '',
      lines: ['本通知自2021年3月1日起施行，《丙计划办法》同时废止。'],
    };
    const parts = [notice, regulation('甲市2021年立法工作计划', PLAN)];
    expect(does('甲市人民政府关于印发2021年立法工作计划的通知', parts)).toEqual(['2021-03-01', 'repeals 丙计划办法']);
  });
});
