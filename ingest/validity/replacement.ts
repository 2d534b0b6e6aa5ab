import type { IsoDate } from '../model/span.ts';
import type { RegisterEvent, StatusOnDay } from '../model/validity.ts';
import type { Store } from '../store/open-store.ts';
import { registerEntry, validityRecord } from '../store/queries/register.ts';
import type { RegisterEntry } from '../store/queries/register.ts';
import { statusOnDay } from './status-on-day.ts';

// A text that only clears away puts nothing in the place of what it ends.
// Must match: 关于废止一批行政规范性文件的通知 · 关于宣布失效一批文件的决定 · 关于公布规范性文件清理结果的通知      Must not: 督查工作办法
const CLEARS_AWAY = /废止|失效|清理/u;

/** A document's place taken by another, and what became of that one. */
export interface Replacement {
  entry: RegisterEntry;
  status: StatusOnDay;
}

/**
 * What replaced a document that has ended: the text whose own clause ends it. 新政办发〔2015〕161号 was replaced by
 * 新政办发〔2023〕18号 (…同时废止); the 41 documents of 新政发〔2023〕22号 (关于废止…的通知) by nothing. Null when nothing did.
 */
export function replacementOf(store: Store, status: StatusOnDay): RegisterEntry | null {
  const candidates = [status.decidedBy, ...status.otherEndings].filter((event) => event !== null);
  for (const event of candidates) {
    if (!isEnding(event) || (event.date !== null && event.date > status.on)) continue;
    const { documentId, title } = event.source;
    if (documentId === null || CLEARS_AWAY.test(title)) continue;
    const entry = registerEntry(store, documentId);
    if (entry !== null) return entry;
  }
  return null;
}

function isEnding(event: RegisterEvent): boolean {
  return event.type === 'repealed' || event.type === 'revised' || event.type === 'declared_invalid';
}

const LONGEST_CHAIN = 12;

/** The document that replaced it, the one that replaced that one, and so on, as of one day. A circle is cut. */
export function replacementChain(store: Store, registerId: string, status: StatusOnDay): Replacement[] {
  const chain: Replacement[] = [];
  const seen = new Set([registerId]);
  let next = replacementOf(store, status);
  while (next !== null && !seen.has(next.id) && chain.length < LONGEST_CHAIN) {
    seen.add(next.id);
    const found = statusOf(store, next.id, status.on);
    if (found === null) break;
    chain.push({ entry: next, status: found });
    next = replacementOf(store, found);
  }
  return chain;
}

/** The status of a known document on a day; null for an id that the register does not have. */
export function statusOf(store: Store, registerId: string, on: IsoDate): StatusOnDay | null {
  const record = validityRecord(store, registerId);
  return record === null ? null : statusOnDay(record, on);
}
