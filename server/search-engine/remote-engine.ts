import type { Config } from '../config.ts';
import type { SearchHealth } from '../search/search-types.ts';
import type { KeyRights } from './engine-access.ts';
import type { EngineLog } from './engine-log.ts';
import { RemoteNode } from './remote-node.ts';

/** The servers of MEILI_URL, run by somebody else: one, or several that hold the index together. */
export class RemoteEngine {
  readonly nodes: readonly RemoteNode[];
  readonly pid = null;
  /** The keys as they were given, for tests. */
  readonly key: string;

  constructor({ meiliUrls, meiliKeys }: Pick<Config, 'meiliUrls' | 'meiliKeys'>, log: EngineLog) {
    this.nodes = meiliUrls.map((url, index) => new RemoteNode(url, meiliKeys[index] ?? meiliKeys[0] ?? '', log));
    this.key = meiliKeys[0] ?? '';
  }

  get url(): string {
    return this.nodes.map((node) => node.url).join(', ');
  }

  /** `ok` while any node answers: what is missing then is told with each answer. */
  get health(): SearchHealth {
    const states = this.nodes.map((node) => node.health());
    return (['ok', 'starting'] as const).find((state) => states.includes(state)) ?? 'down';
  }

  get problem(): string | null {
    const problems = this.nodes.flatMap((node) => node.problem ?? []);
    return problems.length === 0 ? null : problems.join('; ');
  }

  /** What all keys open; null until all nodes have answered. */
  get rights(): KeyRights | null {
    const rights = this.nodes.map((node) => node.access?.rights ?? null);
    if (rights.includes('search')) return 'search';
    return rights.includes(null) ? null : 'write';
  }

  async stop(): Promise<void> {
    await Promise.all(this.nodes.map((node) => node.stop()));
  }
}
