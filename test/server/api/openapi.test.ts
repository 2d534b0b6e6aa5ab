import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ENDPOINTS } from '../../../server/api/endpoints.ts';
import { openApiDocument } from '../../../server/api/openapi.ts';

const description = openApiDocument(ENDPOINTS);
const Operation = z.object({ operationId: z.string(), parameters: z.array(z.object({ name: z.string() })).optional() });
const Paths = z.record(z.string(), z.record(z.string(), Operation));
const paths = Paths.parse(description.paths);

describe('openApiDocument', () => {
  it('is valid OpenAPI 3.1', async () => {
    const result = await new Validator().validate(description);
    expect(result).toEqual({ valid: true });
  });

  it('describes every address of the contract', () => {
    expect(Object.keys(paths).toSorted()).toEqual(
      [
        '/api/v1/catalogues',
        '/api/v1/catalogues/{year}/{quarter}',
        '/api/v1/documents',
        '/api/v1/documents/{id}',
        '/api/v1/documents/{id}/articles/{n}',
        '/api/v1/documents/{id}/relations',
        '/api/v1/issues',
        '/api/v1/issues/{id}',
        '/api/v1/search',
        '/api/v1/suggest',
        '/api/v1/validity',
        '/api/v1/validity/check',
      ].toSorted(),
    );
  });

  it('names each operation once', () => {
    const ids = Object.values(paths).flatMap((methods) => Object.values(methods).map(({ operationId }) => operationId));
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('has the parameters of search that scripts use', () => {
    const names = paths['/api/v1/search']?.get?.parameters?.map(({ name }) => name);
    for (const name of ['q', 'on', 'status', 'authority', 'type', 'year', 'issue', 'limit', 'offset', 'sort']) {
      expect(names).toContain(name);
    }
  });

  it('leaves no reference without its schema', () => {
    const text = JSON.stringify(description);
    const { components } = z
      .object({ components: z.object({ schemas: z.record(z.string(), z.unknown()) }) })
      .parse(description);
    for (const [, name = ''] of text.matchAll(/#\/components\/schemas\/(\w+)/g)) {
      expect(Object.keys(components.schemas)).toContain(name);
    }
  });
});
