import { describe, expect, it } from 'vitest';
import { factsOf, notice, regulation } from './draft.ts';
import type { PartText } from './draft.ts';

describe('the meeting that adopted a text', () => {
  const adopted = (kind: PartText['kind'], line: PartText['lines'][number]): string | undefined =>
    factsOf({ title: '甲条例', parts: [{ kind, title: '甲条例', lines: [line, '第一条 制定本条例。'] }] }).adoptionDate
      ?.value;

  it.each<[string, string | undefined]>([
    ['《甲条例》已由甲省第十四届人民代表大会常务委员会第九次会议于2024年5月30日通过，现予公布。', '2024-05-30'],
    ['《甲条例》已于2024年5月30日经甲市第十五届人民代表大会常务委员会第九次会议修订通过,现予以公布。', '2024-05-30'],
    ['经2024年5月30日市人民政府第41次常务会议讨论通过，现公布如下：', '2024-05-30'],
    ['经2024年5月30日市人民政府第41次常务会议审议通过，市人民政府决定：', '2024-05-30'],
    ['现将2024年5月30日市政府第41次常务会议议定事项通知如下：', undefined],
    ['《甲条例》已由省人民代表大会常务委员会会议通过，现予公布，自2024年7月1日起施行。', undefined],
  ])('is read from an announcement: %s', (line, expected) => expect(adopted('regulation', line)).toBe(expected));

  it('is read from a notice and from the 题注, not from an article', () => {
    expect(adopted('notice', '已经2024年8月23日市人民政府第71次常务会议审议通过。')).toBe('2024-08-23');
    expect(adopted('regulation', ['title_note', '（2024年8月23日市人民政府第71次常务会议通过）'])).toBe('2024-08-23');
    expect(adopted('regulation', '第二条 2024年8月23日村民会议通过的方案。')).toBeUndefined();
  });
});

describe('dates', () => {
  it('computes from the signature what the text hangs on it', () => {
    const facts = notice([
      '本通知自印发之日起30日后施行，有效期3年。',
      ['signature', '甲市人民政府'],
      ['date', '2024年5月1日'],
    ]);
    expect(facts.effectiveDate).toMatchObject({
      value: '2024-05-31',
      certainty: 'computed',
      raw: '自印发之日起30日后施行',
    });
    expect(facts.expiryDate).toMatchObject({ value: '2027-05-30', certainty: 'computed', raw: '有效期3年' });
  });

  it.each([
    ['第九条 本办法自2023年6月5日起施行，2028年6月4日失效。', 'stated'],
    ['第九条 本办法自2023年6月5日起施行，自2028年6月5日起自行失效。', 'computed'],
  ])('takes the last day before a day of ending: %s', (line, certainty) => {
    const { expiryDate } = regulation('甲市管理办法', [line]);
    expect(expiryDate).toMatchObject({ value: '2028-06-04', certainty });
  });

  it.each([
    ['（2003年12月30日部务会议通过 2004年1月9日国土资源部令第23号公布 自2004年3月1日起施行）', '2004-01-09'],
    ['（1966年3月15日国务院批准 1966年4月19日交通部发布施行）', '1966-04-19'],
    ['（1998年12月24日国务院第12次常务会议通过，根据2011年1月8日发布的国务院令第588号《甲决定》修正）', undefined],
  ])('takes the day of 公布 from the 题注: %s', (note, expected) => {
    const lines: PartText['lines'] = [['title_note', note], '第一条 制定本办法。'];
    const facts = factsOf({ title: '甲办法', parts: [{ kind: 'regulation', title: '甲办法', lines }] });
    expect(facts.promulgationDate?.value).toBe(expected);
  });

  it('does not take the number of a decision that revised the text for its own', () => {
    const note =
      '（2002年3月28日卫生部令第27号发布 根据2017年12月26日《甲委员会关于修改〈乙办法〉等7件规章的决定》（甲委员会令第18号）第二次修订）';
    const lines: PartText['lines'] = [['title_note', note], '第一条 制定本办法。'];
    const facts = factsOf({ title: '丙办法', parts: [{ kind: 'regulation', title: '丙办法', lines }] });
    expect(facts.documentNumber?.value).toBe('卫生部令第27号');
    expect(facts.relations.map(({ type }) => type)).not.toContain('amends');
  });

  it('reads a number that stands before the title', () => {
    const title = '法释〔2016〕27号关于审理甲案件若干问题的解释';
    const facts = factsOf({ title, parts: [{ kind: 'regulation', title, lines: ['第一条 甲。'] }] });
    expect(facts.documentNumber).toMatchObject({ value: '法释〔2016〕27号', rule: 'document-number/start-of-title' });
  });

  it('prefers the regulation to the notice that covers it', () => {
    const facts = factsOf({
      title: '关于印发《甲办法》的通知',
      parts: [
        { kind: 'notice', title: '', lines: ['本通知自印发之日起执行。', ['date', '2024年5月1日']] },
        { kind: 'regulation', title: '甲办法', lines: ['第九条 本办法自2024年7月1日起施行，有效期2年。'] },
      ],
    });
    expect([facts.effectiveDate?.value, facts.expiryDate?.value]).toEqual(['2024-07-01', '2026-06-30']);
    expect(facts.aliases.map(({ value }) => value)).toEqual(['甲办法']);
  });

  it('says when a day hangs on an event that nobody dates', () => {
    const facts = regulation('甲办法', ['第九条 本办法自印发之日起施行，有效期5年。']);
    expect([facts.effectiveDate, facts.expiryDate]).toEqual([null, null]);
    expect(facts.warnings.map(({ code }) => code)).toContain('effective_date_unresolved');
  });

  it('says when a printed day does not exist', () => {
    expect(notice([['date', '2024年2月30日']]).warnings.map(({ code }) => code)).toContain('date_impossible');
  });

  it('reads when a text begins from its 题注, and not when its amendment does', () => {
    const ofNote = (note: string): string | undefined =>
      regulation('甲规定', [['title_note', note], '第一条 为了加强管理，制定本规定。']).effectiveDate?.value;
    expect(ofNote('（2018年4月23日市人民政府令第145号发布；2020年4月21日令第153号修正，自2018年6月1日起施行）')).toBe(
      '2018-06-01',
    );
    expect(ofNote('（2012年3月31日第1545次会议通过，根据2020年12月23日决定修正，该修正自2021年1月1日起施行）')).toBe(
      undefined,
    );
  });

  it('takes what the reprint of an older text begins and ends for what it was', () => {
    const facts = factsOf({
      title: '甲省人民政府关于修改《甲办法》的决定',
      number: '第310号',
      authority: '甲省人民政府令',
      parts: [
        {
          kind: 'decision',
          title: '',
          lines: [
            '省人民政府决定对《甲办法》作如下修改：',
            '本决定自2022年5月1日起施行。',
            ['signature', '省长 李某'],
            ['date', '2022年3月18日'],
          ],
        },
        {
          kind: 'regulation',
          title: '甲办法',
          lines: [
            ['title_note', '（2011年12月7日甲省人民政府令第77号公布 根据2022年3月18日甲省人民政府令第310号修正）'],
            '第一条 制定本办法。',
            '第二条 本办法自2012年2月1日起施行。1995年6月1日发布的《乙规定》同时废止。',
          ],
        },
      ],
    });
    expect(facts.effectiveDate?.value).toBe('2022-05-01');
    expect(facts.relations.find(({ type }) => type === 'repeals')).toMatchObject({
      citation: { title: '乙规定' },
      effectiveDate: '2012-02-01',
    });
    expect(facts.relations.find(({ evidence }) => evidence.rule === 'amends/title-note')).toMatchObject({
      citation: { title: '甲办法', documentNumber: '甲省人民政府令第77号' },
      effectiveDate: null,
    });
  });

  it('keeps the commencement of single articles', () => {
    const facts = regulation('甲办法', ['第九条 本办法自2024年7月1日起施行，第三条、第五条自2025年1月1日起施行。']);
    expect(facts.effectiveDate?.value).toBe('2024-07-01');
    expect(facts.commencements).toMatchObject([{ provisions: [[3], [5]], effectiveDate: { value: '2025-01-01' } }]);
  });

  it.each([
    ['第九条 本办法自2024年7月1日起施行。第二条关于接入许可的规定，自2025年1月1日起施行。', '2024-07-01', [[2]]],
    ['第九条 本办法除第三条自2025年1月1日起施行外，其余条款自2024年7月1日起施行。', '2024-07-01', [[3]]],
    ['第九条 第三条第二款自2025年1月1日起施行，其他规定自2024年7月1日起施行。', '2024-07-01', [[3]]],
  ])('ties a day to the articles named last before it: %s', (article, effective, provisions) => {
    const facts = regulation('甲办法', [article]);
    expect(facts.effectiveDate?.value).toBe(effective);
    expect(facts.commencements).toMatchObject([{ provisions, effectiveDate: { value: '2025-01-01' } }]);
  });

  it('computes the last day of a year or month that is printed for a day', () => {
    const facts = regulation('甲办法', ['第九条 本办法自2024年7月1日起施行，有效期至2025年底。']);
    expect(facts.expiryDate).toMatchObject({ value: '2025-12-31', certainty: 'computed' });
  });

  it('reads 长期有效', () => {
    expect(regulation('甲办法', ['第九条 本办法自2024年7月1日起施行，长期有效。']).validWithoutEnd?.value).toBe(true);
  });

  it('warns when the end comes before the beginning', () => {
    const facts = regulation('甲办法', ['第九条 本办法自2024年7月1日起施行，有效期至2023年12月31日。']);
    expect(facts.warnings.map(({ code }) => code)).toContain('effective_after_expiry');
  });

  it('takes the day of issue and an early end from the page, and says so', () => {
    const facts = factsOf({
      title: '甲通知',
      facts: [
        { name: 'effectiveDate', label: '实施日期', value: '2021年04月16日', span: null },
        { name: 'expiryDate', label: '失效日期', value: '2023年06月01日', span: null },
      ],
      parts: [{ kind: 'notice', title: '', lines: ['本通知自印发之日起施行，有效期5年。', ['date', '2021年4月13日']] }],
    });
    expect([facts.effectiveDate?.value, facts.expiryDate?.value]).toEqual(['2021-04-16', '2023-06-01']);
    expect(facts.warnings.filter(({ code }) => code === 'stated_fact_differs')).toHaveLength(2);
  });
});
