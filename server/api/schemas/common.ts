import { z } from 'zod';
import { STATUSES } from '../../../ingest/model/validity.ts';
import { isIsoDate } from '../../../ingest/text/dates.ts';
import { DAY_WORDS } from './fault-words.ts';
import { named } from './registry.ts';

/** A calendar day, 2024-09-15; only real ones. */
export const Day = z.iso.date();

/** A day in query strings and bodies; absent means today. */
export const OnDay = Day.refine(isIsoDate, DAY_WORDS).optional().describe('效力所依的日子；不写为今日。');

export const StatusName = named(
  'Status',
  'in_force 现行有效, presumed_in_force 推定有效, partly_in_force 部分失效, pending 尚未生效, superseded 已被修订, expired 已失效, declared_invalid 宣布失效, repealed 已废止, unknown 状态不明. Unknown never means in force.',
  z.enum(STATUSES),
);

export const CertaintyName = named(
  'Certainty',
  'stated: printed; computed: a printed rule, the day derived; presumed: nothing printed.',
  z.enum(['stated', 'computed', 'presumed']),
);

export const SpanShape = named(
  'Span',
  'Half-open range of UTF-16 offsets.',
  z.object({ start: z.int().min(0), end: z.int().min(0) }),
);

export const LinesShape = named(
  'Lines',
  'Lines of the source file, from 1, both ends included.',
  z.object({ start: z.int().min(1), end: z.int().min(1) }),
);

/** 第八条、第九条 → [[8],[9]]; 第一百二十条之一 → [[120,1]]. */
export const ProvisionNumbers = z.array(z.array(z.int()));

// What `openapi.ts` refers to by its name.
named(
  'Error',
  'Every error has this shape; `code` is stable, `message` is for people.',
  z.object({ error: z.object({ code: z.string(), message: z.string() }) }),
);

/** Members that every list has beside its items. */
export const pageShape = {
  total: z.int().min(0).describe('Items in the whole list: exact.'),
  limit: z.int().min(1),
  offset: z.int().min(0),
};

/** Query members of every list. */
export const pageQuery = {
  limit: z.coerce.number().int().min(1).max(100).default(20).describe('取多少项，至多 100。'),
  offset: z.coerce.number().int().min(0).max(10_000_000).default(0).describe('略过前面多少项。'),
};

/** Query members of a list that is also read from the place where a page ended. */
export const cursorQuery = {
  ...pageQuery,
  cursor: z
    .string()
    .max(2000)
    .optional()
    .describe('上一页回答里的 next：从那里接着读，多深都一样快；offset 这时只是照抄。'),
};

/** Members that such a list has beside its items. */
export const cursorShape = {
  ...pageShape,
  next: z.string().nullable().describe('What to give as `cursor` for the next page; null on the last one.'),
};

/** A query member that may be given several times: `status=repealed&status=expired`. One value is a list of one. */
export function severalOf<T extends z.ZodType>(item: T) {
  return z.preprocess(listOf, z.array(item).max(50));
}

function listOf(value: unknown): unknown[] {
  if (value === undefined || value === '') return [];
  return Array.isArray(value) ? value.map((one: unknown) => one) : [value];
}
