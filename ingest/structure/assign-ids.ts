/** Gives every provision of a part its id: articles count through a text, everything else within what it stands in. */
import type { Provision } from '../model/provision.ts';
import { formatProvisionId, formatStep } from './provision-id.ts';
import type { ProvisionStep } from './provision-id.ts';

/** Never numbered by print. */
const COUNTED = new Set<Provision['kind']>(['table', 'list']);

/** Writes the ids into the provisions of one part. `prefix` opens each of them. */
export function assignIds(provisions: readonly Provision[], prefix: readonly ProvisionStep[]): void {
  new IdWriter(formatProvisionId(prefix)).write(provisions, null);
}

class IdWriter {
  readonly #start: string;
  readonly #used = new Map<string, number>();

  constructor(start: string) {
    this.#start = start;
  }

  /** `path`: the id of what the provisions stand in; null for the part itself. */
  write(provisions: readonly Provision[], path: string | null): void {
    const counts = new Map<Provision['kind'], number>();
    for (const provision of provisions) {
      const count = (counts.get(provision.kind) ?? 0) + 1;
      counts.set(provision.kind, count);
      const id = this.#idOf(provision, count, path);
      provision.id = id;
      if (provision.children.length > 0) this.write(provision.children, id);
    }
  }

  #idOf({ kind, number }: Provision, count: number, path: string | null): string {
    const step = formatStep({ kind, number: number === null || COUNTED.has(kind) ? [count] : number, copy: 1 });
    const above = kind === 'article' || path === null ? this.#start : path;
    const id = above === '' ? step : `${above}/${step}`;
    const seen = (this.#used.get(id) ?? 0) + 1;
    this.#used.set(id, seen);
    return seen > 1 ? `${id}~${seen}` : id;
  }
}
