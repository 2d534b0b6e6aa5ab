/** Gives every provision of a part its id: articles count through a text, everything else within what it stands in. */
import type { Provision } from '../model/provision.ts';
import { formatStep } from './provision-id.ts';
import type { ProvisionStep } from './provision-id.ts';

const COUNTED = new Set<Provision['kind']>(['paragraph', 'table', 'list']);

/** Writes the ids into the provisions of one part. `prefix` opens each of them. */
export function assignIds(provisions: readonly Provision[], prefix: readonly ProvisionStep[]): void {
  const start = prefix.map((step) => formatStep(step)).join('/');
  const used = new Map<string, number>();
  assign(provisions, { path: start, start, used });
}

interface Place {
  path: string;
  start: string;
  used: Map<string, number>;
}

function assign(provisions: readonly Provision[], place: Place): void {
  const counts = new Map<Provision['kind'], number>();
  for (const provision of provisions) {
    const count = (counts.get(provision.kind) ?? 0) + 1;
    counts.set(provision.kind, count);
    const number =
      provision.number !== null && (provision.kind === 'paragraph' || !COUNTED.has(provision.kind))
        ? provision.number
        : [count];
    const path = provision.kind === 'article' ? place.start : place.path;
    const step = formatStep({ kind: provision.kind, number, copy: 1 });
    const id = path === '' ? step : `${path}/${step}`;
    const seen = (place.used.get(id) ?? 0) + 1;
    place.used.set(id, seen);
    provision.id = seen > 1 ? `${id}~${seen}` : id;
    assign(provision.children, { ...place, path: provision.id });
  }
}
