import { bareWords } from '../../text/letters.ts';
import type { Store } from '../open-store.ts';
import { likeness } from '../same-document.ts';
import { coverageTotals } from './coverage.ts';
import { ENTRY_COLUMNS, entryFrom } from './register.ts';
import type { EntryColumns, RegisterEntry } from './register.ts';

/** Shorter texts come near everything. */
const SHORTEST = 4;
const PART = /.{2,4}/gsu;
const MOST_PARTS = 8;
/** All their names are read: for those of more entries, a page would have to wait. */
const MOST_ENTRIES = 200_000;
/** So many titles with the same parts are compared as a whole. */
const COMPARED = 200;
/** Half of the pairs of characters of the shorter one. */
const NEAR = 0.5;

/**
 * Known documents, held or not, whose titles come near a text that no title contains, the nearest first: 安全生产事故灾难应急预按 gives
 * 新疆维吾尔自治区安全生产事故灾难应急预案. A help for a person, never an answer; none in a register of more than MOST_ENTRIES.
 */
export function nearEntries(store: Store, text: string, limit: number): RegisterEntry[] {
  const asked = bareWords(text);
  if (asked.length < SHORTEST) return [];
  const parts = partsOf(text).map((part) => `%${part}%`);
  if (parts.length === 0 || coverageTotals(store).registerEntries > MOST_ENTRIES) return [];
  const conditions = parts.map(() => `(n.value LIKE ?)`);
  const rows = store
    .prepare<string[], EntryColumns & { name: string }>(
      `SELECT ${ENTRY_COLUMNS}, n.value AS name FROM register_names n JOIN register r ON r.id = n.register_id
       WHERE n.type = 'title' AND length(n.value) >= ${SHORTEST} AND (${conditions.join(' OR ')})
       ORDER BY ${conditions.join(' + ')} DESC, r.held DESC, r.id LIMIT ${COMPARED}`,
    )
    .all(...parts, ...parts);
  const nearness = new Map<string, { row: EntryColumns; near: number }>();
  for (const { name, ...row } of rows) {
    const near = likeness(asked, name, 2);
    if (near >= NEAR && near > (nearness.get(row.id)?.near ?? 0)) nearness.set(row.id, { row, near });
  }
  return [...nearness.values()]
    .sort((a, b) => b.near - a.near)
    .slice(0, limit)
    .map(({ row }) => entryFrom(row));
}

/** 关于印发《某省奖励规定》 → 关于印发, 某省奖励, 规定: short pieces within one run of letters, so that a wrong character spoils one of them. */
function partsOf(text: string): string[] {
  const runs = text.split(/[^\p{L}\p{N}]+/u).flatMap((run) => run.match(PART) ?? []);
  return runs.slice(0, MOST_PARTS);
}
