import { z } from 'zod';
import { digestOfFiles } from '../store/digest-of-files.ts';
import type { Store } from '../store/open-store.ts';
import { indexBirths } from './index-nodes.ts';
import type { IndexNodes } from './index-nodes.ts';
import { INDEX_UID } from './settings.ts';
import type { RefusedRecord } from './write-records.ts';

/** What is known of the index that was built last: which one it is, by which rules, and what the engine refused. */
const BUILT = z.object({
  birth: z.string(),
  rules: z.string(),
  refused: z.array(z.object({ id: z.string(), reason: z.string() })),
});

type BuiltIndex = z.infer<typeof BUILT>;

const RULES = [
  ...['search-record', 'fold-text', 'segmenter', 'settings', 'synonyms'].map((name) => `ingest/index/${name}.ts`),
  'ingest/text/simplified.ts',
  'data/dictionary.txt',
  'data/jieba/words.txt',
  'data/synonyms.json',
];

let rules: string | null = null;

/** A digest of all that decides what stands in the index for a document. */
function indexRules(): string {
  rules ??= digestOfFiles(RULES);
  return rules;
}

const KEY = 'built_index';

export function builtIndex(store: Store): BuiltIndex | null {
  const row = store.prepare<[string], { value: string }>('SELECT value FROM meta WHERE key = ?').get(KEY);
  const parsed = row ? BUILT.safeParse(JSON.parse(row.value)) : null;
  return parsed?.success === true ? parsed.data : null;
}

function writeBuilt(store: Store, built: BuiltIndex): void {
  store
    .prepare('INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value')
    .run(KEY, JSON.stringify(built));
}

/** Notes that the engine's index is now made from this store by the rules of this program. */
export async function noteBuiltIndex(
  store: Store,
  nodes: IndexNodes,
  refused: readonly RefusedRecord[],
): Promise<void> {
  const birth = await indexBirths(nodes, INDEX_UID);
  if (birth !== null) writeBuilt(store, { birth, rules: indexRules(), refused: [...refused] });
}

/** Notes records that the engine refused since then. */
export function noteRefused(store: Store, refused: readonly RefusedRecord[]): void {
  const built = builtIndex(store);
  if (built && refused.length > 0) writeBuilt(store, { ...built, refused: [...built.refused, ...refused] });
}

export type IndexFault = 'missing' | 'foreign' | 'outdated' | 'incomplete';

/**
 * Why the index has to be built anew, null when it has not: it is `missing`; `foreign`, not the one that was made from this
 * store; `outdated`, made by other rules; `incomplete`, its number of records is wrong while nothing waits to be written.
 */
export async function indexFault(store: Store, nodes: IndexNodes): Promise<IndexFault | null> {
  const birth = await indexBirths(nodes, INDEX_UID);
  if (birth === null) return 'missing';
  const built = builtIndex(store);
  if (built?.birth !== birth) return 'foreign';
  if (built.rules !== indexRules()) return 'outdated';
  if (waitingDocuments(store) > 0) return null;
  const stats = await Promise.all(nodes.map((node) => node.index(INDEX_UID).getStats()));
  const records = stats.reduce((sum, { numberOfDocuments }) => sum + numberOfDocuments, 0);
  return records === pieceCount(store) - built.refused.length ? null : 'incomplete';
}

/** Documents that the index does not know yet in their present form. */
export function waitingDocuments(store: Store): number {
  return store.prepare<[], { n: number }>('SELECT count(DISTINCT document_id) AS n FROM outbox').get()?.n ?? 0;
}

function pieceCount(store: Store): number {
  return store.prepare<[], { n: number }>('SELECT count(*) AS n FROM pieces').get()?.n ?? 0;
}
