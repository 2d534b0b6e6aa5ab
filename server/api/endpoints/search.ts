import { endpoint, NONE } from '../endpoint.ts';
import { SearchAnswerShape, SearchQuery, SuggestAnswerShape, SuggestQuery } from '../schemas/search.ts';
import { apiSearchAnswer, searchRequestOf } from '../serialise/search.ts';

/** 检索 and its suggestions. */
export const SEARCH_ENDPOINTS = [
  endpoint({
    method: 'get',
    path: '/api/v1/search',
    operationId: 'search',
    tag: '检索',
    summary: '检索条文：整段粘贴、多个词、文号、标题、第几条都可以',
    params: NONE,
    query: SearchQuery,
    body: NONE,
    answer: SearchAnswerShape,
    errors: { 400: '参数有误', 503: '检索引擎正在启动或暂不可用' },
    answerOf: async ({ query }, services) => {
      const request = searchRequestOf(query, services.today());
      return apiSearchAnswer(request, await services.search.search(request));
    },
  }),
  endpoint({
    method: 'get',
    path: '/api/v1/suggest',
    operationId: 'suggest',
    tag: '检索',
    summary: '输入时的提示：标题、文号、机关、常用词，也认拼音和首字母',
    params: NONE,
    query: SuggestQuery,
    body: NONE,
    answer: SuggestAnswerShape,
    errors: { 400: '参数有误' },
    answerOf: ({ query }, { search }) => ({ suggestions: search.suggest(query.q, query.limit) }),
  }),
];
