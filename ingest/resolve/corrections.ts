import { createHash } from 'node:crypto';
import { z } from 'zod';
import data from '../../data/corrections.json' with { type: 'json' };
import { isIsoDate } from '../text/dates.ts';
import { canonicalNumber } from './canonical-number.ts';
import { canonicalTitle } from './canonical-title.ts';
import { documentIdOf } from './document-id.ts';
import { NOWHERE } from './home.ts';
import type { RegisterName } from './register-name.ts';
import type { EventRow } from './register-statements.ts';

/** data/corrections.json has an entry that cannot be right; the message is one line that names it and says why. */
export class CorrectionRefused extends Error {
  constructor(place: string, reason: string) {
    super(`${place}: ${reason}`);
    this.name = 'CorrectionRefused';
  }
}

const EVENT_TYPES = [
  'promulgated',
  'effective',
  'amended',
  'revised',
  'repealed',
  'declared_invalid',
  'expired',
] as const;

const why = { source: z.string().trim().min(1), reason: z.string().trim().min(1) };
const day = z.string().refine(isIsoDate, { message: 'is not a calendar day (YYYY-MM-DD)' });

/**
 * `same`: the document of this number is also known under this title. `distinct`: this title never means the document of
 * this number. `event`: something dated happened to the document of this number.
 */
const CorrectionShape = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('same'), number: z.string(), title: z.string().trim().min(2), ...why }),
  z.strictObject({ type: z.literal('distinct'), number: z.string(), title: z.string().trim().min(2), ...why }),
  z.strictObject({ type: z.literal('event'), number: z.string(), event: z.enum(EVENT_TYPES), date: day, ...why }),
]);

const FileShape = z.object({ corrections: z.array(z.unknown()) });

type Correction = z.infer<typeof CorrectionShape>;

/** What corrections add to an entry. */
export interface CorrectionsOfEntry {
  names: RegisterName[];
  events: EventRow[];
}

/** Corrections, looked up by register entry and by title. */
export class Corrections {
  readonly #byEntry = new Map<string, CorrectionsOfEntry>();
  readonly #refused = new Map<string, Set<string>>();

  constructor(corrections: readonly { correction: Correction; id: string }[]) {
    for (const { correction, id } of corrections) this.#add(correction, id);
  }

  of(registerId: string): CorrectionsOfEntry {
    return this.#byEntry.get(registerId) ?? { names: [], events: [] };
  }

  /** Ids of entries that a title must not be taken for. */
  refused(titleKey: string): ReadonlySet<string> {
    return this.#refused.get(titleKey) ?? new Set();
  }

  /** The entries that a correction speaks of. */
  entries(): string[] {
    return [...this.#byEntry.keys()];
  }

  #add(correction: Correction, id: string): void {
    if (correction.type === 'distinct') {
      const { key } = canonicalTitle(correction.title, NOWHERE);
      this.#refused.set(key, (this.#refused.get(key) ?? new Set()).add(id));
      return;
    }
    const own = this.#byEntry.get(id) ?? { names: [], events: [] };
    this.#byEntry.set(id, own);
    const reason = `更正：${correction.reason}（依据：${correction.source}）`;
    if (correction.type === 'same') {
      const { key } = canonicalTitle(correction.title, NOWHERE);
      own.names.push({ type: 'title', key, value: correction.title, origin: 'correction', reason });
      return;
    }
    own.events.push({
      registerId: id,
      type: correction.event,
      date: correction.date,
      certainty: 'stated',
      quote: reason,
      provisions: [],
      numberKey: null,
      until: null,
      sourceDocumentId: null,
      sourceProvisionId: null,
      sourceLine: null,
      relationId: null,
      catalogueEntryId: null,
    });
  }
}

export const NO_CORRECTIONS = new Corrections([]);

/**
 * Reads the content of a corrections file. `name` is how errors call it.
 * @throws CorrectionRefused for an unknown type or field, a number that is none, an impossible day, a missing source or reason,
 * or two corrections that contradict each other.
 */
export function readCorrections(content: unknown, name = 'data/corrections.json'): Corrections {
  const file = FileShape.safeParse(content);
  if (!file.success) throw new CorrectionRefused(name, 'has no list "corrections"');
  const read: { correction: Correction; id: string }[] = [];
  const same = new Map<string, number>();
  file.data.corrections.forEach((item, index) => {
    const place = `${name}: correction ${index + 1}`;
    const parsed = CorrectionShape.safeParse(item);
    if (!parsed.success) throw new CorrectionRefused(place, firstIssue(parsed.error));
    const correction = parsed.data;
    const number = canonicalNumber(correction.number, NOWHERE);
    if (number === null) throw new CorrectionRefused(place, `"${correction.number}" is no document number`);
    if (correction.type !== 'event') {
      const pair = `${number.key} ${canonicalTitle(correction.title, NOWHERE).key}`;
      const other = same.get(`${correction.type === 'same' ? 'distinct' : 'same'} ${pair}`);
      if (other !== undefined) throw new CorrectionRefused(place, `contradicts correction ${other + 1}`);
      same.set(`${correction.type} ${pair}`, index);
    }
    const id = documentIdOf({ title: null, documentNumber: number.text, authority: null, date: null });
    read.push({ correction, id });
  });
  return new Corrections(read);
}

function firstIssue(error: z.ZodError): string {
  const issue = error.issues[0];
  if (issue === undefined) return 'cannot be read';
  const field = issue.path.join('.');
  return field === '' ? issue.message : `"${field}": ${issue.message}`;
}

/** Changes whenever the content of data/corrections.json does. */
export function correctionsVersion(): string {
  return createHash('sha256').update(JSON.stringify(data)).digest('hex').slice(0, 16);
}

let own: Corrections | null = null;

/** The corrections of data/corrections.json, read once. @throws CorrectionRefused */
export function ownCorrections(): Corrections {
  own ??= readCorrections(data);
  return own;
}
