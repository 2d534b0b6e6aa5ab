import { statSync } from 'node:fs';
import type { Config } from '../../server/config.ts';
import type { SearchEngine } from '../../server/search-engine.ts';
import { BUNDLED_SHA256, bundledBinary, fileSha256 } from '../../server/search-engine/engine-binary.ts';
import { engineFiles } from '../../server/search-engine/engine-files.ts';
import { builtIndex, indexFault, waitingDocuments } from '../index/index-state.ts';
import type { IndexFault } from '../index/index-state.ts';
import type { IndexNodes } from '../index/index-nodes.ts';
import { recordId } from '../index/search-record.ts';
import { recordIds } from '../index/sync.ts';
import type { Store } from '../store/open-store.ts';
import { counted } from '../terminal/counted.ts';
import { some, well, wrong } from './finding.ts';
import type { Finding } from './finding.ts';

const ENGINE_PATIENCE = 20_000;
const REINDEX = 'gazette reindex';
const SEARCH_ONLY = 'can be searched; its records cannot be compared, since the key in MEILI_KEY can only search';

/** Whether the bundled binary is the one that this program knows, and its key is closed to others. */
export async function examineEngineFiles(config: Config): Promise<Finding[]> {
  if (config.meiliUrls.length > 0) return [];
  const findings: Finding[] = [];
  if (config.meiliBin === null) {
    const binary = bundledBinary();
    if (binary === null) {
      findings.push(wrong('engine', 'no bundled binary for this system', 'set MEILI_BIN, or MEILI_URL and MEILI_KEY'));
    } else if ((await fileSha256(binary)) !== BUNDLED_SHA256) {
      findings.push(wrong('engine', `${binary} was changed (sha256 differs)`, 'npm ci'));
    } else findings.push(well('engine', 'the bundled binary is the published one'));
  }
  const { key } = engineFiles(config.archiveDir);
  const mode = statSync(key, { throwIfNoEntry: false })?.mode;
  if (mode !== undefined && (mode & 0o077) !== 0) {
    findings.push(wrong('engine', `others can read its key ${key}`, `chmod 600 ${key}`));
  }
  return findings;
}

const FAULTS: Record<IndexFault, string> = {
  missing: 'there is none',
  foreign: 'it was not made from this record store',
  outdated: 'it was made by older rules',
  incomplete: 'its number of passages is not that of the record store',
};

/** Whether the engine runs and its index holds exactly the passages of the record store. */
export async function examineIndex(store: Store, engine: SearchEngine): Promise<Finding[]> {
  if (!(await engine.ready(ENGINE_PATIENCE))) {
    return [wrong('engine', engine.problem() ?? 'does not answer', 'see engine/engine.log in the archive folder')];
  }
  try {
    const answers = well('engine', `answers at ${engine.url ?? ''}`);
    if (engine.rights() === 'search') return [answers, well('index', SEARCH_ONLY)];
    return [answers, ...(await compareIndex(store, engine.nodes))];
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return [wrong('engine', `refuses to answer: ${reason}`, 'check MEILI_URL and MEILI_KEY, or gazette reindex')];
  }
}

async function compareIndex(store: Store, nodes: IndexNodes): Promise<Finding[]> {
  const waiting = waitingDocuments(store);
  const fault = await indexFault(store, nodes);
  if (fault !== null) return [wrong('index', FAULTS[fault], REINDEX)];
  if (waiting > 0) {
    return [
      wrong('index', `behind: ${counted(waiting, 'document')} waiting to be written`, `gazette ingest or ${REINDEX}`),
    ];
  }
  const refused = builtIndex(store)?.refused ?? [];
  if (refused.length > 0) {
    const first = refused.map(({ id, reason }) => `${id} (${reason})`);
    return [wrong('index', `the engine refused ${some(first, 1)}`, REINDEX)];
  }
  const foreign = new Set(await recordIds(nodes));
  const missing: string[] = [];
  let wanted = 0;
  const pieces = store.prepare<[], { document_id: string; seq: number }>('SELECT document_id, seq FROM pieces');
  for (const piece of pieces.iterate()) {
    const id = recordId(piece.document_id, piece.seq);
    wanted += 1;
    if (!foreign.delete(id)) missing.push(id);
  }
  if (missing.length > 0) return [wrong('index', `lacks ${some(missing)}`, REINDEX)];
  if (foreign.size > 0) return [wrong('index', `holds what the store does not: ${some([...foreign])}`, REINDEX)];
  return [well('index', `holds exactly the ${wanted} passages of the record store`)];
}
