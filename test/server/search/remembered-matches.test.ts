import { describe, expect, it } from 'vitest';
import type { FoundPassage } from '../../../server/search/found.ts';
import type { Alternative } from '../../../server/search/query.ts';
import { RememberedMatches } from '../../../server/search/remembered-matches.ts';

const term = (text: string) => ({ text, folded: text, literal: false });
const asking = (all: string[], none: string[] = []): Alternative => ({ all: all.map(term), none: none.map(term) });

describe('RememberedMatches', () => {
  it('looks once for the same terms, and again for others or when cleared', () => {
    const remembered = new RememberedMatches();
    let looked = 0;
    const ask = (alternative: Alternative) =>
      remembered.of(alternative, () => {
        looked += 1;
        return [];
      });
    ask(asking(['应当']));
    ask(asking(['应当']));
    expect(looked).toBe(1);
    ask(asking(['应当'], ['可以']));
    ask(asking(['应', '当']));
    expect(looked).toBe(3);
    remembered.clear();
    ask(asking(['应当']));
    expect(looked).toBe(4);
  });

  it('forgets what was asked longest ago when there is too much', () => {
    const remembered = new RememberedMatches();
    const many = (): FoundPassage[] => new Array<FoundPassage>(200_000);
    let looked = 0;
    const ask = (text: string) =>
      remembered.of(asking([text]), () => {
        looked += 1;
        return many();
      });
    ask('甲');
    ask('乙');
    ask('乙');
    expect(looked).toBe(2);
    ask('甲');
    expect(looked).toBe(3);
  });
});
