import { z } from 'zod';

/** The schemas that have a name in the API description (`#/components/schemas/…`). */
export const apiSchemas = z.registry<{ id: string }>();

/**
 * Gives a schema its name and its sentence in the API description, and returns it.
 *
 * `named('Span', 'Half-open range …', z.object({ … }))` makes `#/components/schemas/Span`.
 */
export function named<T extends z.ZodType>(id: string, description: string, schema: T): T {
  const described = schema.describe(description);
  apiSchemas.add(described, { id });
  return described;
}
