import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NameIndex, joinNames, splitNames } from '../../../server/search/name-index.ts';

const named = (...names: string[]) => ({ names: joinNames(names) });

function indexOf<T extends { names: string }>(owners: readonly T[], size?: number): NameIndex<T> {
  const index = new NameIndex<T>(size);
  for (const owner of owners) index.add(owner, owner.names);
  return index;
}

const review = named('新疆行政执法案卷评查办法', '新疆令第239号');
const nameless = named();
const rewards = named('安全生产举报奖励办法', '伊州政办规2024¦1号');
const order = named('令第239号');

const index = indexOf([review, nameless, rewards, order]);

describe('NameIndex', () => {
  it.each([
    ['办法', [review, rewards]],
    ['239号', [review, order]],
    ['办法新疆', []],
    ['', []],
  ])('finds the names that hold %j', (run, owners) => {
    expect(index.holding(run)).toEqual(owners);
  });

  it('tells whole names, beginnings and ends apart', () => {
    expect(index.called('令第239号')).toEqual([order]);
    expect(index.ending('令第239号')).toEqual([review, order]);
    expect(index.beginning('伊州政办规2024')).toEqual([rewards]);
    expect(index.beginning('政办规')).toEqual([]);
  });

  it.each([2000, 3])('finds what a look at every name finds, in lots of %d', (size) => {
    const name = fc.stringMatching(/^[甲乙丙1]{1,5}$/u);
    fc.assert(
      fc.property(fc.array(fc.array(name, { maxLength: 3 })), fc.stringMatching(/^[甲乙丙1]{1,3}$/u), (lists, run) => {
        const owners = lists.map((names) => named(...names));
        const made = indexOf(owners, size);
        const having = (test: (one: string) => boolean) => owners.filter(({ names }) => splitNames(names).some(test));
        expect(made.holding(run)).toEqual(having((one) => one.includes(run)));
        expect(made.called(run)).toEqual(having((one) => one === run));
        expect(made.ending(run)).toEqual(having((one) => one.endsWith(run)));
        expect(made.beginning(run)).toEqual(having((one) => one.startsWith(run)));
        expect(owners.map((_, at) => made.namesOf(at))).toEqual(owners.map(({ names }) => names));
        expect(made.lastHolding(run, 2)).toEqual(made.holding(run).toReversed().slice(0, 2));
        expect(made.lastBeginning(run, 2)).toEqual(made.beginning(run).reverse().slice(0, 2));
      }),
      { seed: 11, numRuns: 400 },
    );
  });
});
