import { z } from 'zod';
import { ownText } from '../../ingest/index/search-record.ts';
import { dropIndex } from '../../ingest/index/engine-tasks.ts';
import type { IsoDate } from '../../ingest/model/span.ts';
import type { Store } from '../../ingest/store/open-store.ts';
import { statusesOn } from '../../ingest/store/queries/register-statuses.ts';
import { loadConfig } from '../../server/config.ts';
import { startSearchEngine } from '../../server/search-engine.ts';
import { SILENT_LOG } from '../../server/search-engine/engine-log.ts';
import { fillStockIndex, searchStock } from '../eval-search/stock-meilisearch.ts';
import type { StockRecord } from '../eval-search/stock-meilisearch.ts';

const UID = 'stock';
const FACETS = ['status', 'authority', 'type', 'year', 'issue'] as const;

/** A passage with what a search can be narrowed by: the same five facets as the site's. */
type FacetedRecord = StockRecord & Record<(typeof FACETS)[number], string | number | string[] | null>;

interface Row {
  id: number;
  documentId: string;
  kind: string;
  label: string | null;
  text: string;
  title: string;
  number: string | null;
  type: string | null;
  date: string | null;
  issue: string;
  authorities: string;
}

/** Every passage of an archive, one after the other. The status is that of a day: a stock index cannot tell it for another. */
export function* stockRecords(store: Store, on: IsoDate): Generator<FacetedRecord> {
  const statuses = statusesOn(store, on);
  const rows = store
    .prepare<[], Row>(
      `SELECT p.id, p.document_id AS documentId, p.kind, p.label, p.text, d.title, d.document_number AS number,
         d.document_type AS type, d.promulgation_date AS date, d.issue_id AS issue,
         (SELECT json_group_array(canonical) FROM document_authorities a WHERE a.document_id = d.id) AS authorities
       FROM pieces p JOIN documents d ON d.id = p.document_id ORDER BY p.id`,
    )
    .iterate();
  for (const row of rows) {
    yield {
      id: row.id,
      document: row.documentId,
      title: row.title,
      number: row.number ?? '',
      text: ownText(row),
      status: statuses.get(row.documentId) ?? null,
      authority: z.array(z.string()).parse(JSON.parse(row.authorities)),
      type: row.type,
      year: row.date === null ? null : Number(row.date.slice(0, 4)),
      issue: row.issue,
    };
  }
}

/** Totals are exact, as the site's are: Meilisearch's own limit is 1,000. */
const SETTINGS = {
  searchableAttributes: ['title', 'number', 'text'],
  filterableAttributes: [...FACETS],
  pagination: { maxTotalHits: 10_000_000 },
};

/** What the site's API answers, asked of Meilisearch: a page of twenty with texts, crops and marks, five facets, an exact total. */
const SAME_ANSWER = {
  page: 1,
  hitsPerPage: 20,
  facets: [...FACETS],
  attributesToCrop: ['text'],
  attributesToHighlight: ['title', 'text'],
};

/** A stock Meilisearch with the passages of an archive. */
export interface StockSearch {
  /** Returns the total. */
  ask: (q: string) => Promise<number>;
  stop(): Promise<void>;
}

/** Starts a Meilisearch of its own in a folder and gives it the passages of an archive, unless it has them. */
export async function startStock(folder: string, store: Store, on: IsoDate): Promise<StockSearch> {
  const engine = startSearchEngine(loadConfig({ ARCHIVE_DIR: folder }), SILENT_LOG);
  try {
    const ready = await engine.ready(60_000);
    const [client] = engine.nodes;
    if (!ready || client === undefined) throw new Error(engine.problem() ?? 'the stock search engine does not answer');
    const passages = store.prepare<[], { n: number }>('SELECT count(*) AS n FROM pieces').get()?.n;
    const { indexes } = await client.getStats();
    if (indexes[UID]?.numberOfDocuments !== passages) {
      await dropIndex(client, UID);
      await fillStockIndex(client, UID, stockRecords(store, on), SETTINGS);
    }
    const ask = async (q: string): Promise<number> => (await searchStock(client, UID, q, SAME_ANSWER)).totalHits;
    return { ask, stop: () => engine.stop() };
  } catch (error) {
    await engine.stop();
    throw error;
  }
}
