import { createRequire } from 'node:module';
import { z } from 'zod';
import type { Endpoint } from './endpoint.ts';
import { apiSchemas } from './schemas/registry.ts';

type Json = Record<string, unknown>;

const Package = z.object({ version: z.string(), license: z.string() });
const { version, license } = Package.parse(createRequire(import.meta.url)('../../package.json'));

/** Where a named schema stands in the description. */
const REFERENCE = (id: string): string => `#/components/schemas/${id}`;

/** Describes the endpoints as OpenAPI 3.1, from the schemas that check their parameters and type their answers. */
export function openApiDocument(endpoints: readonly Endpoint[]): Json {
  return {
    openapi: '3.1.0',
    info: {
      title: '邸报 Dibao API',
      version,
      license: { name: license, identifier: license },
      description:
        '政府公报档案的数据接口：检索、文件、条文、关系、效力、公报、备案目录。Dates are ISO days. Errors are `{ error: { code, message } }`. ' +
        'GET answers carry an ETag and may be read from any site; lists carry a Link header.',
    },
    servers: [{ url: '/', description: '本站' }],
    tags: [...new Set(endpoints.map(({ tag }) => tag))].map((name) => ({ name })),
    paths: pathsOf(endpoints),
    components: { schemas: componentsOf() },
  };
}

function pathsOf(endpoints: readonly Endpoint[]): Record<string, Json> {
  const paths: Record<string, Json> = {};
  for (const endpoint of endpoints) {
    paths[endpoint.path] = { ...paths[endpoint.path], [endpoint.method]: operationOf(endpoint) };
  }
  return paths;
}

function operationOf(endpoint: Endpoint): Json {
  const parameters = [...parametersOf(endpoint.params, 'path'), ...parametersOf(endpoint.query, 'query')];
  return {
    operationId: endpoint.operationId,
    tags: [endpoint.tag],
    summary: endpoint.summary,
    ...(parameters.length > 0 && { parameters }),
    ...(endpoint.method === 'post' && {
      requestBody: { required: true, content: { 'application/json': { schema: referenceTo(endpoint.body) } } },
    }),
    responses: {
      200: { description: endpoint.summary, content: { 'application/json': { schema: referenceTo(endpoint.answer) } } },
      ...Object.fromEntries(Object.entries(endpoint.errors).map(([status, text]) => [status, errorAnswer(text)])),
      default: errorAnswer('其他错误'),
    },
  };
}

function errorAnswer(description: string): Json {
  return { description, content: { 'application/json': { schema: { $ref: REFERENCE('Error') } } } };
}

/** A parameter of an operation, as OpenAPI describes it. */
export interface Parameter {
  name: string;
  in: 'path' | 'query';
  required: boolean;
  description?: string;
  style?: 'form';
  explode?: true;
  schema: Json;
}

/** Describes the members of a parameter schema, inline. */
export function parametersOf(schema: z.ZodObject, place: Parameter['in']): Parameter[] {
  return Object.entries(schema.shape).map(([name, member]) => {
    const { description, ...rest } = without(z.toJSONSchema(z.pipe(member, z.unknown()), { io: 'input' }), ['$schema']);
    return {
      name,
      in: place,
      required: !z.safeParse(member, undefined).success,
      ...(typeof description === 'string' && { description }),
      ...(rest.type === 'array' && { style: 'form', explode: true }),
      schema: rest,
    };
  });
}

function referenceTo(schema: z.ZodType): Json {
  const entry = apiSchemas.get(schema);
  if (entry === undefined) throw new Error('a schema of the API has no name: use named()');
  return { $ref: REFERENCE(entry.id) };
}

function componentsOf(): Record<string, Json> {
  const { schemas } = z.toJSONSchema(apiSchemas, { uri: REFERENCE, io: 'output' });
  return Object.fromEntries(Object.entries(schemas).map(([id, schema]) => [id, without(schema, ['$schema', '$id'])]));
}

function without(object: Json, names: readonly string[]): Json {
  return Object.fromEntries(Object.entries(object).filter(([name]) => !names.includes(name)));
}
