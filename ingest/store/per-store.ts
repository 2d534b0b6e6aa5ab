import type { Store } from './open-store.ts';

/**
 * What is made once for each store, above all its prepared statements: compiling one costs more than the look-up that it does.
 * `const entry = perStore((store) => store.prepare<[string], Row>('SELECT …'))`, then `entry(store).get(id)`.
 */
export function perStore<Made>(make: (store: Store) => Made): (store: Store) => Made {
  const known = new WeakMap<Store, { made: Made }>();
  return (store) => {
    const before = known.get(store);
    if (before !== undefined) return before.made;
    const made = make(store);
    known.set(store, { made });
    return made;
  };
}
