import { expect, it } from 'vitest';
import { openStore } from '../../../ingest/store/open-store.ts';
import type { Store } from '../../../ingest/store/open-store.ts';
import { writeIssue } from '../../../ingest/store/write-issue.ts';
import { plainRequest } from '../../../server/search/plain-request.ts';
import { SEARCH_LIMITS } from '../../../server/search/search-limits.ts';
import type { SearchLimits } from '../../../server/search/search-limits.ts';
import { createSearchService } from '../../../server/search/search-service.ts';
import { engineDouble } from '../../helpers/engine-double.ts';
import { parse } from '../../helpers/parse-text.ts';

/** Those that say 直属 as a word say it later in the sentence: the others come first unless words count. */
const ACROSS = '本市水务工作实行垂直属地管理';
const WHOLE = '本市水务工作中相关事项由直属机构管理';

function archive(across: number, whole: number): Store {
  const articles = Array.from(
    { length: across + whole },
    (_, index) => `第${index + 1}条 ${index < 10 || index >= 10 + whole ? ACROSS : WHOLE}，编号${index}。`,
  );
  const text = ['江州市水务管理办法', '', '江州市人民政府', '2020年1月1日', '', ...articles].join('\n');
  const store = openStore(':memory:');
  writeIssue(store, parse(text), { path: 'water.txt' });
  return store;
}

it.each<[string, number, number, Partial<SearchLimits>]>([
  ['of few passages', 20, 5, {}],
  ['of more passages than are handed out', 150, 70, {}],
  ['of passages that are read as far as a page goes', 20, 5, { fewPassages: 0, first: 24, records: 10 }],
])('%s those come first that have what was asked as a word', async (_, across, whole, limits) => {
  const store = archive(across, whole);
  const service = createSearchService({
    store,
    engine: engineDouble(store),
    limits: { ...SEARCH_LIMITS, ...limits },
  });
  const { hits } = await service.search({ ...plainRequest('直属', '2024-12-31'), limit: whole + 5 });
  const isWhole = hits.map(({ text }) => text.includes('直属机构'));
  expect(isWhole).toEqual([...Array<boolean>(whole).fill(true), ...Array<boolean>(5).fill(false)]);
});
