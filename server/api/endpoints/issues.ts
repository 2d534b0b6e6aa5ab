import { z } from 'zod';
import { endpoint, NONE } from '../endpoint.ts';
import { CatalogueListQuery, CatalogueListShape, CatalogueQuarterShape, CatalogueQuery } from '../schemas/catalogue.ts';
import { IssueListQuery, IssueListShape, IssueQuery, IssueShape } from '../schemas/issue.ts';
import { apiCatalogueList, apiCatalogueQuarter } from '../serialise/catalogue.ts';
import { apiIssue, apiIssueList } from '../serialise/issue.ts';

/** 公报 and 备案目录. */
export const ISSUE_ENDPOINTS = [
  endpoint({
    method: 'get',
    path: '/api/v1/issues',
    operationId: 'listIssues',
    tag: '公报',
    summary: '收录的各期公报，新的在前',
    params: NONE,
    query: IssueListQuery,
    body: NONE,
    answer: IssueListShape,
    errors: { 400: '参数有误' },
    answerOf: ({ query }, { store }) => apiIssueList(store, query),
  }),
  endpoint({
    method: 'get',
    path: '/api/v1/issues/{id}',
    operationId: 'getIssue',
    tag: '公报',
    summary: '一期公报：报头、目录、所载文件',
    params: z.object({ id: z.string().describe('公报编号，如 xinjiang-2024-17-18') }),
    query: IssueQuery,
    body: NONE,
    answer: IssueShape,
    errors: { 400: '参数有误', 404: '没有收录这期公报' },
    answerOf: ({ params, query }, services) => apiIssue(services.store, params.id, query.on ?? services.today()),
  }),
  endpoint({
    method: 'get',
    path: '/api/v1/catalogues',
    operationId: 'listCatalogues',
    tag: '备案目录',
    summary: '各季度备案登记的行政规范性文件目录，新的在前',
    params: NONE,
    query: CatalogueListQuery,
    body: NONE,
    answer: CatalogueListShape,
    errors: { 400: '参数有误' },
    answerOf: ({ query }, { store }) => apiCatalogueList(store, query),
  }),
  endpoint({
    method: 'get',
    path: '/api/v1/catalogues/{year}/{quarter}',
    operationId: 'getCatalogueQuarter',
    tag: '备案目录',
    summary: '一个季度的目录：按地区或部门，附公布件数与实列件数',
    params: z.object({
      year: z.coerce.number().int().min(1).max(9999),
      quarter: z.coerce.number().int().min(1).max(4),
    }),
    query: CatalogueQuery,
    body: NONE,
    answer: CatalogueQuarterShape,
    errors: { 400: '参数有误', 404: '没有这个季度的目录' },
    answerOf: ({ params, query }, services) =>
      apiCatalogueQuarter(services.store, params, query, query.on ?? services.today()),
  }),
];
