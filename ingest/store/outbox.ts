import type { Store } from './open-store.ts';

export type OutboxOperation = 'upsert' | 'delete';

/** Tells the search index, in the caller's transaction, which documents it has to write again or to forget. */
export function enqueue(store: Store, operation: OutboxOperation, documentIds: Iterable<string>): void {
  const insert = store.prepare<[string, string]>('INSERT INTO outbox (operation, document_id) VALUES (?, ?)');
  for (const documentId of documentIds) insert.run(operation, documentId);
}
