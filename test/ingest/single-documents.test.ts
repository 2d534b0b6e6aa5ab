import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { parse } from '../helpers/parse-text.ts';

const folder = path.join(import.meta.dirname, '..', 'fixtures', 'single-documents');
const day = z.iso.date().nullable();
const Truth = z.record(
  z.string(),
  z.strictObject({
    documentNumber: z.string().nullable(),
    issuingAuthorities: z.array(z.string()),
    adoptionDate: day,
    promulgationDate: day,
    effectiveDate: day,
    expiryDate: day,
    /** Type, title, number and new end; of mere citations only those worth pinning. */
    relations: z.array(z.string()),
  }),
);
const truths = Object.entries(Truth.parse(JSON.parse(readFileSync(path.join(folder, 'facts.json'), 'utf8'))));

describe('single documents of other publishers and decades, their facts written by hand', () => {
  it('are all that the folder holds', () => {
    const files = readdirSync(folder).filter((file) => file.endsWith('.txt'));
    expect(truths.map(([slug]) => `${slug}.txt`).sort()).toEqual(files.sort());
    expect(files.length).toBeGreaterThanOrEqual(23);
  });

  it.each(truths)('%s', (slug, truth) => {
    const { documents } = parse(readFileSync(path.join(folder, `${slug}.txt`), 'utf8'));
    const [document, another] = documents;
    expect(another).toBeUndefined();
    const named = (document?.relations ?? []).map(({ type, citation: { title, documentNumber }, until }) =>
      [type, title, documentNumber, until === null ? null : `->${until}`].filter((part) => part !== null).join(' '),
    );
    const pinned = named.filter((relation) => !relation.startsWith('cites ') || truth.relations.includes(relation));
    expect({
      documentNumber: document?.documentNumber?.value ?? null,
      issuingAuthorities: document?.issuingAuthorities.map(({ value }) => value),
      adoptionDate: document?.adoptionDate?.value ?? null,
      promulgationDate: document?.promulgationDate?.value ?? null,
      effectiveDate: document?.effectiveDate?.value ?? null,
      expiryDate: document?.expiryDate?.value ?? null,
      relations: [...new Set(pinned)].sort(),
    }).toEqual({ ...truth, relations: [...truth.relations].sort() });
  });
});
