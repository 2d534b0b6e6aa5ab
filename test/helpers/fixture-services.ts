import pino from 'pino';
import { loadConfig } from '../../server/config.ts';
import type { SearchAnswer, SearchHit, SearchRequest, SearchService } from '../../server/search/search-types.ts';
import type { Services } from '../../server/services.ts';
import { FIXTURE_ORDER, fixtureStore } from './fixture-issue.ts';

/** The day that is today in tests of the site. */
export const FIXTURE_TODAY = '2026-01-01';

/** The one hit of the search double: 第三条 of the fixture's regulation. */
export const FIXTURE_HIT: SearchHit = {
  kind: 'article',
  documentId: FIXTURE_ORDER,
  documentNumber: '新疆维吾尔自治区人民政府令第239号',
  title: '新疆维吾尔自治区行政执法案卷评查办法',
  titleHighlights: [],
  pieceId: 3,
  articleLabel: '第三条',
  articleUrl: `/documents/${FIXTURE_ORDER}/articles/3`,
  chapterPath: ['第二章 评查程序'],
  text: '行政执法案卷评查可以采取全面评查、重点评查、随机抽查等形式。\n评查结果应当公开。',
  highlights: [{ start: 11, end: 15 }],
  crop: { start: 0, end: 31 },
  status: 'in_force',
  issuingAuthorities: ['新疆维吾尔自治区人民政府'],
  promulgationDate: '2024-08-27',
  issueId: 'xinjiang-2024-17-18',
  alsoIn: [],
  alsoInTotal: 0,
};

const NO_FACETS = { status: [], authority: [], type: [], year: [], issue: [] };

/** A search that always answers with FIXTURE_HIT, `total` times over the pages asked, and remembers what it was asked. */
export function searchDouble(total = 1): SearchService & { asked: SearchRequest[] } {
  const asked: SearchRequest[] = [];
  return {
    asked,
    search: (request) => {
      asked.push(request);
      const count = Math.max(0, Math.min(request.limit, total - request.offset));
      const answer: SearchAnswer = {
        query: { mode: 'exact', terms: [request.q] },
        total,
        totalIsExact: true,
        hits: Array.from({ length: count }, () => FIXTURE_HIT),
        facets: NO_FACETS,
        keywords: request.keywords === true ? [{ word: '随机抽查', count: 2 }] : [],
        suggestion: null,
        unanswered: 0,
      };
      return Promise.resolve(answer);
    },
    suggest: (prefix, limit) =>
      Array.from({ length: Math.min(limit, 1) }, () => ({ type: 'term' as const, text: `${prefix}…`, url: '/search' })),
    related: () => Promise.resolve([]),
    health: () => 'ok',
  };
}

/** Services over the fixture issue with a fixed day, a silent log and a search double. */
export function fixtureServices(more: Partial<Services> = {}): Services {
  return {
    store: fixtureStore(),
    search: searchDouble(),
    searchNodes: () => ({ all: 1, answering: 1 }),
    today: () => FIXTURE_TODAY,
    config: loadConfig({ PORT: '0', ARCHIVE_DIR: '/nonexistent', GAZETTE_DIR: '/nonexistent' }),
    log: pino({ level: 'silent' }),
    ...more,
  };
}
