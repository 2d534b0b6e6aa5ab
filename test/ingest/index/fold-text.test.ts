import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DIGIT_GAP, foldText, foldWithOffsets, joinFolded, spacedCharacters } from '../../../ingest/index/fold-text.ts';

describe('foldText', () => {
  it.each([
    ['新政办发〔２０２４〕43号', `新政办发2024${DIGIT_GAP}43号`],
    ['新政办发[2024]43 号', `新政办发2024${DIGIT_GAP}43号`],
    ['現予\n公布，自２０２４年', '现予公布自2024年'],
    ['行政執法案卷評查', '行政执法案卷评查'],
    ['DRG／Ｐｌａｎ', 'drgplan'],
    ['“三率”指标（试行）', '三率指标试行'],
    ['二○二四年', '二〇二四年'],
    ['25㎡', '25m2'],
    ['Ⅰ级、Ⅱ级、ⅲ级', 'i级ⅱ级ⅲ级'],
    ['20244', '20244'],
    ['，。；', ''],
  ])('%s → %s', (text, folded) => {
    expect(foldText(text)).toBe(folded);
  });

  it('keeps 〔2024〕4 apart from 20244', () => {
    expect(foldText('〔2024〕4号')).not.toBe(foldText('20244号'));
  });

  it('keeps Ⅰ apart from the beginnings and ends of Ⅱ, Ⅲ and Ⅳ', () => {
    for (const level of ['Ⅱ级', 'Ⅲ级', 'Ⅳ级', 'Ⅵ级']) {
      for (const other of ['I级', 'Ⅰ级', 'V级', 'II级']) expect(foldText(level)).not.toContain(foldText(other));
    }
  });

  const gazetteText = fc.stringMatching(/^[行政執法案卷评查0-9０-９〔〕（），。、 \nA-Za-z〇○㎡Ⅳ𠮷é]{0,60}$/u);

  it('is found in the fold of every text that the fragment was cut from', () => {
    fc.assert(
      fc.property(gazetteText, fc.nat(60), fc.nat(60), (text, from, length) => {
        const characters = Array.from(text);
        const fragment = characters.slice(from, from + length).join('');
        expect(foldText(text)).toContain(foldText(fragment));
      }),
      { seed: 1, numRuns: 2000 },
    );
  });

  it('gives the same fold with offsets, each of which points to the character that it came from', () => {
    fc.assert(
      fc.property(gazetteText, (text) => {
        const folded = foldWithOffsets(text);
        expect(folded.text).toBe(foldText(text));
        expect(folded.offsets).toHaveLength(folded.text.length);
        folded.offsets.forEach((offset, index) => {
          const unit = folded.text.charAt(index);
          if (unit !== DIGIT_GAP) expect(foldText(String.fromCodePoint(text.codePointAt(offset) ?? 0))).toContain(unit);
        });
      }),
      { seed: 2, numRuns: 1000 },
    );
  });

  it('joins as if something stood between', () => {
    fc.assert(
      fc.property(gazetteText, gazetteText, (left, right) => {
        expect(joinFolded(foldText(left), foldText(right))).toBe(foldText(`${left}\n${right}`));
      }),
      { seed: 3, numRuns: 1000 },
    );
  });
});

describe('spacedCharacters', () => {
  it('makes a word of every character and of a gap between digits', () => {
    expect(spacedCharacters(foldText('〔2024〕4号'))).toBe('2 0 2 4 zz 4 号');
  });
});
