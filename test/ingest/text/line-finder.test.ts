import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lineFinder, lineFinderIn } from '../../../ingest/text/line-finder.ts';
import { lineSpans } from '../../../ingest/text/line-spans.ts';
import { readLines } from '../../../ingest/text/lines.ts';

const unit = fc.constantFrom('第一条', ' ', '\n', '\r\n', '\r', '。');

test('every character lies in the line that an editor shows it in, whichever the line ends', () => {
  fc.assert(
    fc.property(fc.array(unit, { maxLength: 40 }), (units) => {
      const text = units.join('');
      const lineOf = lineFinderIn(text);
      for (let at = 0; at < text.length; at += 1) {
        // The \n of a \r\n is of the line that its \r ends.
        const before = at > 0 && text.startsWith('\r\n', at - 1) ? at - 1 : at;
        expect(lineOf(at)).toBe(text.slice(0, before).split(/\r\n|\r|\n/u).length);
      }
    }),
    { seed: 41, numRuns: 500 },
  );
});

test('a text and the lines read from it give the same numbers', () => {
  fc.assert(
    fc.property(fc.array(unit, { maxLength: 40 }), fc.nat({ max: 140 }), (units, offset) => {
      const text = units.join('');
      expect(lineFinder(readLines(text))(offset)).toBe(lineFinderIn(text)(offset));
    }),
    { seed: 42, numRuns: 500 },
  );
});

test('line spans stand one behind the other, hold no line end and are the whole text', () => {
  fc.assert(
    fc.property(fc.array(unit, { maxLength: 40 }), (units) => {
      const text = units.join('');
      let at = 0;
      for (const { start, end, next } of lineSpans(text)) {
        expect(start).toBe(at);
        expect(text.slice(start, end)).not.toMatch(/[\r\n]/u);
        expect(text.slice(end, next)).toMatch(/^(?:\n|\r\n|\r|)$/u);
        at = next;
      }
      expect(at).toBe(text.length);
    }),
    { seed: 43, numRuns: 500 },
  );
});

test('the empty text has a line, and the end of a text is of its last one', () => {
  expect(lineFinderIn('')(0)).toBe(1);
  expect(lineFinderIn('甲\r乙')(3)).toBe(2);
});
