import type { Store } from './open-store.ts';
import { perStore } from './per-store.ts';

const marks = perStore((store) => ({
  others: store.prepare<[], number>('PRAGMA data_version').pluck(),
  own: store.prepare<[], number>('SELECT total_changes()').pluck(),
}));

/** A mark of the store's state: changes with every commit, whoever made it. Cheap enough for every request. */
export function storeVersion(store: Store): string {
  const { others, own } = marks(store);
  return `${others.get() ?? 0}/${own.get() ?? 0}`;
}

/** Makes a question to the whole archive cheap to ask again: its answer is kept until the store changes. */
export function oncePerVersion<T>(answer: (store: Store) => T): (store: Store) => T {
  const known = new WeakMap<Store, { version: string; value: T }>();
  return (store) => {
    const version = storeVersion(store);
    const before = known.get(store);
    if (before?.version === version) return before.value;
    const value = answer(store);
    known.set(store, { version, value });
    return value;
  };
}
