import { z } from 'zod';
import { CertaintyName, Day, OnDay, StatusName } from './common.ts';
import { named } from './registry.ts';

const EVENT_TYPES = [
  'promulgated',
  'effective',
  'amended',
  'revised',
  'extended',
  'kept',
  'suspended',
  'repealed',
  'declared_invalid',
  'partly_repealed',
  'expired',
  'filed',
  'cited',
] as const;

/** The event that decides a status, with its clause and where that stands. */
export const DecidingEvent = named(
  'DecidingEvent',
  'The dated event that decides, with the clause that says so and the document it stands in.',
  z.object({
    type: z.enum(EVENT_TYPES),
    documentId: z
      .string()
      .nullable()
      .describe('The document that says it; null for a catalogue outside any document and for a correction.'),
    documentNumber: z.string().nullable(),
    title: z.string(),
    effectiveDate: Day.nullable(),
    quote: z.string(),
    url: z.string().nullable(),
  }),
);

/** Status of a document on a day, without saying of which. */
export const StatusShape = named(
  'StatusOnDay',
  'Status on a day, with the event that decides and how it was found.',
  z.object({
    on: Day,
    status: StatusName,
    label: z.string(),
    since: Day.nullable(),
    until: Day.nullable(),
    decidedBy: DecidingEvent.nullable(),
    certainty: CertaintyName,
    reason: z.string(),
    otherEndings: z.array(DecidingEvent),
  }),
);

/** A known document that a reference means, with its status. */
export const ValidityMatchShape = named(
  'ValidityMatch',
  'A known document that the reference means, with its status on the day.',
  z.object({
    documentId: z.string(),
    documentNumber: z.string().nullable(),
    title: z.string().nullable(),
    held: z.boolean().describe('False: known only because another document names it.'),
    status: StatusName,
    label: z.string(),
    since: Day.nullable(),
    until: Day.nullable(),
    decidedBy: DecidingEvent.nullable(),
    certainty: CertaintyName,
    reason: z.string(),
    otherEndings: z.array(DecidingEvent),
    replacedBy: z
      .object({
        documentId: z.string(),
        documentNumber: z.string().nullable(),
        title: z.string().nullable(),
        url: z.string(),
      })
      .nullable(),
    warnings: z.array(z.string()),
    url: z.string(),
  }),
);

/** Query string of `GET /api/v1/validity`. */
export const ValidityQuery = z.object({
  ref: z.string().min(1).max(500).describe('文号（写法不拘）或者标题。'),
  on: OnDay,
});

/** Answer of `GET /api/v1/validity`. */
export const ValidityAnswerShape = named(
  'ValidityAnswer',
  'Several matches mean that the reference is ambiguous; none is a 404 with code not_known.',
  z.object({ ref: z.string(), on: Day, matches: z.array(ValidityMatchShape), coverage: z.string() }),
);

/** Body of `POST /api/v1/validity/check`. */
export const ValidityCheckBody = named(
  'ValidityCheckRequest',
  'A text, up to 1 MB, whose cited documents are to be checked.',
  z.object({ text: z.string(), on: OnDay }),
);

/** Answer of `POST /api/v1/validity/check`. */
export const ValidityCheckShape = named(
  'ValidityCheck',
  'Every document that the text cites, in order. No match: not known here, which does not mean that it does not exist.',
  z.object({
    on: Day,
    ownDate: Day.nullable().describe('The day that the text itself bears; what had ended by then is warned of.'),
    citations: z.array(
      z.object({
        raw: z.string(),
        start: z.int().min(0),
        end: z.int().min(0),
        title: z.string().nullable(),
        documentNumber: z.string().nullable(),
        matches: z.array(ValidityMatchShape),
        note: z.string().nullable().describe('What to say when there is not exactly one match.'),
      }),
    ),
    coverage: z.string(),
  }),
);
