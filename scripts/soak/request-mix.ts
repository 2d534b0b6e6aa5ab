import { z } from 'zod';

/** One request of a mix, and what it may be answered with. */
export interface MixRequest {
  kind: 'page' | 'search' | 'api' | 'export' | 'feed' | 'asset';
  method: 'GET' | 'POST';
  path: string;
  /** JSON or form, by the first letter; null for none. */
  body: string | null;
  /** Whether it needs the search engine: only then may it be 503, and only in words. */
  searches: boolean;
}

/** Makes the next request of a mix. */
export type RequestMix = () => MixRequest;

const DocumentList = z.object({
  items: z.array(z.object({ documentId: z.string(), title: z.string(), documentNumber: z.string().nullable() })),
});

interface Archive {
  addresses: string[];
  documents: z.infer<typeof DocumentList>['items'];
  /** Running text of documents, to cut fragments from. */
  texts: string[];
}

const LISTS =
  '/ /issues /documents /register /repeals /expiring /catalogues /catalogues/all /coverage /validity /api'.split(' ');
const WORDS = [
  '举报奖励',
  '施行',
  '自治区人民政府',
  '行政处罚 听证',
  '废止',
  '有效期',
  '招标投标',
  '农村公路',
  '“工作方案”',
  '医疗 -保险',
];
const TABLES = ['/register', '/repeals', '/expiring', '/catalogues/all', '/archive'];
const FEEDS = ['/feeds/documents.atom', '/feeds/repeals.atom', '/feeds/expiring.ics', '/sitemap.xml', '/robots.txt'];
const MOST_TEXTS = 60;

async function json<T>(url: string, schema: z.ZodType<T>): Promise<T> {
  const answer = await fetch(url);
  return schema.parse(await answer.json());
}

/** Asks a running site what it holds: every page of its sitemap, its documents, and text to search for. */
async function surveyOf(url: string): Promise<Archive> {
  const sitemap = await (await fetch(`${url}/sitemap.xml`)).text();
  const addresses = [...sitemap.matchAll(/<loc>https?:\/\/[^/]+([^<]*)<\/loc>/g)].map((match) => match[1] ?? '/');
  const { items } = await json(`${url}/api/v1/documents?limit=100`, DocumentList);
  const texts: string[] = [];
  for (const { documentId: id } of items.slice(0, MOST_TEXTS)) {
    const page = await (await fetch(`${url}/documents/${id}`)).text();
    const text = page.replace(/<[^>]{0,500}>/g, ' ').match(/[\u4e00-\u9fff，、]{12,}/g);
    if (text) texts.push(...text);
  }
  return { addresses, documents: items, texts };
}

/**
 * A seeded mix of what readers, clerks and programs ask of this site: pages four in ten, searches three, API, tables, feeds and
 * files the rest. The same site and seed give the same requests.
 */
export async function requestMix(url: string, random: () => number): Promise<RequestMix> {
  const { addresses, documents, texts } = await surveyOf(url);
  const pick = <T>(from: readonly T[], fallback: T): T => from[Math.floor(random() * from.length)] ?? fallback;
  const document = (): Archive['documents'][number] =>
    pick(documents, { documentId: 'none', title: '通知', documentNumber: null });
  const fragment = (): string => {
    const text = pick(texts, '人民政府');
    const start = Math.floor(random() * Math.max(1, text.length - 8));
    return text.slice(start, start + 6 + Math.floor(random() * 14));
  };
  const question = (): string => {
    const { title, documentNumber } = document();
    const chance = random();
    if (chance < 0.4) return fragment();
    if (chance < 0.6) return title;
    return chance < 0.75 ? (documentNumber ?? title) : pick(WORDS, '施行');
  };
  const query = (text: string): string => encodeURIComponent(text);
  const get = (kind: MixRequest['kind'], path: string, needsEngine = false): MixRequest => ({
    kind,
    method: 'GET',
    path,
    body: null,
    searches: needsEngine,
  });
  const ending = (): string => (random() < 0.8 ? 'csv' : 'xlsx');
  const makers: Record<MixRequest['kind'], () => MixRequest> = {
    page: () => get('page', random() < 0.3 ? pick(LISTS, '/') : pick(addresses, '/')),
    search: () => get('search', `/search?q=${query(question())}${random() < 0.2 ? '&status=in_force' : ''}`, true),
    api: () => {
      const chance = random();
      if (chance < 0.4) return get('api', `/api/v1/search?q=${query(question())}&limit=10`, true);
      if (chance < 0.7) return get('api', `/api/v1/documents/${document().documentId}`);
      if (chance < 0.85) return get('api', `/api/v1/documents/${document().documentId}/relations`);
      const body = JSON.stringify({
        text: `根据《${document().title}》（${document().documentNumber ?? ''}），${fragment()}。`,
      });
      return { kind: 'api', method: 'POST', path: '/api/v1/validity/check', body, searches: false };
    },
    export: () =>
      random() < 0.2
        ? get('export', `/search.csv?q=${query(pick(WORDS, '施行'))}`, true)
        : get('export', `${pick(TABLES, '/register')}.${ending()}`),
    feed: () =>
      random() < 0.2
        ? get('feed', `/feeds/search.atom?q=${query(pick(WORDS, '施行'))}`, true)
        : get('feed', pick(FEEDS, '/robots.txt')),
    asset: () => get('asset', pick(['/favicon.svg', '/healthz', '/openapi.json'], '/healthz')),
  };
  return () => {
    const chance = random();
    if (chance < 0.42) return makers.page();
    if (chance < 0.72) return makers.search();
    if (chance < 0.88) return makers.api();
    if (chance < 0.92) return makers.export();
    return chance < 0.96 ? makers.feed() : makers.asset();
  };
}
