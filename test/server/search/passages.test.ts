import { describe, expect, it } from 'vitest';
import { writeIssue } from '../../../ingest/store/write-issue.ts';
import { Passages } from '../../../server/search/passages.ts';
import { FIXTURE_TEXT, fixtureIssue, fixtureStore } from '../../helpers/fixture-issue.ts';

const ORDER = 'xinjiangweiwuerzizhiqurenminzhengfuling-239';

const textOf = (passages: Passages): string =>
  passages
    .of(ORDER)
    .map(({ folded }) => folded)
    .join('\n');

describe('Passages', () => {
  it.each([0, 100, 1_000_000])('reads the same whether %i characters are kept', (room) => {
    const store = fixtureStore();
    const passages = new Passages(store, room);
    const whole = passages.of(ORDER);
    expect(whole.length).toBeGreaterThan(4);
    for (const piece of [...whole, ...whole]) expect(passages.at(ORDER, piece.seq)).toEqual(piece);
    expect(passages.of(ORDER)).toEqual(whole);
    expect(passages.at(ORDER, whole.length + 1)).toBeNull();
    expect(passages.of('not-there')).toEqual([]);
  });

  it('reads many together as it reads each, wherever they are thought to stand', () => {
    const store = fixtureStore();
    const ids = store.prepare<[], string>('SELECT id FROM documents ORDER BY id').pluck().all();
    const firstRow = store.prepare<[string], number>('SELECT min(id) FROM pieces WHERE document_id = ?').pluck();
    const each = new Passages(store, 0);
    const rows: ((id: string) => number | null)[] = [
      (id) => firstRow.get(id) ?? null,
      (id) => (firstRow.get(id) ?? 0) + 1,
      (id) => (firstRow.get(id) ?? 0) - 1,
      () => 1_000_000,
      () => null,
    ];
    for (const room of [0, 2000, 1_000_000]) {
      for (const row of rows) {
        const passages = new Passages(store, room);
        const places = ids
          .toReversed()
          .flatMap((id) =>
            [3, 1, 2, 1, 999].map((seq) => ({ document: { id, firstRow: row(id) }, seq, key: `${id}_${seq}` })),
          );
        const expected = places.map(({ document, seq }) => each.at(document.id, seq));
        expect(expected.filter((piece) => piece !== null).length).toBeGreaterThan(ids.length);
        expect(passages.atAll(places)).toEqual(expected);
        expect(passages.atAll(places)).toEqual(expected);
      }
    }
    expect(each.atAll([])).toEqual([]);
  });

  it('gives what stands before and after a passage, and the passage at a distance before it', () => {
    const passages = new Passages(fixtureStore(), 1000);
    const [first, second, third] = passages.of(ORDER);
    if (!first || !second || !third) throw new Error('too few passages');
    expect(passages.after(ORDER, first, 5)).toMatch(new RegExp(`^${second.folded.slice(0, 5)}`, 'u'));
    expect(passages.before(ORDER, second, 5).endsWith(first.folded.slice(-5))).toBe(true);
    expect(passages.before(ORDER, first, 5)).toBe('');
    expect(passages.back(ORDER, third, 1).seq).toBe(second.seq);
    expect(passages.back(ORDER, third, second.folded.length + 1).seq).toBe(first.seq);
    expect(passages.back(ORDER, third, 0).seq).toBe(third.seq);
  });

  it('reads again what has changed, and keeps what has not', () => {
    const store = fixtureStore();
    const passages = new Passages(store, 1_000_000);
    const notice = 'xinzhengbanfa-2024-43';
    const [before, kept] = [textOf(passages), passages.of(notice)];
    expect(FIXTURE_TEXT).toContain('评查结果应当公开。');
    const changed = fixtureIssue((text) => text.replace('评查结果应当公开。', '评查结果可以公开。'));
    writeIssue(store, changed, { path: 'xinjiang-2024-17-18.txt' });
    passages.renew();
    expect(textOf(passages)).toBe(before.replace('评查结果应当公开', '评查结果可以公开'));
    expect(passages.of(notice)).toEqual(new Passages(store, 0).of(notice));
    passages.renew();
    expect(passages.of(notice)).toBe(passages.of(notice));
    expect(kept.length).toBe(passages.of(notice).length);
  });
});
