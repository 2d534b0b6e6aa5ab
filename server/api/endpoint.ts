import { z } from 'zod';
import type { Services } from '../services.ts';

export type Method = 'get' | 'post';

/** What a request brings, not yet checked. */
export interface RawRequest {
  params: unknown;
  query: unknown;
  body: unknown;
}

/** One address of the API: the router serves it and the description is made from it, so they cannot disagree. */
export interface Endpoint {
  method: Method;
  /** As in the description: /api/v1/documents/{id}. */
  path: string;
  operationId: string;
  tag: string;
  summary: string;
  params: z.ZodObject;
  query: z.ZodObject;
  /** Read for POST only. */
  body: z.ZodType;
  answer: z.ZodType;
  /** Statuses other than 200 and 500, each with its sentence. */
  errors: Record<number, string>;
  handle: (request: RawRequest, services: Services) => Promise<unknown>;
}

interface Definition<
  P extends z.ZodObject,
  Q extends z.ZodObject,
  B extends z.ZodType,
  A extends z.ZodType,
> extends Omit<Endpoint, 'handle'> {
  params: P;
  query: Q;
  body: B;
  answer: A;
  answerOf: (
    request: { params: z.output<P>; query: z.output<Q>; body: z.output<B> },
    services: Services,
  ) => z.output<A> | Promise<z.output<A>>;
}

/** For endpoints without parameters in their path, in their query string, or without a body. */
export const NONE = z.object({});

/**
 * Makes an endpoint whose handler gets parsed values and must return what its schema describes (checked by the compiler
 * here, by a validator in the tests). A wrong parameter throws ZodError.
 */
export function endpoint<P extends z.ZodObject, Q extends z.ZodObject, B extends z.ZodType, A extends z.ZodType>(
  definition: Definition<P, Q, B, A>,
): Endpoint {
  const { answerOf, ...description } = definition;
  return {
    ...description,
    handle: async (raw, services) => {
      const params = definition.params.parse(raw.params);
      const query = definition.query.parse(raw.query);
      const body = definition.body.parse(raw.body ?? {});
      return answerOf({ params, query, body }, services);
    },
  };
}
