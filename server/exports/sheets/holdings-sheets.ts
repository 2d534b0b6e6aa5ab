import type { z } from 'zod';
import type { ApiProvision, DocumentShape, RelationsShape } from '../../api/schemas/document.ts';
import type { IssueShape } from '../../api/schemas/issue.ts';
import type { ApiDocumentFacts } from '../../api/serialise/document.ts';
import { wholeText } from '../../api/serialise/provisions.ts';
import { sheetOf } from '../sheet.ts';
import type { Column, Sheet } from '../sheet.ts';
import { CERTAINTY_LABELS } from '../../pages/certainty-label.ts';

type ApiIssue = z.infer<typeof IssueShape>;
type ApiDocument = z.infer<typeof DocumentShape>;
type ApiRelation = z.infer<typeof RelationsShape>['outgoing'][number];

/** A document with what it says of others. */
export interface HeldDocument {
  document: ApiDocument;
  relations: ApiRelation[];
}

const KIND_LABELS: Record<ApiDocument['kind'], string> = { act: '文件', report: '会议报道' };

const RELATION_LABELS: Record<ApiRelation['type'], string> = {
  repeals: '废止',
  amends: '修改',
  based_on: '制定依据',
  implements: '贯彻落实',
  forwards: '转发',
  overrides: '优先于',
  cites: '引用',
  lists: '列入目录',
};

/** The issues held, one row each. */
export function issueSheet(issues: readonly ApiIssue[], origin: string): Sheet {
  const columns: Column<ApiIssue>[] = [
    { heading: '编号', type: 'text', width: 22, value: (issue) => issue.id },
    { heading: '公报', type: 'text', width: 40, value: (issue) => issue.title },
    { heading: '出版日期', type: 'date', width: 12, value: (issue) => issue.publicationDate },
    { heading: '期号', type: 'text', width: 10, value: (issue) => issue.issueNumbers.join('-') },
    { heading: '总期号', type: 'text', width: 10, value: (issue) => issue.serialNumbers.join('-') },
    { heading: '文件数', type: 'number', width: 8, value: (issue) => issue.counts.documents },
    { heading: '报道数', type: 'number', width: 8, value: (issue) => issue.counts.reports },
    { heading: '条文数', type: 'number', width: 8, value: (issue) => issue.counts.articles },
    { heading: '目录条目', type: 'number', width: 10, value: (issue) => issue.counts.catalogueEntries },
    { heading: '提示', type: 'number', width: 8, value: (issue) => issue.counts.warnings },
    {
      heading: '来源文件',
      type: 'text',
      width: 30,
      value: (issue) => issue.sources.map(({ path }) => path).join('；'),
    },
    { heading: '网址', type: 'link', width: 50, value: (issue) => origin + issue.url },
  ];
  return sheetOf('公报', columns, issues);
}

/** The documents held, one row each with their facts and status. */
export function documentSheet(documents: readonly ApiDocumentFacts[], origin: string): Sheet {
  const columns: Column<ApiDocumentFacts>[] = [
    { heading: '编号', type: 'text', width: 26, value: (document) => document.documentId },
    { heading: '文号', type: 'text', width: 24, value: (document) => document.documentNumber },
    { heading: '标题', type: 'text', width: 60, value: (document) => document.title },
    { heading: '类别', type: 'text', width: 10, value: (document) => KIND_LABELS[document.kind] },
    { heading: '文种', type: 'text', width: 10, value: (document) => document.documentType },
    { heading: '制定机关', type: 'text', width: 30, value: (document) => document.issuingAuthorities.join('、') },
    { heading: '签署人', type: 'text', width: 14, value: (document) => document.signatory },
    { heading: '通过日期', type: 'date', width: 12, value: (document) => document.adoptionDate },
    { heading: '公布日期', type: 'date', width: 12, value: (document) => document.promulgationDate },
    { heading: '刊登日期', type: 'date', width: 12, value: (document) => document.publicationDate },
    { heading: '施行日期', type: 'date', width: 12, value: (document) => document.effectiveDate },
    { heading: '有效期至', type: 'date', width: 12, value: (document) => document.expiryDate },
    { heading: '效力状态', type: 'text', width: 12, value: (document) => document.status?.label ?? null },
    {
      heading: '状态依据',
      type: 'text',
      width: 60,
      value: (document) => document.status?.decidedBy?.quote ?? null,
    },
    { heading: '公报', type: 'text', width: 22, value: (document) => document.issue.id },
    { heading: '页码', type: 'number', width: 8, value: (document) => document.page },
    { heading: '网址', type: 'link', width: 50, value: (document) => origin + document.url },
  ];
  return sheetOf('文件', columns, documents);
}

interface ArticleRow {
  document: ApiDocument;
  article: ApiProvision;
}

/** The articles of the documents held, one row each with their whole text. */
export function articleSheet(held: readonly HeldDocument[]): Sheet {
  const rows = held.flatMap(({ document }) =>
    document.parts.flatMap(({ provisions }) => articlesIn(provisions).map((article) => ({ document, article }))),
  );
  const columns: Column<ArticleRow>[] = [
    { heading: '文号', type: 'text', width: 24, value: ({ document }) => document.documentNumber },
    { heading: '标题', type: 'text', width: 50, value: ({ document }) => document.title },
    { heading: '条', type: 'text', width: 12, value: ({ article }) => article.label },
    { heading: '内容', type: 'text', width: 90, value: ({ article }) => wholeText(article) },
    { heading: '原文行号', type: 'number', width: 10, value: ({ article }) => article.lines.start },
  ];
  return sheetOf('条文', columns, rows);
}

interface RelationRow {
  document: ApiDocument;
  relation: ApiRelation;
}

/** What the documents held say of others, one row for each statement, with the clause. */
export function relationSheet(held: readonly HeldDocument[], origin: string): Sheet {
  const rows = held.flatMap(({ document, relations }) => relations.map((relation) => ({ document, relation })));
  const columns: Column<RelationRow>[] = [
    { heading: '文号', type: 'text', width: 24, value: ({ document }) => document.documentNumber },
    { heading: '标题', type: 'text', width: 50, value: ({ document }) => document.title },
    { heading: '关系', type: 'text', width: 10, value: ({ relation }) => RELATION_LABELS[relation.type] },
    { heading: '对象文号', type: 'text', width: 24, value: ({ relation }) => relation.citation.documentNumber },
    { heading: '对象名称', type: 'text', width: 50, value: ({ relation }) => relation.citation.title },
    { heading: '生效日期', type: 'date', width: 12, value: ({ relation }) => relation.effectiveDate },
    { heading: '依据程度', type: 'text', width: 12, value: ({ relation }) => CERTAINTY_LABELS[relation.certainty] },
    { heading: '原文', type: 'text', width: 80, value: ({ relation }) => relation.evidence.quote },
    { heading: '原文行号', type: 'number', width: 10, value: ({ relation }) => relation.evidence.line },
    { heading: '网址', type: 'link', width: 50, value: ({ relation }) => origin + relation.evidence.url },
  ];
  return sheetOf('关系', columns, rows);
}

function articlesIn(provisions: readonly ApiProvision[]): ApiProvision[] {
  return provisions.flatMap((provision) =>
    provision.kind === 'article' ? [provision] : articlesIn(provision.children),
  );
}
