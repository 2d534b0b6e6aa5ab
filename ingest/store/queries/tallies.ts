import type { Store } from '../open-store.ts';
import { perStore } from '../per-store.ts';

/** What the record store counts as it is written (migrations/004-lists.sql). Acts are the documents that an authority issued. */
export interface Tallies {
  issues: number;
  acts: number;
  articles: number;
  relations: number;
  registerEntries: number;
  catalogueEntries: number;
  warnings: number;
}

const NOTHING: Tallies = {
  issues: 0,
  acts: 0,
  articles: 0,
  relations: 0,
  registerEntries: 0,
  catalogueEntries: 0,
  warnings: 0,
};

const statement = perStore((store) =>
  store.prepare<[], { name: string; count: number }>('SELECT name, count FROM tallies'),
);

/** How many there are of each in the whole archive, at the cost of one look-up whatever its size. */
export function tallies(store: Store): Tallies {
  const counts = new Map(
    statement(store)
      .all()
      .map(({ name, count }) => [name, count]),
  );
  const count = (name: keyof Tallies): number => counts.get(name) ?? NOTHING[name];
  return {
    issues: count('issues'),
    acts: count('acts'),
    articles: count('articles'),
    relations: count('relations'),
    registerEntries: count('registerEntries'),
    catalogueEntries: count('catalogueEntries'),
    warnings: count('warnings'),
  };
}
