import { describe, expect, test } from 'vitest';
import type { RegisterEvent } from '../../../ingest/model/validity.ts';
import { statusOnDay } from '../../../ingest/validity/status-on-day.ts';
import { lifeLine } from '../../../server/pages/life-line.ts';
import type { LifeDrawing } from '../../../server/pages/life-line.ts';
import { event, record } from '../../helpers/made-record.ts';

/** 新疆维吾尔自治区人民政府令 of the nineties, as revision histories tell of them: several days near each other, an end, and today long after. */
const EVENTS = [
  event('promulgated', '1997-06-11'),
  event('effective', '1997-07-01'),
  event('amended', '1997-12-11'),
  event('amended', '2004-07-02'),
  event('revised', '2010-12-13'),
  event('repealed', '2010-12-14'),
];
const TODAY = '2026-01-01';

const RECORD = record({
  promulgationDate: '1997-06-11',
  effectiveDate: '1997-07-01',
  events: EVENTS,
});

const linesOf = (events: RegisterEvent[]): Record<string, LifeDrawing> => {
  const line = lifeLine(events, statusOnDay({ ...RECORD, events }, TODAY), TODAY);
  return Object.fromEntries((line?.drawings ?? []).map((drawing) => [drawing.screen, drawing]));
};

/** 13 px Chinese characters and digits. */
const widthOf = (text: string): number => Array.from(text).reduce((sum, char) => sum + (char < '\u2000' ? 7.5 : 13), 0);

describe('lifeLine', () => {
  test('a phone gets a drawing of its own in which no label goes over another or out of the box', () => {
    const { narrow } = linesOf(EVENTS);
    expect(narrow?.points.map(({ text }) => text)).toContain('修正 1997-12-11');
    const rows = narrow?.points.map(({ labelY }) => labelY) ?? [];
    expect(new Set(rows).size).toBe(EVENTS.length + 1);
    expect(Math.max(...rows)).toBeLessThan(narrow?.height ?? 0);
    for (const { x, anchor, text } of narrow?.points ?? []) {
      const left = anchor === 'end' ? x - widthOf(text) : x;
      expect(left, text).toBeGreaterThanOrEqual(0);
      expect(left + widthOf(text), text).toBeLessThanOrEqual(narrow?.width ?? 0);
    }
  });

  test('the stretch in force ends with what ends it, in each drawing', () => {
    for (const { points, bar } of Object.values(linesOf(EVENTS))) {
      const at = (kind: string): number | undefined => points.find((point) => point.kind === kind)?.x;
      expect(bar?.x).toBe(at('effective'));
      expect((bar?.x ?? 0) + (bar?.width ?? 0)).toBe(at('revised'));
    }
  });

  test('nothing dated is no line', () => {
    expect(lifeLine([], statusOnDay({ ...RECORD, events: [] }, TODAY), TODAY)).toBeNull();
  });
});
