import { createHash } from 'node:crypto';
import type { Meilisearch } from 'meilisearch';
import { indexBirth } from './engine-tasks.ts';

/**
 * The Meilisearch servers that hold the index together, in the order of MEILI_URL: one in most offices. Each has an index of
 * the same name and settings, and all records of some of the documents.
 */
export type IndexNodes = readonly Meilisearch[];

/** Which of `count` nodes has the records of a document: the same in every process and version. */
export function nodeOf(documentId: string, count: number): number {
  return count === 1 ? 0 : createHash('sha256').update(documentId).digest().readUInt32BE(0) % count;
}

/** The documents of each node, in the order of the nodes; empty lists where a node has none. */
export function spreadDocuments(ids: readonly string[], count: number): string[][] {
  const spread = Array.from({ length: count }, (): string[] => []);
  for (const id of ids) spread[nodeOf(id, count)]?.push(id);
  return spread;
}

/**
 * When the index was made, on each node in their order, which tells it from any other of its name: also from the one of other
 * nodes, of more or fewer, or of the same in another order. Null when a node has none.
 */
export async function indexBirths(nodes: IndexNodes, uid: string): Promise<string | null> {
  const births = await Promise.all(nodes.map((node) => indexBirth(node, uid)));
  return births.includes(null) ? null : births.join(' ');
}
