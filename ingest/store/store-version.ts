import type { Store } from './open-store.ts';

/** A mark of the store's state: changes with every commit, whoever made it. */
export function storeVersion(store: Store): string {
  const others = Number(store.pragma('data_version', { simple: true }));
  const own = store.prepare<[], { n: number }>('SELECT total_changes() AS n').get()?.n ?? 0;
  return `${others}/${own}`;
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
