import Database from 'better-sqlite3';
import type { Meilisearch } from 'meilisearch';
import { foldText, spacedCharacters } from '../../ingest/index/fold-text.ts';
import type { SearchRequest, SearchService } from '../../server/search/search-types.ts';
import type { BuildCost } from './archive.ts';
import { searchStock } from './stock-meilisearch.ts';
import type { Truth, TruthPiece } from './truth.ts';

/** What a system answers: keys `p<piece id>` and `d<document id>`, best first, with the documents that they belong to. */
export interface Found {
  keys: string[];
  documents: string[];
  total: number;
  /** Whether this is all that is found, however much is asked for. */
  whole: boolean;
  /** Milliseconds, of which in the search engine. */
  time: number;
  engineTime: number;
}

/** One way to search the same texts. */
export interface System {
  name: string;
  /** `limit` results at most. */
  search(q: string, limit: number): Promise<Found>;
}

const clock = (): number => performance.now();

/**
 * The product, as services that are asked in turn, so that none remembers a query when it is timed again. `engineTime` tells how
 * long the engine took since it was last asked.
 */
export function productSystem(
  services: readonly SearchService[],
  request: SearchRequest,
  engineTime: () => number,
): System {
  let turn = 0;
  return {
    name: 'dibao',
    async search(q, limit) {
      const service = services[turn++ % services.length];
      if (!service) throw new Error('no search service');
      const before = clock();
      engineTime();
      const answer = await service.search({ ...request, q, limit, copies: limit });
      const time = clock() - before;
      const keys: string[] = [];
      const documents: string[] = [];
      for (const hit of answer.hits) {
        keys.push(hit.pieceId === null ? `d${hit.documentId}` : `p${hit.pieceId}`);
        documents.push(`d${hit.documentId}`);
        for (const copy of hit.alsoIn) {
          keys.push(`p${copy.pieceId}`);
          documents.push(`d${copy.documentId}`);
        }
      }
      const whole = answer.total <= limit && answer.hits.every((hit) => hit.alsoIn.length === hit.alsoInTotal);
      return { keys, documents, total: answer.total, whole, time, engineTime: engineTime() };
    },
  };
}

/** Meilisearch as it comes: its own segmentation, typing errors and prefixes; title, number and text as printed. */
export function rawMeilisearch(client: Meilisearch, uid: string, strategy: 'last' | 'all'): System {
  return {
    name: `Meilisearch (${strategy})`,
    async search(q, limit) {
      const before = clock();
      const answer = await searchStock(client, uid, q, { limit, matchingStrategy: strategy });
      const time = clock() - before;
      const keys = answer.hits.map(({ id }) => `p${id}`);
      const documents = answer.hits.map(({ document }) => `d${document}`);
      const whole = keys.length < limit;
      return { keys, documents, total: answer.estimatedTotalHits, whole, time, engineTime: time };
    },
  };
}

/** SQLite FTS5 over the same texts: `trigram`, or one character a token (`unigram`), terms as phrases. */
export function fts5System(truth: Truth, tokens: 'trigram' | 'unigram'): { system: System; cost: BuildCost } {
  const before = clock();
  const database = new Database(':memory:');
  database.exec(
    `CREATE VIRTUAL TABLE pieces USING fts5(title, text, document UNINDEXED, tokenize = '${tokens === 'trigram' ? 'trigram' : 'unicode61'}')`,
  );
  const insert = database.prepare('INSERT INTO pieces (rowid, title, text, document) VALUES (?, ?, ?, ?)');
  const form = (text: string): string => (tokens === 'unigram' ? spacedCharacters(foldText(text)) : text);
  database.transaction((pieces: readonly TruthPiece[]) => {
    for (const piece of pieces)
      insert.run(piece.id, form(`${piece.title} ${piece.number}`), form(piece.printed), piece.documentId);
  })(truth.pieces);
  const pages = Number(database.pragma('page_count', { simple: true }));
  const cost = {
    seconds: (clock() - before) / 1000,
    bytes: pages * Number(database.pragma('page_size', { simple: true })),
  };
  const select = database.prepare<[string, number], { rowid: number; document: string }>(
    'SELECT rowid, document FROM pieces WHERE pieces MATCH ? ORDER BY bm25(pieces, 4, 1) LIMIT ?',
  );
  const system: System = {
    name: `FTS5 ${tokens}`,
    search(q, limit) {
      const match = q
        .replace(/\n/gu, '')
        .split(/\s+/u)
        .map(form)
        .filter((term) => term !== '')
        .map((term) => `"${term.replaceAll('"', '""')}"`)
        .join(' AND ');
      const before = clock();
      const rows = match === '' ? [] : select.all(match, limit);
      const time = clock() - before;
      return Promise.resolve({
        keys: rows.map(({ rowid }) => `p${rowid}`),
        documents: rows.map(({ document }) => `d${document}`),
        total: rows.length,
        whole: rows.length < limit,
        time,
        engineTime: time,
      });
    },
  };
  return { system, cost };
}
