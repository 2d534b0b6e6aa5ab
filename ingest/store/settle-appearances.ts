import { distinctDocumentId } from '../resolve/document-id.ts';
import type { Store } from './open-store.ts';
import { isSameDocument, likeness } from './same-document.ts';
import { compareSources } from './source-rank.ts';
import { SOURCE_COLUMNS } from './stored-source.ts';
import type { SourceRecord } from './stored-source.ts';

interface AppearanceRow extends SourceRecord {
  seq: number;
  baseId: string;
  documentId: string;
  title: string;
  titleKey: string;
  fingerprint: string;
}

interface Candidate extends AppearanceRow {
  sourceId: number;
  text(): string;
}

/** The place from which a document's rows are to be made. */
export interface Holder {
  documentId: string;
  sourceId: number;
  appearanceSeq: number;
}

/** A short title (公告) stands over many documents: no two texts are one because of it. */
const TELLING_TITLE = 8;
/** Nor does a title that so many appearances bear tell one text from another: 关于公布行政规范性文件清理结果的通知. */
const MOST_OF_ONE_TITLE = 64;
/** Half of the runs of eight characters are shared. */
const SAME_TEXT = 0.5;

const isNumberless = (baseId: string): boolean => baseId.startsWith('t-');

/**
 * The base ids whose documents may change with those of `baseIds`: a text without number can turn out to be a numbered
 * document of the same title, so both are decided together. Titles that too many bear are left out once they were too
 * many before this change; the change that makes them so still decides all of them.
 */
export function withRelatives(store: Store, baseIds: ReadonlySet<string>): string[] {
  const byBase = store.prepare<[string, number], { title_key: string }>(
    'SELECT DISTINCT title_key FROM appearances WHERE base_id = ? AND length(title_key) >= ?',
  );
  const byTitle = store.prepare<[string, number], { base_id: string }>(
    'SELECT base_id FROM appearances WHERE title_key = ? LIMIT ?',
  );
  const own = ownTitles(store, baseIds);
  const bases = new Set(baseIds);
  const titles = new Set<string>();
  for (const baseId of bases) {
    for (const { title_key: key } of byBase.all(baseId, TELLING_TITLE)) {
      if (titles.has(key)) continue;
      titles.add(key);
      const most = MOST_OF_ONE_TITLE + (own.get(key) ?? 0);
      const others = byTitle.all(key, most + 1).map((row) => row.base_id);
      if (others.length > most) continue;
      if (others.some(isNumberless)) for (const other of others) bases.add(other);
    }
  }
  return [...bases].sort();
}

/** How many appearances under these base ids bear each title. */
function ownTitles(store: Store, baseIds: ReadonlySet<string>): Map<string, number> {
  const select = store.prepare<[string], { title_key: string }>('SELECT title_key FROM appearances WHERE base_id = ?');
  const counts = new Map<string, number>();
  for (const baseId of baseIds) {
    for (const { title_key: key } of select.all(baseId)) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

function candidatesOf(store: Store, baseIds: readonly string[]): Candidate[] {
  const select = store.prepare<[string], AppearanceRow>(
    `SELECT ${SOURCE_COLUMNS}, a.seq, a.base_id AS baseId, a.document_id AS documentId, a.title, a.title_key AS titleKey,
       a.fingerprint
     FROM appearances a JOIN sources s ON s.id = a.source_id WHERE a.base_id = ?`,
  );
  const passage = store.prepare<[number, number], { text: string; span_start: number; span_end: number }>(
    'SELECT s.text, a.span_start, a.span_end FROM appearances a JOIN sources s ON s.id = a.source_id WHERE a.source_id = ? AND a.seq = ?',
  );
  const textOf = (sourceId: number, seq: number): string => {
    const row = passage.get(sourceId, seq);
    return row ? row.text.slice(row.span_start, row.span_end) : '';
  };
  return baseIds
    .flatMap((baseId) => select.all(baseId))
    .map((row) => ({ ...row, sourceId: row.id, text: () => textOf(row.id, row.seq) }))
    .sort((a, b) => compareSources(a, b) || a.seq - b.seq);
}

/**
 * The base id under which a text without number belongs: that of a numbered, or else better placed, appearance of the same text.
 * @param titled the appearances of its title, best first
 */
function homeBase(candidate: Candidate, titled: readonly Candidate[]): string {
  if (!isNumberless(candidate.baseId) || candidate.titleKey.length < TELLING_TITLE) return candidate.baseId;
  if (titled.length > MOST_OF_ONE_TITLE) return candidate.baseId;
  const alike = titled.filter(
    (other) =>
      other.sourceId !== candidate.sourceId &&
      other.baseId !== candidate.baseId &&
      likeness(other.text(), candidate.text(), TELLING_TITLE) >= SAME_TEXT,
  );
  const numbered = alike.find((other) => !isNumberless(other.baseId));
  if (numbered) return numbered.baseId;
  const better = alike.find((other) => titled.indexOf(other) < titled.indexOf(candidate));
  return better?.baseId ?? candidate.baseId;
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}

/** Appearances of one base id, best first, sorted into documents. */
function clustersOf(candidates: readonly Candidate[]): Candidate[][] {
  const clusters: Candidate[][] = [];
  for (const candidate of candidates) {
    const own = clusters.find((cluster) => cluster[0] !== undefined && isSameDocument(cluster[0], candidate));
    if (own) own.push(candidate);
    else clusters.push([candidate]);
  }
  return clusters;
}

/** The first document keeps the id of its number; others of that number add a digest of their titles, and a count if need be. */
function idOfCluster(baseId: string, cluster: readonly Candidate[], taken: Set<string>): string {
  const first = taken.has(baseId) ? distinctDocumentId(baseId, cluster[0]?.title ?? '') : baseId;
  let id = first;
  for (let n = 2; taken.has(id); n++) id = `${first}-${n}`;
  taken.add(id);
  return id;
}

/**
 * Decides which appearances are one document, under which id and from which file it is held, for every document that has
 * one of `baseIds` (withRelatives). The answer depends on the files alone, not on the order in which they came: the same number in two
 * issues is one document with two sources; two documents printed with one number are two. Writes `appearances`;
 * the caller makes the rows of documents agree with what this returns.
 */
export function settleAppearances(store: Store, baseIds: readonly string[]): Holder[] {
  const all = candidatesOf(store, baseIds);
  const titled = groupBy(all, ({ titleKey }) => titleKey);
  const groups = groupBy(all, (candidate) => homeBase(candidate, titled.get(candidate.titleKey) ?? []));
  const assign = store.prepare<[string, number, number, number]>(
    'UPDATE appearances SET document_id = ?, is_holder = ? WHERE source_id = ? AND seq = ?',
  );
  const holders: Holder[] = [];
  for (const [baseId, group] of [...groups].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const taken = new Set<string>();
    for (const cluster of clustersOf(group)) {
      const documentId = idOfCluster(baseId, cluster, taken);
      cluster.forEach((appearance, index) => {
        assign.run(documentId, index === 0 ? 1 : 0, appearance.sourceId, appearance.seq);
        if (index === 0) holders.push({ documentId, sourceId: appearance.sourceId, appearanceSeq: appearance.seq });
      });
    }
  }
  return holders;
}
