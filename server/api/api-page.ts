import type { Page } from '../site/page.ts';
import { pageOf } from '../site/page.ts';
import type { Endpoint } from './endpoint.ts';
import { parametersOf } from './openapi.ts';
import type { Parameter } from './openapi.ts';
import { apiSchemas } from './schemas/registry.ts';

interface OperationView {
  id: string;
  method: string;
  path: string;
  summary: string;
  parameters: ParameterView[];
  /** Name of the schema of the answer in /openapi.json. */
  answer: string;
  errors: { status: string; text: string }[];
  /** An address that answers on any archive with the first gazettes; null for POST. */
  example: string | null;
}

interface ParameterView {
  name: string;
  /** 路径, 必需; null for what may be left out of a query. */
  note: string | null;
  type: string;
  description: string;
}

export interface ApiPage {
  page: Page;
  groups: { name: string; operations: OperationView[] }[];
}

const EXAMPLES: Record<string, string> = {
  search: '/api/v1/search?q=举报奖励',
  suggest: '/api/v1/suggest?q=xzzf',
  listDocuments: '/api/v1/documents?limit=5',
  validity: '/api/v1/validity?ref=新政办发〔2010〕23号&on=2024-08-09',
  listIssues: '/api/v1/issues',
  listCatalogues: '/api/v1/catalogues',
};

/** The API description as a page that people read: endpoints by subject, each with its parameters and errors. */
export function apiPage(endpoints: readonly Endpoint[]): ApiPage {
  const page = pageOf('开放接口', [{ label: '开放接口', href: null }], {
    description: '邸报的数据接口：检索、文件、条文、关系、效力、公报、备案目录。',
    canonical: '/api',
    alternates: [{ type: 'application/json', title: 'OpenAPI', href: '/openapi.json' }],
  });
  const names = [...new Set(endpoints.map(({ tag }) => tag))];
  const groups = names.map((name) => ({
    name,
    operations: endpoints.filter(({ tag }) => tag === name).map(operationView),
  }));
  return { page, groups };
}

function operationView(endpoint: Endpoint): OperationView {
  const { operationId, method, path, summary, params, query, answer, errors } = endpoint;
  return {
    id: operationId,
    method: method.toUpperCase(),
    path,
    summary,
    parameters: [...parametersOf(params, 'path'), ...parametersOf(query, 'query')].map(parameterView),
    answer: apiSchemas.get(answer)?.id ?? '',
    errors: Object.entries(errors).map(([status, text]) => ({ status, text })),
    example: EXAMPLES[operationId] ?? null,
  };
}

function parameterView({ name, in: place, required, description, schema }: Parameter): ParameterView {
  const note = place === 'path' ? '在路径中' : required ? '必需' : null;
  return { name, note, description: description ?? '', type: typeOf(schema) };
}

/** 整数（默认 20）, 可多选：in_force, … */
function typeOf(schema: Parameter['schema']): string {
  const { type, format, items, default: preset, enum: options } = schema;
  if (type === 'array' && isObject(items)) return `可重复：${typeOf(items)}`;
  const choice = Array.isArray(options) ? options.map(String).join(' | ') : null;
  const kind = choice ?? (format === 'date' ? '日期' : type === 'integer' ? '整数' : '文字');
  const hasPreset = typeof preset === 'number' || (typeof preset === 'string' && preset !== '');
  return hasPreset ? `${kind}，默认 ${preset}` : kind;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
