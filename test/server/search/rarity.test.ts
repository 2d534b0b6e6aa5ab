import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { foldText } from '../../../ingest/index/fold-text.ts';
import type { Store } from '../../../ingest/store/open-store.ts';
import { drawPassages } from '../../../server/search/passage-sample.ts';
import type { PassageSample } from '../../../server/search/passage-sample.ts';
import { Rarity } from '../../../server/search/rarity.ts';
import { SEARCH_LIMITS } from '../../../server/search/search-limits.ts';
import { addMadeUpIssues, madeUpArchive } from '../../helpers/made-up-archive.ts';

let store: Store;
let texts: string[];

function draw(from: Store, most: number): PassageSample {
  const drawing = drawPassages(from, most);
  for (;;) {
    const step = drawing.next();
    if (step.done === true) return step.value;
  }
}

const passagesOf = (from: Store): string[] =>
  from
    .prepare<[], { path: string; heading: string | null; text: string }>(
      'SELECT path, heading, text FROM pieces ORDER BY id',
    )
    .all()
    .map(({ path, heading, text }) => foldText(`${path} ${heading ?? ''} ${text}`));

beforeAll(async () => {
  store = await madeUpArchive(4);
  texts = passagesOf(store);
}, 60_000);

describe('a sample of passages', () => {
  it('never tells of fewer passages than have all of the texts', () => {
    const sample = draw(store, 65_000);
    expect(sample.size).toBe(texts.length);
    const cut = fc
      .record({ text: fc.constantFrom(...texts), from: fc.nat(60), length: fc.integer({ min: 2, max: 12 }) })
      .map(({ text, from, length }) => text.slice(from, from + length))
      .filter((term) => term.length > 1);
    fc.assert(
      fc.property(fc.array(cut, { minLength: 1, maxLength: 3 }), (terms) => {
        const having = texts.filter((text) => terms.every((term) => text.includes(term))).length;
        expect(sample.having(terms)).toBeGreaterThanOrEqual(having);
      }),
      { seed: 7, numRuns: 300 },
    );
  });

  it('tells exactly of a word of two characters, and of at most one passage where no two have it', () => {
    const sample = draw(store, 65_000);
    const count = (word: string): number => texts.filter((text) => text.includes(word)).length;
    expect(count('应当')).toBeGreaterThan(20);
    expect(sample.having(['应当'])).toBe(count('应当'));
    expect(sample.having(['应当', '监督'])).toBe(
      texts.filter((text) => text.includes('应当') && text.includes('监督')).length,
    );
    expect(sample.having(['鳜鱼养殖'])).toBe(1);
    expect(sample.having(['的'])).toBe(sample.size);
  });

  it('is drawn evenly from the whole archive', () => {
    const sample = draw(store, 100);
    expect(sample.size).toBe(100);
    const share = texts.filter((text) => text.includes('应当')).length / texts.length;
    expect(Math.abs(sample.having(['应当']) / 100 - share)).toBeLessThan(0.15);
  });
});

describe('rarity', () => {
  const size = (from: Store) => ({ size: passagesOf(from).length, documents: { length: 40 } });
  const later = (): Promise<unknown> => new Promise((resolve) => setImmediate(resolve));
  const limits = { ...SEARCH_LIMITS, records: 12, byDocument: 40, drawn: 2000 };

  it('is known once passages are drawn', async () => {
    const rarity = new Rarity(store, limits);
    const archive = size(store);
    expect(rarity.seemsRare(['鳜鱼养殖'], null, archive)).toBe(false);
    await rarity.draw(later, () => false);
    expect(rarity.seemsRare(['鳜鱼养殖'], null, archive)).toBe(true);
    expect(rarity.seemsRare(['应当'], null, archive)).toBe(false);
    expect(rarity.seemsRare(['应当', '鳜鱼养殖'], null, archive)).toBe(true);
  });

  it('of few documents everything is rare', () => {
    const rarity = new Rarity(store, { ...limits, records: 500 });
    expect(rarity.seemsRare(['应当'], new Set(['a', 'b']), size(store))).toBe(true);
  });

  it('stops drawing when asked to', async () => {
    const rarity = new Rarity(store, limits);
    await rarity.draw(later, () => true);
    expect(rarity.seemsRare(['鳜鱼养殖'], null, size(store))).toBe(false);
  });

  it('is judged anew when the archive has grown', async () => {
    const growing = await madeUpArchive(1);
    const rarity = new Rarity(growing, { ...limits, records: 60, byDocument: 200 });
    await rarity.draw(later, () => false);
    const word = '应当';
    expect(rarity.seemsRare([word], null, size(growing))).toBe(true);
    await addMadeUpIssues(growing, 1, 9);
    rarity.follow(size(growing));
    for (let turn = 0; turn < 40; turn++) await later();
    expect(passagesOf(growing).filter((text) => text.includes(word)).length).toBeGreaterThan(60);
    expect(rarity.seemsRare([word], null, size(growing))).toBe(false);
  }, 60_000);
});
