import { seededRandom } from '../seeded-random.ts';

/** Numbers that look random and are the same for the same keys: every fact of the corpus can be computed again on its own. */
export interface Random {
  /** From 0 up to, not including, 1. */
  next(): number;
  /** A whole number from `least` to `most`, both included. */
  between(least: number, most: number): number;
  /** @throws RangeError for an empty list */
  pick<T>(list: readonly T[]): T;
}

/** FNV-1a over the UTF-16 units of the keys: `hashOf(1, 'document', 3, 12)`. */
function hashOf(keys: readonly (string | number)[]): number {
  let hash = 0x811c9dc5;
  for (const unit of keys.join('/')) hash = Math.imul(hash ^ (unit.codePointAt(0) ?? 0), 0x01000193);
  return hash >>> 0;
}

/** A generator for these keys. */
export function randomOf(...keys: (string | number)[]): Random {
  const next = seededRandom(hashOf(keys));
  return {
    next,
    between: (least, most) => least + Math.floor(next() * (most - least + 1)),
    pick: (list) => {
      const item = list[Math.floor(next() * list.length)];
      if (item === undefined) throw new RangeError('nothing to pick from');
      return item;
    },
  };
}
