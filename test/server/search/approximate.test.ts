import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alignment, errorsAllowed, intactPartsOf, seedsOf } from '../../../server/search/approximate.ts';
import { readQuestion } from '../../../server/search/question.ts';
import { shortestWindow } from '../../../server/search/window.ts';

describe('alignment', () => {
  it.each([
    ['行政职法案卷', '规范行政执法案卷评查', 1, '行政执法案卷'],
    ['行政执法案卷', '规范行政执法案卷评查', 0, '行政执法案卷'],
    ['行政法案卷', '规范行政执法案卷评查', 1, '行政执法案卷'],
  ])('%s in %s is %i away', (wanted, text, distance, found) => {
    const best = alignment(wanted, text);
    expect(best.distance).toBe(distance);
    expect(text.slice(best.start, best.end)).toBe(found);
  });
});

describe('seedsOf', () => {
  it('has a part without error for as many errors as are allowed', () => {
    const fragment = fc.stringMatching(/^[甲乙丙丁戊己庚辛]{8,40}$/u);
    fc.assert(
      fc.property(fragment, fc.array(fc.nat(39), { maxLength: 5 }), (text, places) => {
        const errors = places.slice(0, errorsAllowed(text.length));
        const wrong = Array.from(text, (character, at) => (errors.includes(at) ? '错' : character)).join('');
        expect(seedsOf(wrong).some((seed) => text.slice(seed.at).startsWith(seed.text))).toBe(true);
      }),
      { seed: 8 },
    );
  });
});

describe('intactPartsOf', () => {
  const fragment = fc.stringMatching(/^[甲乙丙丁戊己庚辛]{4,40}$/u);
  const hasAll = (text: string, parts: readonly { text: string }[]): boolean =>
    parts.every((part) => text.includes(part.text));

  it('has parts that stand in the text, wherever the errors are', () => {
    fc.assert(
      fc.property(fragment, fc.array(fc.nat(39), { maxLength: 5 }), (text, places) => {
        const errors = places.slice(0, errorsAllowed(text.length));
        const wrong = Array.from(text, (character, at) => (errors.includes(at) ? '错' : character)).join('');
        expect(intactPartsOf(wrong).some((parts) => hasAll(text, parts))).toBe(true);
      }),
      { seed: 9 },
    );
  });

  it('has them too where a character is left out or put in', () => {
    fc.assert(
      fc.property(fragment, fc.nat(39), (text, place) => {
        const at = place % text.length;
        const typed = [text.slice(0, at) + text.slice(at + 1), `${text.slice(0, at)}错${text.slice(at)}`];
        for (const one of typed.filter((typing) => errorsAllowed(typing.length) === 1))
          expect(intactPartsOf(one).some((parts) => hasAll(text, parts))).toBe(true);
      }),
      { seed: 10 },
    );
  });

  it('tells a fragment by its end when the error is before it', () => {
    expect(intactPartsOf('新疆维吾尔自银区水').map((parts) => parts.map(({ text }) => text))).toContainEqual([
      '新疆维吾尔自',
      '区水',
    ]);
  });
});

describe('readQuestion', () => {
  it('takes the asking words out and says what an answer has', () => {
    const { subject, answer } = readQuestion('举报奖励多少钱？');
    expect(subject).toBe('举报奖励');
    expect(answer).toEqual(expect.arrayContaining(['#元', '金额']));
    expect(readQuestion('谁负责行政执法案卷评查')).toMatchObject({ subject: '行政执法案卷评查' });
    expect(readQuestion('案卷评查')).toEqual({ subject: '案卷评查', answer: [] });
  });
});

describe('shortestWindow', () => {
  it('is where the terms stand nearest to each other', () => {
    expect(
      shortestWindow(
        [
          [0, 50],
          [20, 55],
        ],
        [2, 3],
      ),
    ).toEqual({ start: 50, spread: 3 });
    expect(shortestWindow([[7, 9]], [2])).toEqual({ start: 7, spread: 0 });
  });
});
