import { z } from 'zod';
import { listDocuments, NO_FILTER } from '../../../ingest/store/queries/documents.ts';
import { endpoint, NONE } from '../endpoint.ts';
import { listPage, nextOf } from '../list-page.ts';
import {
  ArticleShape,
  DocumentListQuery,
  DocumentListShape,
  DocumentQuery,
  DocumentShape,
  RelationsShape,
} from '../schemas/document.ts';
import { apiArticle } from '../serialise/article.ts';
import { apiDocument, apiDocumentSummary } from '../serialise/document.ts';
import { apiRelations } from '../serialise/relations.ts';

const documentParams = { id: z.string().describe('文件编号，如 xinzhengbanfa-2024-43') };

/** 文件: lists, one document, its articles, its relations. */
export const DOCUMENT_ENDPOINTS = [
  endpoint({
    method: 'get',
    path: '/api/v1/documents',
    operationId: 'listDocuments',
    tag: '文件',
    summary: '收录全文的文件和会议报道（kind 分得开），新的在前',
    params: NONE,
    query: DocumentListQuery,
    body: NONE,
    answer: DocumentListShape,
    errors: { 400: '参数有误' },
    answerOf: ({ query }, services) => {
      const { issue = null, authority = null, type = null, year = null, kind = null, limit, offset } = query;
      const filter = { ...NO_FILTER, issue, authority, type, year, kind };
      const { total, documents, ...ends } = listDocuments(services.store, filter, listPage(query));
      const on = query.on ?? services.today();
      return {
        total,
        limit,
        offset,
        next: nextOf(ends),
        items: documents.map((document) => apiDocumentSummary(services.store, document, on)),
      };
    },
  }),
  endpoint({
    method: 'get',
    path: '/api/v1/documents/{id}',
    operationId: 'getDocument',
    tag: '文件',
    summary: '一份文件：各项事实及其依据、条文结构、效力状态',
    params: z.object(documentParams),
    query: DocumentQuery,
    body: NONE,
    answer: DocumentShape,
    errors: { 400: '参数有误', 404: '没有收录这份文件的全文' },
    answerOf: ({ params, query }, services) => apiDocument(services.store, params.id, query.on ?? services.today()),
  }),
  endpoint({
    method: 'get',
    path: '/api/v1/documents/{id}/articles/{n}',
    operationId: 'getArticle',
    tag: '文件',
    summary: '一条条文：上下条、所在章节、被谁引用',
    params: z.object({ ...documentParams, n: z.string().describe('8；第一百二十条之一是 120-1') }),
    query: DocumentQuery,
    body: NONE,
    answer: ArticleShape,
    errors: { 400: '参数有误', 404: '没有这份文件或这一条' },
    answerOf: ({ params, query }, services) =>
      apiArticle(services.store, params.id, params.n, query.on ?? services.today()),
  }),
  endpoint({
    method: 'get',
    path: '/api/v1/documents/{id}/relations',
    operationId: 'getRelations',
    tag: '文件',
    summary: '与其他文件的关系，双向；只知其名的文件也可以问',
    params: z.object(documentParams),
    query: NONE,
    body: NONE,
    answer: RelationsShape,
    errors: { 404: '馆藏不知道这份文件' },
    answerOf: ({ params }, { store }) => apiRelations(store, params.id),
  }),
];
