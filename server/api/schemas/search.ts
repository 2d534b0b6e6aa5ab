import { z } from 'zod';
import { MOST_LISTED } from '../../search/search-limits.ts';
import { Day, OnDay, SpanShape, StatusName, pageQuery, pageShape, severalOf } from './common.ts';
import { named } from './registry.ts';

/** Query string of `GET /api/v1/search`. */
export const SearchQuery = z.object({
  q: z.string().max(1000).default('').describe('词语、一段原文、第八条、标题或文号。'),
  on: OnDay,
  status: severalOf(StatusName).describe('只要这些效力状态（以 on 为准）。'),
  authority: severalOf(z.string()).describe('只要这些机关制定的。'),
  type: severalOf(z.string()).describe('只要这些文种。'),
  year: severalOf(z.coerce.number().int().min(1).max(9999)).describe('只要这些年份公布的。'),
  issue: severalOf(z.string()).describe('只要这些期公报所载的。'),
  document: z.string().optional().describe('只在这份文件内查找。'),
  sort: z.enum(['relevance', 'date', 'number']).default('relevance').describe('按相关、公布日期或文号排序。'),
  inForceFirst: z.enum(['true', 'false']).default('true').describe('按相关排序时，有效的排在失效的前面。'),
  keywords: z.enum(['true', 'false']).default('false').describe('是否要可以再加的词：费时，只随第一页给出。'),
  ...pageQuery,
});

const HitShape = named(
  'SearchHit',
  'An article, or the natural piece of a text without articles.',
  z.object({
    kind: z.enum(['document', 'article', 'passage', 'register']),
    documentId: z.string(),
    documentNumber: z.string().nullable(),
    title: z.string(),
    titleHighlights: z.array(SpanShape),
    articleLabel: z.string().nullable().describe('第八条; null for a hit on a document or on running text.'),
    articleUrl: z.string().describe('Address of the passage on this site.'),
    chapterPath: z.array(z.string()),
    text: z.string(),
    highlights: z.array(SpanShape).describe('Offsets into `text`.'),
    crop: SpanShape.describe('The part of `text` around the best match.'),
    status: StatusName.nullable().describe('Null for news of a meeting, which has no legal force.'),
    issuingAuthorities: z.array(z.string()),
    promulgationDate: Day.nullable(),
    issueId: z.string().nullable().describe('Null for a document that is only named.'),
    alsoIn: z
      .array(
        z.object({
          documentId: z.string(),
          documentNumber: z.string().nullable(),
          title: z.string(),
          articleUrl: z.string(),
        }),
      )
      .describe('Other documents with the very same text, twenty at most.'),
    alsoInTotal: z.int().min(0).describe('How many such documents there are.'),
  }),
);

/** An archive of ten thousand issues would send as many values with each answer. */
export const MOST_FACET_VALUES = 100;

const FacetList = z
  .array(z.object({ value: z.string(), label: z.string(), count: z.int().min(0), selected: z.boolean() }))
  .describe(`The first ${MOST_FACET_VALUES} values, and the chosen ones.`);

/** Answer of `GET /api/v1/search`. */
export const SearchAnswerShape = named(
  'SearchAnswer',
  'Hits best first. `total` is exact when `totalIsExact` and `complete` are true.',
  z.object({
    query: z.object({
      mode: z.enum(['empty', 'number', 'title', 'exact', 'terms', 'article', 'series', 'date', 'nearest']),
      terms: z.array(z.string()),
    }),
    on: Day,
    ...pageShape,
    total: z.int().min(0).describe('Items in the whole list.'),
    totalIsExact: z
      .boolean()
      .describe(
        `False of words that very many passages of a large archive have: then \`total\` and the facets are about right, and the first ${MOST_LISTED} passages can be had.`,
      ),
    hits: z.array(HitShape),
    facets: z.object({ status: FacetList, authority: FacetList, type: FacetList, year: FacetList, issue: FacetList }),
    keywords: z
      .array(z.object({ word: z.string(), count: z.int().min(0) }))
      .describe('Words that many of the found passages have, for keywords=true.'),
    suggestion: z.string().nullable().describe('What to try instead, when nothing has all of it.'),
    complete: z
      .boolean()
      .describe('False while a server of the search cluster is missing: hits may be missing then, and from `total`.'),
  }),
);

/** Query string of `GET /api/v1/suggest`. */
export const SuggestQuery = z.object({
  q: z.string().max(200).default('').describe('已经输入的文字，也可以是拼音或首字母（xzzf → 行政执法）。'),
  limit: z.coerce.number().int().min(1).max(20).default(8).describe('取多少项，至多 20。'),
});

/** Answer of `GET /api/v1/suggest`. */
export const SuggestAnswerShape = named(
  'Suggestions',
  'Titles, numbers, authorities and frequent terms that go on from what was typed.',
  z.object({
    suggestions: z.array(
      z.object({ type: z.enum(['title', 'number', 'authority', 'term']), text: z.string(), url: z.string() }),
    ),
  }),
);
