import type { Store } from '../../ingest/store/open-store.ts';
import { withoutSpaces } from '../../ingest/text/spaces.ts';
import { seededRandom } from '../seeded-random.ts';
import { SEED, between, documentKeys, letters, pick } from './query-set.ts';
import type { EvalQuery } from './query-set.ts';
import type { Truth } from './truth.ts';

function distinctDocuments(truth: Truth): { id: string; title: string }[] {
  const byTitle = new Map<string, { id: string; title: string }>();
  for (const { pieces } of truth.streams) {
    const [first] = pieces;
    if (first && letters(first.title) >= 6) byTitle.set(first.title, { id: first.documentId, title: first.title });
  }
  return [...byTitle.values()];
}

/** Titles as printed, half of them in 《》. */
export function wholeTitles(truth: Truth, count: number): EvalQuery[] {
  const random = seededRandom(SEED + 4);
  const documents = distinctDocuments(truth);
  return Array.from({ length: Math.min(count, documents.length) }, () => pick(random, documents)).flatMap(
    (document) => {
      if (!document) return [];
      const q = random() < 0.5 ? document.title : `《${document.title}》`;
      return [{ q: withoutSpaces(q), right: new Set([`d${document.id}`]), allowed: new Set<string>() }];
    },
  );
}

/** Six characters or more that one title alone has. */
export function partialTitles(truth: Truth, count: number): EvalQuery[] {
  const random = seededRandom(SEED + 5);
  const documents = distinctDocuments(truth);
  const queries: EvalQuery[] = [];
  for (let tries = 0; tries < count * 10 && queries.length < count; tries++) {
    const document = pick(random, documents);
    if (!document) break;
    const length = between(random, 6, 14);
    const start = between(random, 0, Math.max(0, document.title.length - length));
    const q = withoutSpaces(document.title.slice(start, start + length));
    const named = truth.named(q);
    if (letters(q) >= 6 && named.size === 1) queries.push({ q, right: documentKeys(named), allowed: new Set() });
  }
  return queries;
}

/** Document numbers in six spellings. */
export function numberSpellings(store: Store, count: number): EvalQuery[] {
  const rows = store
    .prepare<[], { id: string; document_number: string; number_key: string }>(
      `SELECT id, document_number, number_key FROM documents WHERE document_number LIKE '%〔%〕%号'
       AND number_key IN (SELECT number_key FROM documents GROUP BY number_key HAVING count(*) = 1) ORDER BY id`,
    )
    .all();
  const serials = new Map<string, Set<string>>();
  const known = store
    .prepare<[], { id: string; document_number: string }>(
      'SELECT id, document_number FROM register WHERE document_number IS NOT NULL',
    )
    .all();
  for (const { id, document_number } of [...known, ...rows]) {
    const match = /[〔年]?(\d{4})[〕年]第?(\d+)号/u.exec(document_number);
    const key = match ? `${match[1] ?? ''}-${match[2] ?? ''}` : '';
    serials.set(key, (serials.get(key) ?? new Set()).add(`d${id}`));
  }
  return rows.slice(0, Math.ceil(count / 6)).flatMap(({ id, document_number }) => {
    const match = /^(.+?)〔(\d{4})〕第?(\d+)号$/u.exec(document_number);
    if (!match) return [];
    const [, code = '', year = '', serial = ''] = match;
    const own = new Set([`d${id}`]);
    const wide = (text: string): string =>
      text.replace(/\d/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
    const spellings = [
      document_number,
      `${code}[${year}]${serial}号`,
      wide(`${code}（${year}）${serial}号`),
      `${code}${year} ${serial}`,
      `${code}${year}年${serial}号`,
    ].map((q) => ({ q, right: own, allowed: new Set<string>() }));
    const any = serials.get(`${year}-${serial}`) ?? own;
    return [...spellings, { q: `${year}年${serial}号`, right: any, allowed: new Set<string>() }];
  });
}
